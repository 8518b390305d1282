import * as z from 'zod';
import { documentFormats, writeDocument } from '../../../documents/out/index.ts';
import {
  authorityOf,
  editInput,
  getBudgetInput,
  inputDocument,
  listBudgetInputs,
  startInput,
} from '../../../domain/inputs/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { documentView } from '../../components/document-view/document-view.ts';
import { freshForm, type Reader } from '../../contracts.ts';
import {
  choice,
  idempotencyField,
  idField,
  optionalCivilDate,
  optionalId,
  optionalText,
  text,
  versionField,
  wholeNumber,
} from '../../input.ts';
import { file, page, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { gatherInput, inputBodies } from './budget-input-facts.ts';
import { letterPage, startInputPage } from './budget-input-forms.ts';
import { budgetInputListPage } from './budget-input-list-page.ts';
import { requireInputRight } from './budget-input-look.ts';
import { budgetInputPage, inputCrumbs } from './budget-input-page.ts';
import { budgetInputPointRoutes } from './budget-input-point-routes.ts';
import { budgetInputSettleRoutes } from './budget-input-settle-routes.ts';
import { budgetInputStepRoutes } from './budget-input-step-routes.ts';
import { inputTexts } from './budget-input-texts.ts';
import { anId } from './sample-id.ts';

const params = z.object({ id: idField() });
const sample = { params: { id: anId } };
const fileFormats = documentFormats.filter((format) => format !== 'json') as ['pdf', 'docx', 'html'];

/** Input to the next plan: all of it, one with its points, its letter, and what the plan made of it. */
export const budgetInputRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/uppfoljning/inspel',
    policy: 'record.read',
    about: 'Visar organens inspel till planerna, hur långt de har kommit och vad punkterna blev.',
    sample: {},
    handler: async (ctx) => budgetInputListPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listBudgetInputs(r))),
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/inspel/ny',
    policy: 'report.edit',
    about: 'Visar formuläret där ett inspel påbörjas.',
    sample: {},
    handler: async (ctx) => {
      const today = ctx.services.runtime.today();
      const options = await ctx.services.db.read(ctx.auth, (r) => inputBodies(r, ctx.actor, today));
      const only = options.bodies.length === 1 ? options.bodies[0]?.value : undefined;
      return startInputPage(ctx, freshForm({ bodyId: only, forYear: String(Number(today.slice(0, 4)) + 1) }), options);
    },
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/inspel/ny',
    policy: 'report.edit',
    about: 'Påbörjar ett organs inspel till planen för ett år.',
    input: {
      form: z.object({
        bodyId: idField(),
        forYear: wholeNumber({ minimum: 1990, maximum: 2100 }),
        toBodyId: optionalId(),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { form: { bodyId: anId, forYear: '2027', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, toBodyId = null, ...input } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'startInput', idempotencyKey }, (w) =>
        startInput(w, { ...input, toBodyId }),
      );
      return redirect(recordAddress('budgetInput', id), {
        flash: { tone: 'success', text: inputTexts[ctx.language].started },
      });
    },
    onInvalid: async (ctx, state) =>
      startInputPage(
        ctx,
        state,
        await ctx.services.db.read(ctx.auth, (r) => inputBodies(r, ctx.actor, ctx.services.runtime.today())),
      ),
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/inspel/:id',
    policy: 'record.read',
    about: 'Visar ett inspel: dess väg, dess punkter, varifrån de kommer och vad de blev.',
    input: { params },
    sample,
    handler: async (ctx) =>
      budgetInputPage(
        ctx,
        await ctx.services.db.read(ctx.auth, (r) => gatherInput(r, ctx.input.params.id, ctx.services.runtime.today())),
      ),
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/inspel/:id/brev',
    policy: 'report.edit',
    about: 'Visar formuläret för det som står runt punkterna i inspelets brev.',
    input: { params },
    sample,
    handler: async (ctx) => {
      const { input, receivers } = await ctx.services.db.read(ctx.auth, (r) =>
        letterFacts(r, ctx.input.params.id, ctx.services.runtime.today()),
      );
      requireInputRight(ctx.actor, input, 'edit');
      return letterPage(ctx, input, receivers);
    },
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/inspel/:id/brev',
    policy: 'report.edit',
    about: 'Sparar rubrik, mottagare, datum och inledning i ett inspel.',
    input: {
      params,
      form: z.object({
        title: text({ maximum: 300 }),
        opening: optionalText({ maximum: 10_000 }),
        datedOn: optionalCivilDate(),
        toBodyId: optionalId(),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { ...sample, form: { title: 'Inspel', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: inputId } = ctx.input.params;
      const { version, idempotencyKey, title, opening = '', datedOn = null, toBodyId = null } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'editInput', idempotencyKey }, (w) =>
        editInput(w, { inputId, expectedVersion: version, title, opening, datedOn, toBodyId }),
      );
      return redirect(recordAddress('budgetInput', inputId), {
        flash: { tone: 'success', text: inputTexts[ctx.language].saved },
      });
    },
    onInvalid: async (ctx, state) => {
      const { input, receivers } = await ctx.services.db.read(ctx.auth, (r) =>
        letterFacts(r, ctx.input.params.id, ctx.services.runtime.today()),
      );
      return letterPage(ctx, input, receivers, state);
    },
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/inspel/:id/forhandsgranska',
    policy: 'record.read',
    about: 'Visar inspelets brev som det dokument det blir.',
    input: { params },
    sample,
    handler: async (ctx) => {
      const { input, tree } = await ctx.services.db.read(ctx.auth, (r) => letterOf(r, ctx.input.params.id));
      const t = inputTexts[ctx.language];
      return page({ title: t.letter, crumbs: inputCrumbs(ctx, input, t.letter), body: documentView(tree) });
    },
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/inspel/:id/fil/:format',
    policy: 'record.read',
    about: 'Lämnar inspelets brev som fil: PDF, DOCX eller HTML.',
    input: { params: z.object({ id: idField(), format: choice(fileFormats) }) },
    sample: { params: { id: anId, format: 'pdf' } },
    handler: async (ctx) => {
      const { id, format } = ctx.input.params;
      const { input, tree } = await ctx.services.db.read(ctx.auth, (r) => letterOf(r, id));
      const { bytes, mediaType } = await writeDocument(tree, format);
      return file({ bytes, type: mediaType, name: `inspel-${input.forYear}.${format}` });
    },
  }),
  ...budgetInputPointRoutes,
  ...budgetInputStepRoutes,
  ...budgetInputSettleRoutes,
];

async function letterFacts(r: Reader, id: string, today: CivilDate) {
  const { receivers } = await inputBodies(r, undefined, today);
  const input = await getBudgetInput(r, id);
  return { input, receivers: receivers.filter(({ value }) => value !== input.body.id) };
}

/** The letter: what was decided when it is frozen, otherwise as it stands now. */
async function letterOf(r: Reader, id: string) {
  const input = await getBudgetInput(r, id);
  return { input, tree: input.frozen?.tree ?? inputDocument(input, await authorityOf(r)) };
}
