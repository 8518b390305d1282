import type { Id } from '../../kernel/id.ts';
import { linkTokenHash, newLinkToken } from '../../kernel/link-token.ts';
import type { Database, Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { type Actor, linkHolderOf } from '../access/index.ts';

/**
 * Makes the personal link of a letter that is about to leave, and answers with its token. The register keeps its SHA-256 only: who reads the database
 * or the outbox can answer for nobody. A reminder, or a letter that leaves again, gets a link of its own to the same answer.
 */
export async function makeConsultationLink(
  w: Writer<'matter.edit'>,
  letterId: Id<'consultationLetter'>,
): Promise<string> {
  const letter = await getRow(w, 'consultation_letter', letterId);
  const { token, hash } = newLinkToken(w.runtime);
  await w.db
    .insertInto('consultation_link')
    .values({
      tenant_id: w.tenantId,
      token_hash: hash,
      consultation_letter_id: letter.id,
      made_at: w.runtime.now(),
    })
    .execute();
  await w.log({
    noun: 'consultation',
    recordId: letter.consultation_id,
    summary: 'answerLink',
    after: { letterId: letter.id },
  });
  return token;
}

/** Who holds a link: one respondent of one round, who may answer it and see nothing else. */
export type ConsultationLink = {
  readonly actor: Actor;
  readonly responseId: Id<'consultationResponse'>;
  readonly consultationId: Id<'consultation'>;
};

/** Whose link it is, or undefined when there is none like it. Looking changes nothing: mail scanners follow links. */
export async function findConsultationLink(db: Database, token: string): Promise<ConsultationLink | undefined> {
  const hash = linkTokenHash(token);
  if (hash === undefined) return undefined;
  const row = await db.system('findLink', (system) =>
    system
      .selectFrom('consultation_link as link')
      .innerJoin('consultation_letter as letter', (join) =>
        join.onRef('letter.tenant_id', '=', 'link.tenant_id').onRef('letter.id', '=', 'link.consultation_letter_id'),
      )
      .innerJoin('consultation_response as response', (join) =>
        join
          .onRef('response.tenant_id', '=', 'letter.tenant_id')
          .onRef('response.id', '=', 'letter.consultation_response_id'),
      )
      .innerJoin('consultation', (join) =>
        join
          .onRef('consultation.tenant_id', '=', 'response.tenant_id')
          .onRef('consultation.id', '=', 'response.consultation_id'),
      )
      .select(['link.tenant_id', 'response.id', 'response.respondent', 'response.consultation_id'])
      .select('consultation.body_id')
      .where('link.token_hash', '=', hash)
      .executeTakeFirst(),
  );
  if (!row) return undefined;
  return {
    actor: linkHolderOf(row.tenant_id, row.respondent, row.body_id),
    responseId: row.id,
    consultationId: row.consultation_id,
  };
}
