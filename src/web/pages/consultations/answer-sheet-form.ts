import * as z from 'zod';
import {
  type AnswerContent,
  type AnswerPlace,
  addAnswerFile,
  attachmentLimits,
  removeAnswerFile,
  type Stance,
  saveAnswerDraft,
  sendAnswer,
  stanceCodes,
} from '../../../domain/consultations/index.ts';
import type { Authorized } from '../../../kernel/authorized.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Services } from '../../contracts.ts';
import {
  idempotencyField,
  optionalChoice,
  optionalCivilDate,
  optionalId,
  optionalText,
  versionField,
} from '../../input.ts';

/** The questions of a round are at most as many; a form sends a field for each that it has. */
const mostQuestions = 30;
const answerNames = Array.from({ length: mostQuestions }, (_, index) => `answer${index}` as const);

const answerFields = Object.fromEntries(answerNames.map((name) => [name, optionalText({ maximum: 20_000 })])) as Record<
  (typeof answerNames)[number],
  z.ZodType<string | undefined>
>;

/** What the form of an answer sends, as a draft or to be sent in; a browser sends an empty file where none was chosen. */
export const sheetForm = z.object({
  stance: optionalChoice(stanceCodes as readonly [Stance, ...Stance[]]),
  comment: optionalText({ maximum: 20_000 }),
  sender: optionalText({ maximum: 300 }),
  decidedOn: optionalCivilDate(),
  decisionSection: optionalText({ maximum: 50 }),
  answeredBy: optionalText({ maximum: 300 }),
  ...answerFields,
  files: z.preprocess(
    (value) => [value ?? []].flat().filter((one) => one instanceof File && (one.size > 0 || one.name !== '')),
    z.array(z.instanceof(File)).max(attachmentLimits.files),
  ) as z.ZodType<File[]>,
  gor: optionalText({ maximum: 20 }),
  tabort: optionalId(),
  version: versionField,
  idempotencyKey: idempotencyField,
});
type SheetForm = z.output<typeof sheetForm>;

/**
 * Keeps what was written, and its files, before it is sent in: an answer in which something is missing is refused and is still there as a draft. Answers
 * whether it was sent.
 */
export async function takeSheet(
  { db, blobs }: Pick<Services, 'db' | 'blobs'>,
  auth: Authorized<'consultation.answer'>,
  place: AnswerPlace,
  form: SheetForm,
): Promise<'sent' | 'saved'> {
  const content = contentOfForm(form);
  const files = await Promise.all(form.files.map((file) => keepBytes(blobs, file)));
  const version = await db.transact(
    auth,
    { verb: 'saveAnswerDraft', idempotencyKey: `${form.idempotencyKey}:utkast` },
    async (w) => {
      for (const file of files) await addAnswerFile(w, { place, file });
      if (form.tabort) await removeAnswerFile(w, { place, attachmentId: form.tabort });
      return await saveAnswerDraft(w, { place, expectedVersion: form.version, content });
    },
  );
  if (form.gor !== 'skicka') return 'saved';
  await db.transact(auth, { verb: 'sendAnswer', idempotencyKey: form.idempotencyKey }, (w) =>
    sendAnswer(w, { place, expectedVersion: version, content }),
  );
  return 'sent';
}

function contentOfForm(form: SheetForm): AnswerContent {
  return {
    stance: form.stance ?? null,
    comment: form.comment ?? null,
    answers: answerNames
      .map((name) => (form as Readonly<Record<string, unknown>>)[name])
      .map((words) => (typeof words === 'string' ? words : '')),
    sender: form.sender ?? null,
    decidedOn: form.decidedOn ?? null,
    decisionSection: form.decisionSection ?? null,
    answeredBy: form.answeredBy ?? null,
  };
}

/** Lays the bytes of a file among the blobs; one that is too large is refused before it is kept. */
async function keepBytes(blobs: Services['blobs'], file: File) {
  const fileName =
    file.name
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\p{Cc}/gu, '')
      .slice(0, 200) || 'fil';
  if (file.size > attachmentLimits.megabytes * 1024 * 1024) {
    const values = { name: fileName, megabytes: attachmentLimits.megabytes };
    throw new AppError('record.invalid', {}, [{ path: 'files', key: 'consultation.fileTooLarge', values }]);
  }
  const sha256 = await blobs.put(new Uint8Array(await file.arrayBuffer()));
  return { fileName, mediaType: file.type || 'application/octet-stream', size: file.size, sha256 };
}
