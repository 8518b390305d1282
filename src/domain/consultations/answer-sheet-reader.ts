import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { listBodies } from '../organisation/index.ts';
import { type AnswerClosure, type AnswerContent, answerClosure, contentOf } from './answer-content.ts';
import { type AnswerPlace, answerAt } from './answer-place.ts';
import { type Attachment, attachmentsOf } from './attachment-reader.ts';
import type { Consultation, ConsultationResponse } from './consultation.ts';
import { type RemittedDocument, remittedDocuments } from './consultation-documents.ts';
import { getConsultation } from './consultation-reader.ts';

/** All that one respondent sees of a round: the question, its papers, and its own answer; nothing of the other answers. */
export type AnswerSheet = {
  readonly consultation: Omit<Consultation, 'responses'>;
  readonly response: ConsultationResponse;
  readonly documents: readonly RemittedDocument[];
  readonly attachments: readonly Attachment[];
  /** The bodies of the respondent that the register knows: the right one answers (BOD-44). */
  readonly ownBodies: readonly string[];
  /** What to go on from: the draft, or the answer that was sent in. */
  readonly content: AnswerContent;
  readonly draft: { readonly savedAt: Date; readonly version: number } | null;
  readonly sentAt: Date | null;
  readonly closure: AnswerClosure | null;
};

/** The sheet of one respondent, by the link of its letter or signed in for its unit. */
export async function getAnswerSheet(
  r: Reader<'consultation.answer'>,
  place: AnswerPlace,
  today: CivilDate,
): Promise<AnswerSheet> {
  const id = await answerAt(r, place);
  const row = await getRow(r, 'consultation_response', id);
  const { responses, ...consultation } = await getConsultation(r, row.consultation_id);
  const response = responses.find((one) => one.id === id)!;
  const draft = await findDraft(r, id);
  const bodies = row.body_id ? await listBodies(r, { onDate: today }) : [];
  return {
    consultation,
    response,
    documents: await remittedDocuments(r, consultation.id),
    attachments: (await attachmentsOf(r, [id])).get(id) ?? [],
    ownBodies: bodies.filter(({ parentId }) => parentId === row.body_id).map(({ name }) => name),
    content: draft?.content ?? contentOf(response),
    draft: draft && { savedAt: draft.savedAt, version: draft.version },
    sentAt: await lastSentAt(r, id),
    closure: answerClosure(consultation, response, today),
  };
}

/** What a respondent has begun and not sent in. */
export async function findDraft(r: Reader, responseId: Id<'consultationResponse'>) {
  const row = await r.db
    .selectFrom('consultation_draft')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('consultation_response_id', '=', responseId)
    .executeTakeFirst();
  return row ? { content: row.content as AnswerContent, savedAt: row.saved_at, version: row.version } : null;
}

async function lastSentAt(r: Reader, responseId: Id<'consultationResponse'>): Promise<Date | null> {
  const row = await r.db
    .selectFrom('consultation_answer')
    .select('sent_at')
    .where('tenant_id', '=', r.tenantId)
    .where('consultation_response_id', '=', responseId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.sent_at ?? null;
}

/** An answer as it was sent in at one time. */
export type SentAnswer = {
  readonly number: number;
  readonly sentAt: Date;
  readonly sentBy: string;
  readonly content: AnswerContent;
};

/** Every answer that a respondent sent in, the latest first. */
export async function listSentAnswers(
  r: Reader<'matter.edit'>,
  responseId: Id<'consultationResponse'>,
): Promise<readonly SentAnswer[]> {
  const rows = await r.db
    .selectFrom('consultation_answer')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('consultation_response_id', '=', responseId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    sentAt: row.sent_at,
    sentBy: row.sent_by,
    content: row.content as AnswerContent,
  }));
}
