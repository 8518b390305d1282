import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { ReleasedContent } from '../releases/index.ts';
import { findFrozenMinutes, getMinutes } from './minutes-reader.ts';

/** Adjusted minutes as they are let out to another authority: word for word as they were signed. Throws `release.notFinal` before that. */
export async function releasedMinutes(r: Reader, id: Id<'minutes'>): Promise<ReleasedContent> {
  const minutes = await getMinutes(r, id);
  const whole = minutes.adjustments.findLast(({ kind, state }) => kind === 'whole' && state === 'adjusted');
  const frozen = whole && (await findFrozenMinutes(r, whole.id));
  if (!frozen) throw new AppError('release.notFinal');
  return {
    noun: 'minutes',
    recordId: minutes.id,
    bodyId: minutes.body.id,
    title: `${frozen.tree.title}, ${minutes.body.name} ${minutes.heldOn}`,
    secrecy: null,
    tree: frozen.tree,
  };
}
