import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { linkTokenHash } from '../../kernel/link-token.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';

/**
 * Which answer somebody writes: the one that the token of a letter opens, whatever else was sent in the form, or the one of a unit of the house, to
 * which the proof must reach.
 */
export type AnswerPlace = { readonly token: string } | { readonly responseId: Id<'consultationResponse'> };

/** The id of the answer. Throws `consultation.linkUnknown` or `access.denied`. */
export async function answerAt(
  r: Reader<'consultation.answer'>,
  place: AnswerPlace,
): Promise<Id<'consultationResponse'>> {
  if ('responseId' in place) {
    const row = await getRow(r, 'consultation_response', place.responseId);
    const { kind } = await getRow(r, 'consultation', row.consultation_id);
    if (row.body_id === null || kind !== 'internal') throw new AppError('access.denied');
    requireBody(r.auth, row.body_id);
    return row.id;
  }
  const found = await r.db
    .selectFrom('consultation_link as link')
    .innerJoin('consultation_letter as letter', (join) =>
      join.onRef('letter.tenant_id', '=', 'link.tenant_id').onRef('letter.id', '=', 'link.consultation_letter_id'),
    )
    .select('letter.consultation_response_id')
    .where('link.tenant_id', '=', r.tenantId)
    .where('link.token_hash', '=', linkTokenHash(place.token) ?? '')
    .executeTakeFirst();
  if (!found) throw new AppError('consultation.linkUnknown');
  return found.consultation_response_id;
}

/** The same for writing: two who press at once wait for each other here. */
export async function lockAnswerAt(w: Writer<'consultation.answer'>, place: AnswerPlace) {
  return await lockRow(w, 'consultation_response', await answerAt(w, place));
}
