import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { AnswerValue } from './answer-value.ts';
import type { AnswerOrigin, FormResponse, KeptAnswer } from './form-response.ts';
import { getFormVersion } from './form-version-reader.ts';

/** One response with its form and all its answers. Throws `record.notFound`. */
export async function getFormResponse(r: Reader, id: Id<'formResponse'>): Promise<FormResponse> {
  const row = await r.db
    .selectFrom('form_response')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('record.notFound');
  const formVersion = await getFormVersion(r, row.form_version_id);
  const answers = (await answersOfResponses(r, [id])).get(id) ?? {};
  return { id: row.id, version: row.version, formVersion, frozenAt: row.frozen_at, answers };
}

/** The answers of several responses, by response. */
export async function answersOfResponses(
  r: Reader,
  ids: readonly Id<'formResponse'>[],
): Promise<ReadonlyMap<Id<'formResponse'>, Readonly<Record<string, KeptAnswer>>>> {
  if (ids.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('form_response_answer')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('form_response_id', 'in', ids)
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.form_response_id)].map(([id, answers]) => [
      id,
      Object.fromEntries(
        answers.map((row): [string, KeptAnswer] => [
          row.question_code,
          {
            value: row.value as unknown as AnswerValue,
            comment: row.comment,
            version: row.version,
            origin: row.origin as AnswerOrigin,
            answeredBy: row.answered_by,
            answeredAt: row.answered_at,
          },
        ]),
      ),
    ]),
  );
}
