import * as z from 'zod';
import {
  addPilotSite,
  deviationKindCodes,
  endDeviationFunction,
  everyArea,
  type FunctionArea,
  type LeaveRule,
  leaveRuleCodes,
  listCountedDeviations,
  listDeviationFunctions,
  listDeviationPrincipals,
  listLeaveRules,
  listPilotSites,
  type PatternSide,
  type PatternStep,
  patternOf,
  patternSideCodes,
  patternStepCodes,
  registerDeviationFunction,
  setLeaveRule,
} from '../../../domain/deviations/index.ts';
import type { Reader, RequestContext } from '../../contracts.ts';
import {
  choice,
  civilDateField,
  idempotencyField,
  idField,
  optionalChoice,
  optionalCivilDate,
  optionalText,
  optionalWholeNumber,
  text,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { tableFile, tableFormats } from '../../table-file.ts';
import { anId } from '../followup/sample-id.ts';
import { deviationsHref } from './deviation-view.ts';
import { patternPage, patternSheet } from './pattern-page.ts';
import { registerPage, type SentRegister } from './register-page.ts';
import { texts } from './texts.ts';

type Some<T> = readonly [T, ...T[]];
const registerHref = `${deviationsHref}/register` as const;
const once = { idempotencyKey: idempotencyField };
const year = optionalWholeNumber({ minimum: 2000, maximum: 2100 });
const patternQuery = z.object({
  fordela: optionalChoice(patternSideCodes as Some<PatternSide>),
  steg: optionalChoice(patternStepCodes as Some<PatternStep>),
  fran: year,
  till: year,
});

/** The patterns of deviations, and the register of functions, rules and pilot sites. */
export const deviationRegisterRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${deviationsHref}/monster`,
    policy: 'record.read',
    about: 'Visar hur avvikelserna fördelar sig över tid, utan små grupper.',
    input: { query: patternQuery },
    sample: {},
    handler: async (ctx) => patternPage(ctx, await patternFacts(ctx, ctx.input.query)),
  }),
  route({
    method: 'GET',
    path: `${deviationsHref}/monster/fil/:format`,
    policy: 'record.read',
    about: 'Lämnar mönstret som fil för kalkylprogram, utan små grupper.',
    input: { params: z.object({ format: choice(tableFormats) }), query: patternQuery },
    sample: { params: { format: 'csv' } },
    handler: async (ctx) => {
      const { pattern, fromYear, toYear } = await patternFacts(ctx, ctx.input.query);
      return tableFile(patternSheet(ctx, pattern), `avvikelser-${fromYear}-${toYear}`, ctx.input.params.format);
    },
  }),
  route({
    method: 'GET',
    path: registerHref,
    policy: 'record.read',
    about: 'Visar utpekade funktioner, regeln om permission och var formuläret prövas.',
    sample: {},
    handler: (ctx) => ownPage(ctx),
  }),
  route({
    method: 'POST',
    path: `${registerHref}/funktion`,
    policy: 'deviation.handle',
    about: 'Pekar ut en funktion som tar hand om avvikelser hos en huvudman.',
    input: {
      form: z.object({
        bodyId: idField(),
        area: choice([everyArea, ...deviationKindCodes] as unknown as Some<FunctionArea>),
        title: text({ maximum: 200 }),
        mailbox: text({ maximum: 200 }),
        ...once,
      }),
    },
    sample: {
      form: { bodyId: anId, area: 'all', title: 'SAS', mailbox: 'sas@kommun.example', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { idempotencyKey, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'registerDeviationFunction', idempotencyKey }, (w) =>
        registerDeviationFunction(w, fields),
      );
      return done(texts[ctx.language].functionAdded);
    },
    onInvalid: (ctx, state) => ownPage(ctx, { which: 'function', state }),
  }),
  route({
    method: 'POST',
    path: `${registerHref}/funktion/:id/avsluta`,
    policy: 'deviation.handle',
    about: 'Avslutar en utpekad funktion.',
    input: { params: z.object({ id: idField() }), form: z.object(once) },
    sample: { params: { id: anId }, form: { idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'endDeviationFunction', idempotencyKey }, (w) =>
        endDeviationFunction(w, ctx.input.params.id),
      );
      return done(texts[ctx.language].functionEnded);
    },
    onInvalid: (ctx) => ownPage(ctx),
  }),
  route({
    method: 'POST',
    path: `${registerHref}/permission`,
    policy: 'deviation.handle',
    about: 'Sätter regeln för vem som rapporterar när någon är på permission.',
    input: {
      form: z.object({
        rule: choice(leaveRuleCodes as Some<LeaveRule>),
        motive: text({ maximum: 2_000 }),
        validFrom: civilDateField(),
        ...once,
      }),
    },
    sample: { form: { rule: 'undecided', motive: 'Prov', validFrom: '2026-01-01', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'setLeaveRule', idempotencyKey }, (w) =>
        setLeaveRule(w, fields),
      );
      return done(texts[ctx.language].ruleSaved);
    },
    onInvalid: (ctx, state) => ownPage(ctx, { which: 'rule', state }),
  }),
  route({
    method: 'POST',
    path: `${registerHref}/pilot`,
    policy: 'deviation.handle',
    about: 'Lägger till en plats där formuläret prövas.',
    input: {
      form: z.object({
        pilotBodyId: idField(),
        site: text({ maximum: 200 }),
        startsOn: civilDateField(),
        endsOn: optionalCivilDate(),
        note: optionalText({ maximum: 1_000 }),
        ...once,
      }),
    },
    sample: { form: { pilotBodyId: anId, site: 'Prov', startsOn: '2026-01-01', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, pilotBodyId: bodyId, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addPilotSite', idempotencyKey }, (w) =>
        addPilotSite(w, { bodyId, ...fields }),
      );
      return done(texts[ctx.language].pilotAdded);
    },
    onInvalid: (ctx, state) => ownPage(ctx, { which: 'pilot', state }),
  }),
];

type ReadingContext = RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] };

async function ownPage(ctx: ReadingContext, sent?: SentRegister) {
  const facts = await ctx.services.db.read(ctx.auth, async (given) => {
    const r = given as Reader;
    return {
      principals: await listDeviationPrincipals(r),
      functions: await listDeviationFunctions(r),
      rules: await listLeaveRules(r),
      sites: await listPilotSites(r),
    };
  });
  return registerPage(ctx, facts, sent);
}

async function patternFacts(ctx: ReadingContext, query: z.output<typeof patternQuery>) {
  const thisYear = Number(ctx.services.runtime.today().slice(0, 4));
  const { fordela: side = 'kind', steg: step = 'quarter', till: to = thisYear } = query;
  const toYear = Math.min(to, thisYear + 1);
  // Ten years at most, so that a table is never wider than somebody can read.
  const fromYear = Math.max(Math.min(query.fran ?? toYear - 1, toYear), toYear - 9);
  const [from, last] = [`${fromYear}-01-01`, `${toYear}-12-31`];
  const [until = last] = [last, ctx.services.runtime.today()].toSorted();
  const counted = await ctx.services.db.read(ctx.auth, (r) => listCountedDeviations(r as Reader, { from, to: until }));
  // Nobody asked for the year before: it is left out when nothing happened in it.
  const shown =
    query.fran === undefined && counted.every(({ startsOn }) => startsOn >= `${toYear}`) ? toYear : fromYear;
  const pattern = patternOf(counted, { side, step, from: `${shown}-01-01`, to: until });
  return { pattern, step, fromYear: shown, toYear };
}

function done(said: string) {
  return redirect(registerHref, { flash: { tone: 'success', text: said } });
}
