import * as z from 'zod';
import { accountsWhoMay } from '../../../../domain/access/index.ts';
import { listBodies } from '../../../../domain/organisation/index.ts';
import { assignSections, markSectionReady, reopenSection } from '../../../../domain/returns/index.ts';
import { isId } from '../../../../kernel/id.ts';
import { answersField } from '../../../components/form-question/read-answer-value.ts';
import type { FormState } from '../../../contracts.ts';
import {
  idempotencyField,
  idField,
  manyOf,
  optionalChoice,
  optionalCivilDate,
  optionalId,
  text,
  versionField,
} from '../../../input.ts';
import { type Page, redirect } from '../../../reply.ts';
import { type Route, route } from '../../../route.ts';
import { giveOutPage } from './give-out-page.ts';
import { reportPath, sectionPath, workPath } from './report-address.ts';
import { aidedFacts, type Reading, reportFacts } from './report-facts.ts';
import { reading } from './report-routes.ts';
import { proofFor, saveAnswers } from './save-answers.ts';
import { sectionOf, sectionPage } from './section-page.ts';
import { typedAnswers } from './typed-answers.ts';
import { workTexts } from './work-texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const bySection = z.object({ id: idField(), avsnitt: text({ maximum: 100 }) });
const section = `${workPath}/:id/avsnitt/:avsnitt` as const;
const sectionSample = { id: anId, avsnitt: 'a' };

/** "<id>:<version>": a section that was ticked, as it was seen. */
const seenSection = text({ maximum: 60 }).transform((ticked, issues) => {
  const [id = '', version = ''] = ticked.split(':');
  if (isId(id) && /^\d{1,9}$/.test(version)) return { id, expectedVersion: Number(version) };
  issues.addIssue({ code: 'custom', message: 'validation.id' });
  return z.NEVER;
});

/** Sections given out and answered. */
export const answeringRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${workPath}/:id/utdelning`,
    policy: 'return.edit',
    about: 'Visar formuläret där avsnitt delas ut till enheter och personer.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: (ctx) => drawGiveOut(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: `${workPath}/:id/utdelning`,
    policy: 'return.edit',
    about: 'Delar ut avsnitt till en enhet, till personer eller till båda, med en sista dag.',
    input: {
      params: byId,
      form: z.object({
        sections: manyOf(seenSection),
        unitBodyId: optionalId(),
        responsibleIds: manyOf(idField()),
        dueOn: optionalCivilDate(),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: { id: anId }, form: { sections: `${anId}:1`, unitBodyId: anId, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { sections, unitBodyId = null, responsibleIds, dueOn = null, idempotencyKey } = ctx.input.form;
      const reportId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'assignSections', idempotencyKey }, (w) =>
        assignSections(w, { reportId, sections, unitBodyId, responsibleIds, dueOn }),
      );
      return redirect(reportPath(reportId), {
        flash: { tone: 'success', text: workTexts[ctx.language].givenFlash },
      });
    },
    onInvalid: (ctx, state) => drawGiveOut(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'GET',
    path: section,
    policy: 'record.read',
    about: 'Visar ett avsnitt av en redovisning: fält för dem som svarar, svaren för andra.',
    input: { params: bySection },
    sample: { params: sectionSample },
    handler: async (ctx) => sectionPage(ctx, await aidedFacts(ctx, ctx.input.params.id), ctx.input.params.avsnitt),
  }),
  route({
    method: 'POST',
    path: section,
    policy: 'return.answer',
    about: 'Sparar de svar i ett avsnitt som har ändrats, och markerar avsnittet som klart om det begärs.',
    input: {
      params: bySection,
      form: z.object({
        answers: answersField,
        klar: optionalChoice(['ja']),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: sectionSample, form: { version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id, avsnitt } = ctx.input.params;
      const { answers: posted, klar, version, idempotencyKey } = ctx.input.form;
      const t = workTexts[ctx.language];
      const facts = await reportFacts(reading(ctx), id);
      const own = sectionOf(facts, avsnitt);
      const typed = typedAnswers(posted);
      const { kept, refused } = await saveAnswers(ctx, facts, {
        questions: own.questions,
        posted,
        typed,
        idempotencyKey,
      });
      if (refused) {
        const shown = sectionPage(ctx, await aidedFacts(reading(ctx), id), avsnitt, refused);
        return { ...shown, status: refused.state.problems.length > 0 ? 422 : 409 };
      }
      if (klar === undefined) {
        const flash = { tone: 'success', text: kept > 0 ? t.saved : t.unchanged } as const;
        return redirect(sectionPath(id, avsnitt), { flash });
      }
      await ctx.services.db.transact(
        proofFor(ctx, facts),
        { verb: 'markSectionReady', idempotencyKey: `${idempotencyKey}-klar` },
        (w) => markSectionReady(w, { reportId: id, sectionId: own.section.id, expectedVersion: version }),
      );
      return redirect(reportPath(id), { flash: { tone: 'success', text: t.markedReady } });
    },
    onInvalid: async (ctx, state) => refusedSection(ctx, state),
  }),
  route({
    method: 'POST',
    path: `${section}/oppna`,
    policy: 'return.answer',
    about: 'Öppnar ett avsnitt som är klart, så att svaren kan ändras.',
    input: { params: bySection, form: z.object({ version: versionField, idempotencyKey: idempotencyField }) },
    sample: { params: sectionSample, form: { version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id, avsnitt } = ctx.input.params;
      const { version, idempotencyKey } = ctx.input.form;
      const facts = await reportFacts(reading(ctx), id);
      const sectionId = sectionOf(facts, avsnitt).section.id;
      await ctx.services.db.transact(proofFor(ctx, facts), { verb: 'reopenSection', idempotencyKey }, (w) =>
        reopenSection(w, { reportId: id, sectionId, expectedVersion: version }),
      );
      return redirect(sectionPath(id, avsnitt), {
        flash: { tone: 'success', text: workTexts[ctx.language].reopened },
      });
    },
    onInvalid: async (ctx, state) => refusedSection(ctx, state),
  }),
];

type SectionContext = Parameters<typeof reading>[0] & {
  readonly input: { readonly params: { readonly id: string; readonly avsnitt: string } };
};

/** A rule said no: the section with all that was typed, and the answers that somebody else gave meanwhile. */
async function refusedSection(ctx: SectionContext, state: FormState): Promise<Page> {
  const { id, avsnitt } = ctx.input.params;
  const facts = await aidedFacts(reading(ctx), id);
  return sectionPage(ctx, facts, avsnitt, { state, conflicts: [] });
}

async function drawGiveOut(ctx: Reading, id: string, state?: FormState): Promise<Page> {
  const facts = await reportFacts(ctx, id);
  const { bodies, people } = await ctx.services.db.read(ctx.auth, async (r) => ({
    bodies: await listBodies(r),
    people: await accountsWhoMay(r, 'return.answer', null, ctx.services.runtime.today()),
  }));
  return giveOutPage(ctx, { ...facts, bodies, people }, state);
}
