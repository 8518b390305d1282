import * as z from 'zod';
import { authorize, may } from '../../../../domain/access/index.ts';
import { listFormVersions, printedCode, shippedFormNames, takeInShippedForm } from '../../../../domain/forms/index.ts';
import { sourcePlacesOf } from '../../../../domain/matters/index.ts';
import { listBodies } from '../../../../domain/organisation/index.ts';
import {
  getFormReturn,
  listNationalReports,
  readPaperFor,
  startNationalReport,
  takeAnswersFromReturn,
  takePaperAnswer,
} from '../../../../domain/returns/index.ts';
import type { Authorized } from '../../../../kernel/authorized.ts';
import type { Reader, RequestContext } from '../../../contracts.ts';
import { civilDateField, idempotencyField, idField, optionalText, text, versionField } from '../../../input.ts';
import { type Page, redirect } from '../../../reply.ts';
import { type Route, route } from '../../../route.ts';
import { anId } from '../../followup/sample-id.ts';
import { chooseReportPage, type PaperChoices } from './choose-report-page.ts';
import { paperPath } from './paper-address.ts';
import { paperPage } from './paper-page.ts';
import { paperTexts } from './paper-texts.ts';

const bothIds = z.object({ id: idField(), formReturnId: idField() });
const sampleIds = { id: anId, formReturnId: anId };

/** From a paper to a form: where its answers go, what they are, and taking them. */
export const paperRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/redovisningar/:id/till-formular',
    policy: 'return.edit',
    about:
      'Visar vart svaren på en inläst redovisning kan tas: redovisningar som besvaras, och formulär att börja en ny med.',
    input: { params: z.object({ id: idField() }) },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      chooseReportPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherChoices(r, ctx, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: '/redovisningar/:id/till-formular',
    policy: 'return.edit',
    about: 'Börjar en redovisning och tar in svaren ur en inläst.',
    input: {
      params: z.object({ id: idField() }),
      form: z.object({
        form: text({ maximum: 100 }),
        title: text({ maximum: 300 }),
        bodyId: idField(),
        receiver: text({ maximum: 200 }),
        dueOn: civilDateField(),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: { id: anId },
      form: {
        form: anId,
        title: 'Redovisning',
        bodyId: anId,
        receiver: 'Socialstyrelsen',
        dueOn: '2026-12-31',
        idempotencyKey: 'prov',
      },
    },
    handler: async (ctx) => {
      const { id: formReturnId } = ctx.input.params;
      const { form, idempotencyKey, ...start } = ctx.input.form;
      const { year } = await ctx.services.db.read(ctx.auth, (r) => getFormReturn(r, formReturnId));
      const formVersionId = await versionOf(ctx, form, year);
      const begun = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'startReportFromPaper', idempotencyKey },
        async (w) => {
          const nationalReportId = await startNationalReport(w, { ...start, formVersionId, year });
          const { taken } = await takeAnswersFromReturn(w, { nationalReportId, formReturnId });
          return { nationalReportId, count: taken.length };
        },
      );
      return redirect(paperPath(begun.nationalReportId, formReturnId), {
        flash: { tone: 'success', text: paperTexts[ctx.language].started(begun.count) },
      });
    },
    onInvalid: async (ctx, state) =>
      chooseReportPage(
        ctx,
        await ctx.services.db.read(ctx.auth, (r) => gatherChoices(r, ctx, ctx.input.params.id)),
        state,
      ),
  }),
  route({
    method: 'GET',
    path: '/redovisningar/arbete/:id/ur-papper/:formReturnId',
    policy: 'record.read',
    about:
      'Visar vad en inläst redovisning ger en som besvaras: svar att ta in, vad som måste frågas, och vad som skiljer sig.',
    input: { params: bothIds },
    sample: { params: sampleIds },
    handler: async (ctx) => await readPaperPage(ctx, ctx.input.params),
  }),
  route({
    method: 'POST',
    path: '/redovisningar/arbete/:id/ur-papper/:formReturnId',
    policy: 'return.edit',
    about: 'Tar in de säkra svaren ur en inläst redovisning; det som är skrivet står kvar.',
    input: { params: bothIds, form: z.object({ idempotencyKey: idempotencyField }) },
    sample: { params: sampleIds, form: { idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id, formReturnId } = ctx.input.params;
      const { idempotencyKey } = ctx.input.form;
      const { taken } = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'takeAnswersFromReturn', idempotencyKey },
        (w) => takeAnswersFromReturn(w, { nationalReportId: id, formReturnId }),
      );
      const t = paperTexts[ctx.language];
      return redirect(paperPath(id, formReturnId), {
        flash: { tone: 'success', text: taken.length > 0 ? t.takenNow(taken.length) : t.nothingNew },
      });
    },
    onInvalid: async (ctx) => await readPaperPage(ctx, ctx.input.params),
  }),
  route({
    method: 'POST',
    path: '/redovisningar/arbete/:id/ur-papper/:formReturnId/svar',
    policy: 'return.edit',
    about: 'Tar ett svar som papperet visar eller pekar på, när en person har sett att det stämmer.',
    input: {
      params: bothIds,
      form: z.object({
        question: text({ maximum: 50 }),
        row: optionalText({ maximum: 100 }),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: sampleIds, form: { question: '6', version: '0', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: nationalReportId, formReturnId } = ctx.input.params;
      const { question, row = null, version: expectedVersion, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'takePaperAnswer', idempotencyKey }, (w) =>
        takePaperAnswer(w, { nationalReportId, formReturnId, question, row, expectedVersion }),
      );
      return redirect(`${paperPath(nationalReportId, formReturnId)}#fraga-om`, {
        flash: { tone: 'success', text: paperTexts[ctx.language].confirmed(printedCode(question)) },
      });
    },
    onInvalid: async (ctx) => await readPaperPage(ctx, ctx.input.params),
  }),
];

/** Nothing is typed on this page, so that it is drawn the same when a request could not be understood. */
async function readPaperPage(
  ctx: RequestContext & { readonly auth: Authorized },
  { id, formReturnId }: { readonly id: string; readonly formReturnId: string },
): Promise<Page> {
  const facts = await ctx.services.db.read(ctx.auth, async (r) => {
    const read = await readPaperFor(r, { nationalReportId: id, formReturnId });
    const ids = read.toAsk.map(({ formAnswerId }) => formAnswerId);
    return { ...read, places: await sourcePlacesOf(r, ids) };
  });
  return paperPage(ctx, facts);
}

async function gatherChoices(r: Reader, ctx: RequestContext, formReturnId: string): Promise<PaperChoices> {
  const { actor } = ctx;
  const formReturn = await getFormReturn(r, formReturnId);
  const reports = await listNationalReports(r, { year: formReturn.year, states: ['answering', 'review'] });
  const bodies = await listBodies(r);
  return {
    formReturn,
    reports,
    versions: await listFormVersions(r, { purpose: 'nationalReport' }),
    bodies: bodies.filter(({ id }) => actor !== undefined && may(actor, 'return.edit', id)),
    mayTakeIn: actor !== undefined && may(actor, 'form.edit'),
  };
}

/** The version that was chosen; a form that comes with the product is taken in first. */
async function versionOf(ctx: RequestContext, chosen: string, year: number): Promise<string> {
  const name = shippedFormNames.find((one) => one === chosen);
  if (!name || !ctx.actor) return chosen;
  await ctx.services.db.transact(authorize(ctx.actor, 'form.edit'), { verb: 'takeInShippedForm' }, (w) =>
    takeInShippedForm(w, name),
  );
  const versions = await ctx.services.db.read(authorize(ctx.actor, 'record.read'), (r) =>
    listFormVersions(r, { shippedAs: name, year }),
  );
  return versions[0]?.id ?? chosen;
}
