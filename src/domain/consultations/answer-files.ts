import { AppError } from '../../kernel/errors.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { type AnswerPlace, lockAnswerAt } from './answer-place.ts';
import { requireOpen } from './write-answer.ts';

/** The largest number of files with one answer, and how large each may be. */
export const attachmentLimits = { files: 10, megabytes: 20 } as const;

/** Lays a file with the answer; it goes in when the answer is sent. The same bytes twice are one file. */
export async function addAnswerFile(
  w: Writer<'consultation.answer'>,
  input: {
    readonly place: AnswerPlace;
    readonly file: {
      readonly fileName: string;
      readonly mediaType: string;
      readonly size: number;
      readonly sha256: string;
    };
  },
): Promise<void> {
  const row = await lockAnswerAt(w, input.place);
  await requireOpen(w, row);
  const { file } = input;
  refuseProblems(
    file.size === 0
      ? [{ path: 'files', key: 'intake.emptyFile', values: { name: file.fileName } }]
      : file.size > attachmentLimits.megabytes * 1024 * 1024
        ? [
            {
              path: 'files',
              key: 'consultation.fileTooLarge',
              values: { name: file.fileName, megabytes: attachmentLimits.megabytes },
            },
          ]
        : [],
  );
  const own = await w.db
    .selectFrom('consultation_attachment')
    .select('sha256')
    .where('tenant_id', '=', w.tenantId)
    .where('consultation_response_id', '=', row.id)
    .execute();
  if (own.some(({ sha256 }) => sha256 === file.sha256)) {
    await w.log({ noun: 'consultationResponse', recordId: row.id, summary: 'file there already' });
    return;
  }
  refuseProblems(
    own.length >= attachmentLimits.files
      ? [{ path: 'files', key: 'consultation.tooManyFiles', values: { files: attachmentLimits.files } }]
      : [],
  );
  await w.db
    .insertInto('consultation_attachment')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      consultation_response_id: row.id,
      file_name: file.fileName,
      media_type: file.mediaType,
      size: file.size,
      sha256: file.sha256,
      added_at: w.runtime.now(),
    })
    .execute();
  await w.log({ noun: 'consultationResponse', recordId: row.id, summary: 'file', after: { sha256: file.sha256 } });
}

/** Takes a file away that has not been sent in. What was sent in stays: it has come in to the authority (TF 2:9). */
export async function removeAnswerFile(
  w: Writer<'consultation.answer'>,
  input: { readonly place: AnswerPlace; readonly attachmentId: string },
): Promise<void> {
  const row = await lockAnswerAt(w, input.place);
  await requireOpen(w, row);
  const file = await getRow(w, 'consultation_attachment', input.attachmentId);
  if (file.consultation_response_id !== row.id) throw new AppError('record.notFound');
  if (file.sent) throw new AppError('consultation.answerStands');
  await w.db
    .deleteFrom('consultation_attachment')
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', file.id)
    .execute();
  await w.log({ noun: 'consultationResponse', recordId: row.id, summary: 'file removed', before: { id: file.id } });
}
