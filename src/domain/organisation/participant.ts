import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { BodyKind } from './body-kinds.ts';

/**
 * An authority that takes part in a joint nämnd (KL 9:19–21) or stands behind a group of officials (R-ORG-3). Adjusted minutes of a joint nämnd are
 * announced on the board of each of them (KL 9:32, R-KL-61).
 */
export type Participant = {
  readonly id: Id<'bodyParticipant'>;
  readonly version: number;
  readonly bodyId: Id<'body'>;
  readonly participantId: Id<'body'>;
  readonly name: string;
  readonly kind: BodyKind;
  /** Whether the joint nämnd is set up in this authority. */
  readonly host: boolean;
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
};

/** The kinds of body that several authorities have together. */
export const sharedKinds: readonly BodyKind[] = ['jointCommittee', 'officialsGroup'];

/** The kinds that can take part in one. */
export const authorityKinds: readonly BodyKind[] = ['municipality', 'region'];
