import * as z from 'zod';
import {
  type AnswerType,
  answerTypeCodes,
  claimsToSettle,
  compareWithLast,
  type StandingAnswer,
  standingAnswers,
} from '../../../domain/reports/index.ts';
import { isId } from '../../../kernel/id.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import {
  idempotencyField,
  idField,
  optionalChoice,
  optionalCivilDate,
  optionalText,
  text,
  versionField,
} from '../../input.ts';
import { type Page, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { reportFor } from './gather-answer.ts';
import { reportWritePage } from './report-write-page.ts';
import { anId } from './sample-id.ts';
import { type SavedAnswers, saveAnswers } from './save-answers.ts';
import { writeTexts } from './write-texts.ts';

const params = z.object({ id: idField() });
const types = answerTypeCodes as readonly [AnswerType, ...AnswerType[]];
const byEntry = <T>(value: z.ZodType<T>) => z.record(idField() as z.ZodType<string, string>, value).default({});

/** "notConcerned:<id of the answer>": the button that was pressed. */
const standing = optionalText({ maximum: 80 }).transform((pressed, issues) => {
  if (pressed === undefined) return undefined;
  const [answer = '', entryId = ''] = pressed.split(':');
  if ((standingAnswers as readonly string[]).includes(answer) && isId(entryId))
    return { answer: answer as StandingAnswer, entryId };
  issues.addIssue({ code: 'custom', message: 'validation.choose' });
  return z.NEVER;
});

type Reading = RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] };

/** The whole report on one page: all answers in one form. */
export const reportWriteRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/uppfoljning/:id/skriv',
    policy: 'report.edit',
    about: 'Visar alla svar i en återrapportering i ett formulär, så att hela rapporten skrivs på en sida.',
    input: { params },
    sample: { params: { id: anId } },
    handler: (ctx) => writePage(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/skriv',
    policy: 'report.edit',
    about: 'Sparar de svar som har ändrats, vart och ett för sig, och visar båda texterna där någon annan hann före.',
    input: {
      params,
      form: z.object({
        answer: byEntry(z.string().max(20_000)),
        type: byEntry(optionalChoice(types)),
        seen: byEntry(text({ maximum: 40 })),
        recheck: byEntry(optionalCivilDate()),
        versions: byEntry(versionField),
        reportVersion: versionField,
        foreword: optionalText({ maximum: 20_000 }),
        closing: optionalText({ maximum: 20_000 }),
        seenTexts: text({ maximum: 40 }),
        standing,
        // The first button of a form is what Enter presses: it saves and stays.
        next: optionalChoice(['ready']),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: { id: anId },
      form: { reportVersion: '1', seenTexts: 'x', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { answer, type, seen, versions, recheck, ...form } = ctx.input.form;
      // Asked before anything is written, so that a report in another state or of another body refuses the whole form.
      await ctx.services.db.read(ctx.auth, (r) => reportFor(r, id, 'edit'));
      const outcome = await saveAnswers(ctx.services.db, ctx.auth, {
        reportId: id,
        idempotencyKey: form.idempotencyKey,
        answers: Object.entries(answer).map(([entryId, words]) => ({
          entryId,
          answer: words.replace(/\r\n?/gu, '\n').normalize('NFC'),
          answerType: type[entryId],
          version: versions[entryId] ?? 0,
          seen: seen[entryId] ?? '',
        })),
        texts: {
          foreword: form.foreword ?? '',
          closing: form.closing ?? '',
          version: form.reportVersion,
          seen: form.seenTexts,
        },
        standing: form.standing && { ...form.standing, recheckOn: recheck[form.standing.entryId] },
      });
      const typed = { ...Object.fromEntries(Object.entries(answer).map(([key, words]) => [`answer.${key}`, words])) };
      if (outcome.conflicts.length > 0 || outcome.textsConflict)
        return writePage(ctx, id, {
          state: {
            values: {
              ...typed,
              ...Object.fromEntries(Object.entries(type).map(([key, code]) => [`type.${key}`, code])),
              foreword: form.foreword,
              closing: form.closing,
            },
            problems: [],
          },
          outcome,
        });
      const t = writeTexts[ctx.language];
      const here = recordAddress('report', id);
      const flash = {
        tone: 'success',
        text: outcome.saved === 0 && outcome.textsSaved ? t.textsSaved : t.saved(outcome.saved),
      } as const;
      if (form.next === 'ready') return redirect(`${here}/klar`, { flash });
      return redirect(`${here}/skriv${form.standing ? `#svar-${form.standing.entryId}` : ''}`, { flash });
    },
    onInvalid: (ctx, state) =>
      writePage(ctx, ctx.input.params.id, { state, outcome: { conflicts: [], textsConflict: false } }),
  }),
];

async function writePage(
  ctx: Reading,
  id: string,
  sent?: { readonly state: FormState; readonly outcome: Pick<SavedAnswers, 'conflicts' | 'textsConflict'> },
): Promise<Page> {
  const today = ctx.services.runtime.today();
  const facts = await ctx.services.db.read(ctx.auth, async (r) => {
    const report = await reportFor(r, id, 'edit');
    return { report, toSettle: claimsToSettle(report, today), compared: await compareWithLast(r, report, today) };
  });
  return reportWritePage(ctx, facts, sent);
}
