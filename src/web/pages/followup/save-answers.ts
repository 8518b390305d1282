import { createHash } from 'node:crypto';
import {
  type AnswerType,
  answerStanding,
  editEntry,
  editReportTexts,
  type Report,
  type ReportEntry,
  type StandingAnswer,
} from '../../../domain/reports/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { RequestContext } from '../../contracts.ts';

type Db = RequestContext['services']['db'];
type Auth = Parameters<Db['transact']>[0];

/** What the form of the whole report sends of one answer: its words, and which words and version it began from. */
export type SentAnswer = {
  readonly entryId: string;
  readonly answer: string;
  readonly answerType: AnswerType | undefined;
  readonly version: number;
  readonly seen: string;
};

/** A standing answer that was pressed in the same form. */
export type PressedStanding = {
  readonly entryId: string;
  readonly answer: StandingAnswer;
  readonly recheckOn?: CivilDate;
};

export type SavedAnswers = {
  readonly saved: number;
  readonly textsSaved: boolean;
  /** The answers that somebody else had saved meanwhile; nothing of theirs was written over. */
  readonly conflicts: readonly string[];
  readonly textsConflict: boolean;
};

/** The fingerprint by which a form tells a text that was changed in it from one that was only shown. */
export function fingerprint(...words: readonly string[]): string {
  return createHash('sha256').update(words.join('\u0000')).digest('base64url').slice(0, 16);
}

/** What the form shows of an entry, and therefore what counts as unchanged. */
export function seenOf(entry: Pick<ReportEntry, 'answer' | 'answerType' | 'edited'>): string {
  return fingerprint(entry.answer.trim(), entry.edited ? entry.answerType : '');
}

/** The same of the texts around. */
export function seenTexts(report: Pick<Report, 'foreword' | 'closing'>): string {
  return fingerprint(report.foreword.trim(), report.closing.trim());
}

/**
 * Saves what was changed in the form of a whole report: each answer in a transaction of its own, whole or not at all, so that one conflict does not
 * cost the others. The key of the form makes each of them count once.
 */
export async function saveAnswers(
  db: Db,
  auth: Auth,
  input: {
    readonly reportId: string;
    readonly idempotencyKey: string;
    readonly answers: readonly SentAnswer[];
    readonly texts: {
      readonly foreword: string;
      readonly closing: string;
      readonly version: number;
      readonly seen: string;
    };
    readonly standing: PressedStanding | undefined;
  },
): Promise<SavedAnswers> {
  const { reportId, idempotencyKey, texts, standing } = input;
  const changed = input.answers.filter(
    (one) => one.entryId !== standing?.entryId && fingerprint(one.answer.trim(), one.answerType ?? '') !== one.seen,
  );
  const once = (verb: string, of: string) => ({ verb, idempotencyKey: `${idempotencyKey}:${of}` });
  const conflicts: string[] = [];
  for (const { entryId, answer, answerType, version } of changed) {
    const done = await unlessChanged(() =>
      db.transact(auth, once('editEntry', entryId), (w) =>
        editEntry(w as never, { entryId, expectedVersion: version, answer, ...(answerType && { answerType }) }),
      ),
    );
    if (!done) conflicts.push(entryId);
  }
  if (standing) {
    const { entryId, answer, recheckOn } = standing;
    const version = input.answers.find((one) => one.entryId === entryId)?.version ?? 0;
    const done = await unlessChanged(() =>
      db.transact(auth, once('answerStanding', entryId), (w) =>
        answerStanding(w as never, { entryId, expectedVersion: version, answer, recheckOn }),
      ),
    );
    if (!done) conflicts.push(entryId);
  }
  const textsChanged = fingerprint(texts.foreword.trim(), texts.closing.trim()) !== texts.seen;
  const textsDone =
    !textsChanged ||
    (await unlessChanged(() =>
      db.transact(auth, once('editReportTexts', 'texts'), (w) =>
        editReportTexts(w as never, {
          reportId,
          expectedVersion: texts.version,
          foreword: texts.foreword,
          closing: texts.closing,
        }),
      ),
    ));
  return {
    saved: changed.length + (standing ? 1 : 0) - conflicts.length,
    textsSaved: textsChanged && textsDone,
    conflicts,
    textsConflict: !textsDone,
  };
}

/** Whether it was done; what somebody else changed meanwhile is not, and every other refusal is the caller's. */
async function unlessChanged(run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'record.changedMeanwhile') return false;
    throw error;
  }
}
