import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { ReleasedContent } from '../releases/index.ts';
import { matrixDocument } from './consultation-document.ts';
import { getConsultation } from './consultation-reader.ts';

/** A closed consultation as it is let out: who was asked and what they answered. Answers that are or may be secret are counted, never quoted. */
export async function releasedConsultation(r: Reader, id: Id<'consultation'>): Promise<ReleasedContent> {
  const found = await getConsultation(r, id);
  if (found.state !== 'recorded' && found.closedOn === null) throw new AppError('release.notFinal');
  const open = found.responses.map((one) =>
    one.secrecyLevel === 'open' ? one : { ...one, comment: null, answers: [], withheld: true },
  );
  return {
    noun: 'consultation',
    recordId: found.id,
    bodyId: found.body?.id ?? null,
    title: found.title,
    secrecy: null,
    tree: matrixDocument({ ...found, responses: open }, [], found.body?.name ?? found.title),
  };
}
