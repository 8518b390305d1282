import * as z from 'zod';
import { authorize, may } from '../../../domain/access/index.ts';
import {
  type AssessmentStatus,
  askContributionAgain,
  askUnits,
  assessmentStatusCodes,
  assessmentsOf,
  carryOver,
  confirmCarried,
  contributionsOf,
  earlierTextOf,
  getContribution,
  listPeriods,
  type MoveContribution,
  reopenContribution,
  takenTextsOf,
  takeText,
  withdrawContribution,
  writeContribution,
} from '../../../domain/assessments/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { refreshDraftsOf } from '../../../domain/reports/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { Reader, RequestContext } from '../../contracts.ts';
import {
  choice,
  idempotencyField,
  idField,
  manyOf,
  optionalChoice,
  optionalCivilDate,
  optionalId,
  optionalText,
  optionalWholeNumber,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { contributionListPage, contributionsPath, contributionViews } from './contribution-list-page.ts';
import { type ContributionFacts, contributionPage } from './contribution-page.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const statuses = assessmentStatusCodes as readonly [AssessmentStatus, ...AssessmentStatus[]];
const step = { input: { params: byId, form: z.object({ version: versionField, idempotencyKey: idempotencyField }) } };
const stepSample = { params: { id: anId }, form: { version: '1', idempotencyKey: 'prov' } };
type Writing = Pick<HandlerContext<'assessment.write'>, 'services' | 'auth' | 'language'>;

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
    onInvalid: async (ctx, state) =>
      contributionPage(ctx, await factsOf(ctx, ctx.auth, ctx.input.params.id), { text: state }),
  }),
  route({
    method: 'POST',
    path: '/lagesbilder/bidrag/:id/for-over',
    policy: 'assessment.write',
    about: 'För över organets förra text till perioden, märkt tills någon ändrar eller bekräftar den.',
    input: { params: byId, form: z.object({ idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'carryOver', idempotencyKey }, async (w) => {
        const { assignment, period, body } = await getContribution(w, id);
        return await carryOver(w, { assignmentId: assignment.id, periodId: period.id, bodyId: body.id });
      });
      return back(id, texts[ctx.language].carried);
    },
    onInvalid: async (ctx, state) =>
      contributionPage(ctx, await factsOf(ctx, ctx.auth, ctx.input.params.id), { text: state }),
  }),
  route({
    method: 'POST',
    path: '/lagesbilder/bidrag/:id/bekrafta',
    policy: 'assessment.write',
    about: 'Säger att en överförd text fortfarande gäller.',
    ...step,
    sample: stepSample,
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { version: expectedVersion, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'confirmCarried', idempotencyKey }, async (w) => {
        const { written } = await getContribution(w, id);
        if (!written) throw new AppError('record.notFound');
        await confirmCarried(w, { assessmentId: written.id, expectedVersion });
      });
      return back(id, texts[ctx.language].confirmed);
    },
    onInvalid: async (ctx, state) =>
      contributionPage(ctx, await factsOf(ctx, ctx.auth, ctx.input.params.id), { text: state }),
  }),
  route({
    method: 'POST',
    path: '/lagesbilder/bidrag/:id/oppna',
    policy: 'assessment.write',
    about: 'Öppnar ett klart bidrag igen.',
    ...step,
    sample: stepSample,
    handler: async (ctx) => {
      await move(ctx, reopenContribution, 'reopenContribution');
      return back(ctx.input.params.id, texts[ctx.language].reopened);
    },
    onInvalid: async (ctx, state) =>
      contributionPage(ctx, await factsOf(ctx, ctx.auth, ctx.input.params.id), { text: state }),
  }),
  route({
    method: 'POST',
    path: '/lagesbilder/bidrag/:id/behovs-inte',
    policy: 'assessment.write',
    about: 'Säger att ett begärt bidrag inte behövs.',
    ...step,
    sample: stepSample,
    handler: async (ctx) => {
      await move(ctx, withdrawContribution, 'withdrawContribution');
      return back(ctx.input.params.id, texts[ctx.language].withdrawn);
    },
    onInvalid: async (ctx, state) =>
      contributionPage(ctx, await factsOf(ctx, ctx.auth, ctx.input.params.id), { text: state }),
  }),
  route({
    method: 'POST',
    path: '/lagesbilder/bidrag/:id/begar-igen',
    policy: 'assessment.write',
    about: 'Begär ett bidrag igen som inte behövdes.',
    ...step,
    sample: stepSample,
    handler: async (ctx) => {
      await move(ctx, askContributionAgain, 'askContributionAgain');
      return back(ctx.input.params.id, texts[ctx.language].askedAgain);
    },
    onInvalid: async (ctx, state) =>
      contributionPage(ctx, await factsOf(ctx, ctx.auth, ctx.input.params.id), { text: state }),
  }),
  route({
    method: 'POST',
    path: '/lagesbilder/bidrag/:id/ta-in',
    policy: 'assessment.write',
    about: 'Tar in en enhets text sist i den samlade lägesbilden och håller reda på vems den var.',
    input: {
      params: byId,
      form: z.object({ kalla: idField(), version: versionField, idempotencyKey: idempotencyField }),
    },
    sample: { params: { id: anId }, form: { kalla: anId, version: '0', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { kalla: sourceId, version: expectedVersion, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'takeText', idempotencyKey }, async (w) => {
        const { body, assignment } = await getContribution(w, id);
        await takeText(w, { bodyId: body.id, sourceId, expectedVersion });
        await refreshDraftsOf(w, [assignment.id]);
      });
      return back(id, texts[ctx.language].taken);
    },
    onInvalid: async (ctx, state) =>
      contributionPage(ctx, await factsOf(ctx, ctx.auth, ctx.input.params.id), { text: state }),
  }),
  route({
    method: 'POST',
    path: '/lagesbilder/bidrag/:id/be-enheter',
    policy: 'assessment.write',
    about: 'Ber enheter om deras del av lägesbilden.',
    input: {
      params: byId,
      form: z.object({
        bodyIds: manyOf(idField()),
        otherId: optionalId(),
        dueOn: optionalCivilDate(),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: { id: anId }, form: { bodyIds: anId, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { bodyIds, otherId, dueOn = null, idempotencyKey } = ctx.input.form;
      const { asked, already } = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'askUnits', idempotencyKey },
        async (w) => {
          const { assignment, period, body } = await getContribution(w, id);
          return await askUnits(w, {
            assignmentId: assignment.id,
            periodId: period.id,
            partOfBodyId: body.id,
            bodyIds: [...bodyIds, ...(otherId ? [otherId] : [])],
            dueOn,
          });
        },
      );
      return back(id, texts[ctx.language].unitsAsked(asked, already));
    },
    onInvalid: async (ctx, state) =>
      contributionPage(ctx, await factsOf(ctx, ctx.auth, ctx.input.params.id), { asking: state }),
  }),
];

type Stepping = Writing & {
  readonly input: {
    readonly params: { readonly id: string };
    readonly form: { readonly version: number; readonly idempotencyKey: string };
  };
};

async function move(
  ctx: Stepping,
  verb: (w: Parameters<typeof reopenContribution>[0], input: MoveContribution) => Promise<void>,
  name: string,
): Promise<void> {
  const { version: expectedVersion, idempotencyKey } = ctx.input.form;
  const contributionId = ctx.input.params.id;
  await ctx.services.db.transact(ctx.auth, { verb: name, idempotencyKey }, (w) =>
    verb(w, { contributionId, expectedVersion }),
  );
}

function back(id: string, text: string) {
  return redirect(recordAddress('contribution', id), { flash: { tone: 'success', text } });
}

async function factsOf(
  ctx: Pick<RequestContext, 'services' | 'actor'>,
  auth: Parameters<typeof ctx.services.db.read>[0],
  id: string,
): Promise<ContributionFacts> {
  return await ctx.services.db.read(auth, (r) => gather(r, ctx.actor, id));
}

async function gather(r: Reader, actor: RequestContext['actor'], id: string): Promise<ContributionFacts> {
  const contribution = await getContribution(r, id);
  const { assignment, period, body, written } = contribution;
  const said = (await assessmentsOf(r, assignment.id)).filter((one) => one.period.id === period.id);
  // Whoever may write for every body goes through those of this one; others through all that are theirs.
  const mine = actor && may(actor, 'assessment.write') ? authorize(actor, 'assessment.write').bodies : [];
  return {
    contribution,
    said,
    written: said.find((one) => one.id === written?.id),
    earlier: await earlierTextOf(r, { assignmentId: assignment.id, periodId: period.id, bodyId: body.id }),
    siblings: await contributionsOf(r, { periodId: period.id, assignmentIds: [assignment.id] }),
    taken: written ? await takenTextsOf(r, written.id) : [],
    inPeriod: await contributionsOf(r, { periodId: period.id, bodyIds: mine === 'all' ? [body.id] : mine }),
    bodies: await listBodies(r),
  };
}
