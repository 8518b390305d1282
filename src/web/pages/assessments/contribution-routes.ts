import * as z from 'zod';
import { may } from '../../../domain/access/index.ts';
import {
  type AssessmentStatus,
  assessmentStatusCodes,
  contributionsOf,
  getContribution,
  listPeriods,
  writeContribution,
} from '../../../domain/assessments/index.ts';
import { refreshDraftsOf } from '../../../domain/reports/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import {
  choice,
  idempotencyField,
  idField,
  optionalChoice,
  optionalCivilDate,
  optionalId,
  optionalText,
  optionalWholeNumber,
  versionField,
} from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { factsOf } from './contribution-facts.ts';
import { contributionListPage, contributionsPath, contributionViews } from './contribution-list-page.ts';
import { contributionPage } from './contribution-page.ts';
import { back } from './contribution-steps.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const statuses = assessmentStatusCodes as readonly [AssessmentStatus, ...AssessmentStatus[]];

/** What is asked for at a period: the list, and the page on which one is written. */
export const contributionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: contributionsPath,
    policy: 'record.read',
    about: 'Visar vad varje utförare är ombedd att skriva i en period, hur långt det kommit och vem som är sen.',
    input: {
      query: z.object({
        period: optionalId(),
        visa: optionalChoice(contributionViews),
        organ: optionalId(),
        sida: optionalWholeNumber({ minimum: 1, maximum: 1000 }),
      }),
    },
    sample: {},
    handler: async (ctx) => {
      const { period: wanted, visa: view = 'alla', organ: bodyId, sida: pageNumber = 1 } = ctx.input.query;
      const facts = await ctx.services.db.read(ctx.auth, async (r) => {
        const periods = await listPeriods(r);
        const today = ctx.services.runtime.today();
        const period = wanted
          ? periods.find(({ id }) => id === wanted)
          : (periods.find((one) => one.state === 'open' && one.contributionsDueOn !== null && one.startsOn <= today) ??
            periods[0]);
        if (wanted && !period) throw new AppError('record.notFound');
        const contributions = period ? await contributionsOf(r, { periodId: period.id }) : [];
        return { periods, period, contributions };
      });
      return contributionListPage(ctx, { ...facts, view, bodyId, pageNumber });
    },
  }),
  route({
    method: 'GET',
    path: '/lagesbilder/bidrag/:id',
    policy: 'record.read',
    about: 'Visar ett begärt bidrag med formuläret, förra textens ord och enheternas texter bredvid.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => contributionPage(ctx, await factsOf(ctx, ctx.auth, ctx.input.params.id)),
  }),
  route({
    method: 'POST',
    path: '/lagesbilder/bidrag/:id',
    policy: 'assessment.write',
    about: 'Skriver läge, bedömning och text i ett bidrag, och markerar det som klart om det begärs.',
    input: {
      params: byId,
      form: z.object({
        status: choice(statuses),
        forecastOn: optionalCivilDate(),
        text: optionalText({ maximum: 10_000 }),
        klar: optionalChoice(['ja']),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: { id: anId },
      form: { status: 'started', text: 'Uppdraget har påbörjats.', version: '0', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { status, forecastOn = null, text = '', klar, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'writeContribution', idempotencyKey }, async (w) => {
        const { assignment } = await getContribution(w, id);
        const ready = klar === 'ja';
        await writeContribution(w, { contributionId: id, status, text, forecastOn, expectedVersion: version, ready });
        // A draft without quotation gets the main text; a quotation that is there stays, and shows that there is a newer one.
        await refreshDraftsOf(w, [assignment.id]);
      });
      const t = texts[ctx.language];
      return back(id, klar ? t.markedReady : t.saved);
    },
    onInvalid: async (ctx, state) => {
      const facts = await factsOf(ctx, ctx.auth, ctx.input.params.id);
      if (!may(ctx.actor, 'assessment.write', facts.contribution.body.id)) throw new AppError('access.denied');
      return contributionPage(ctx, facts, { text: state });
    },
  }),
];
