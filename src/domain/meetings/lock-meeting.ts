import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import type { WritingAction } from '../access/index.ts';
import { type LockedMeeting, lockMeeting as lock, shareMeeting as share } from './meeting-writer.ts';

type Lock = (w: Writer<WritingAction>, id: Id<'meeting'>) => Promise<LockedMeeting>;

/** A meeting read for change by a verb of a later noun (its course, its proceedings): with the same check of the actor's bodies, and for no proof of looking. */
export const lockMeeting: Lock = lock;

/** The same for a verb that only needs the meeting to stay as it is meanwhile: several of them go side by side. */
export const shareMeeting: Lock = share;
