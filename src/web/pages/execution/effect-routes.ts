import * as z from 'zod';
import { requireBody } from '../../../domain/access/index.ts';
import { listOpenParties } from '../../../domain/agreements/index.ts';
import { listAssignments } from '../../../domain/assignments/index.ts';
import { requireNotDisqualified } from '../../../domain/attendance/index.ts';
import { getDecision } from '../../../domain/decisions/index.ts';
import {
  carryOut,
  carryOutLoop,
  decisionEffectKinds,
  linkedReports,
  linkReportToDecision,
  loopOnMaking,
  recordEffect,
  unlinkReportFromDecision,
} from '../../../domain/execution/index.ts';
import { isVacant, listBodies, listPersonsByName, listSeats } from '../../../domain/organisation/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm, type Reader } from '../../contracts.ts';
import { idempotencyField, idField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { absoluteLinks } from '../followup/report-view.ts';
import { type EffectFormFacts, effectFormPage, reportChoicePage } from './effect-form-page.ts';
import { asFields, effectForm, effectOf, proposedForm } from './effect-input.ts';
import { effectSlugs, type FormKind, formKinds } from './execution-paths.ts';
import { approvableReports } from './read-aftermath.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const params = z.object({ id: idField() });
const sample = { params: { id: anId } };
const backTo = (id: string) => `${recordAddress('decision', id)}#ledde-till`;

/** What a decision led to: a form for each kind of record, and the report-back that it approves. */
export const effectRoutes: readonly Route[] = [
  ...formKinds.flatMap(effectFormRoutes),
  route({
    method: 'GET',
    path: '/beslut/:id/godkanner',
    policy: 'decision.record',
    about: 'Frågar vilken återrapportering ett beslut godkänner.',
    input: { params },
    sample,
    handler: async (ctx) =>
      reportChoicePage(
        ctx,
        await ctx.services.db.read(ctx.auth, (r) => readChoice(r, ctx.input.params.id)),
        freshForm(),
      ),
  }),
  reportRoute('godkanner'),
  reportRoute('godkanner/ta-bort'),
  route({
    method: 'POST',
    path: '/beslut/:id/verkstall',
    policy: 'decision.record',
    about:
      'Gör det som ett fattat beslut säger: godkänner, fryser och överlämnar rapporten, ger föreslagna uppdrag, beslutar inspel.',
    input: { params },
    sample,
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const t = texts[ctx.language];
      const linkTo = absoluteLinks(ctx.services.publicUrl);
      const { approved, delivered, loop, reports } = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'carryOut' },
        async (w) => {
          const decision = await getDecision(w, id);
          const linked = await linkedReports(w, [id]);
          const open = await loopOnMaking(w, [decision]);
          if (linked.length + open.length === 0) throw new AppError('record.notFound');
          requireBody(w.auth, decision.body.id);
          return {
            ...(await carryOut(w, { decisionIds: [id], linkTo })),
            loop: await carryOutLoop(w, { decisionIds: [id], publicUrl: ctx.services.publicUrl }),
            reports: linked.length,
          };
        },
      );
      const done = t.carriedLoop(loop.given, loop.decided.length, loop.approved.length);
      const words = [
        approved.length > 0 ? (delivered.length > 0 ? t.carriedDelivered : t.carriedFlash) : '',
        done,
        approved.length > 0 || done ? '' : reports > 0 ? t.notCarried : t.notCarriedLoop,
      ];
      return redirect(backTo(id), {
        flash: { tone: approved.length > 0 || done ? 'success' : 'warning', text: words.filter(Boolean).join(' ') },
      });
    },
  }),
];

function effectFormRoutes(kind: FormKind): readonly Route[] {
  const path = `/beslut/:id/ledde-till/${effectSlugs[kind]}` as const;
  const { sv } = decisionEffectKinds[kind];
  return [
    route({
      method: 'GET',
      path,
      policy: 'decision.record',
      about: `Visar formuläret där ett beslut ledde till något: ${sv}.`,
      input: { params },
      sample,
      handler: async (ctx) => {
        const facts = await ctx.services.db.read(ctx.auth, (r) => readEffectForm(r, ctx.input.params.id));
        return effectFormPage(ctx, kind, facts, freshForm(proposedForm(kind, facts.decision)));
      },
    }),
    route({
      method: 'POST',
      path,
      policy: 'decision.record',
      about: `Lägger in vad ett beslut ledde till: ${sv}.`,
      input: { params, form: effectForm },
      sample: { ...sample, form: { idempotencyKey: 'exempel' } },
      handler: async (ctx) => {
        const { id } = ctx.input.params;
        const { form } = ctx.input;
        const { gaps } = await ctx.services.db.transact(
          ctx.auth,
          { verb: 'recordEffect', idempotencyKey: form.idempotencyKey },
          async (w) => {
            const decision = await getDecision(w, id);
            const known = kind === 'representative' && !form.another ? await listPersonsByName(w, form.name ?? '') : [];
            return await recordEffect(w, {
              decisionId: id,
              effect: effectOf(kind, form, decision, known[0]?.id ?? null),
            });
          },
        );
        const t = texts[ctx.language];
        return redirect(backTo(id), {
          flash:
            gaps.length > 0 ? { tone: 'warning', text: t.effectGapFlash } : { tone: 'success', text: t.effectFlash },
        });
      },
      onInvalid: async (ctx, state) =>
        effectFormPage(
          ctx,
          kind,
          await ctx.services.db.read(ctx.auth, (r) => readEffectForm(r, ctx.input.params.id)),
          asFields(state),
        ),
    }),
  ];
}

/** Linking and unlinking differ in their verb only. */
function reportRoute(end: 'godkanner' | 'godkanner/ta-bort'): Route {
  const linking = end === 'godkanner';
  return route({
    method: 'POST',
    path: `/beslut/:id/${end}`,
    policy: 'decision.record',
    about: linking
      ? 'Säger vilken återrapportering ett beslut godkänner: när beslutet fattas fryses och överlämnas den.'
      : 'Tar bort kopplingen mellan ett beslut och den återrapportering som det godkänner.',
    input: { params, form: z.object({ reportId: idField(), idempotencyKey: idempotencyField }) },
    sample: { ...sample, form: { reportId: anId, idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { reportId, idempotencyKey } = ctx.input.form;
      const verb = linking ? 'linkReportToDecision' : 'unlinkReportFromDecision';
      const run = linking ? linkReportToDecision : unlinkReportFromDecision;
      await ctx.services.db.transact(ctx.auth, { verb, idempotencyKey }, (w) => run(w, { decisionId: id, reportId }));
      const t = texts[ctx.language];
      return redirect(backTo(id), {
        flash: { tone: 'success', text: linking ? t.linkedFlash : t.unlinkedFlash },
      });
    },
    onInvalid: async (ctx, state) =>
      reportChoicePage(ctx, await ctx.services.db.read(ctx.auth, (r) => readChoice(r, ctx.input.params.id)), state),
  });
}

async function readChoice(r: Reader, id: string) {
  const decision = await ownDecision(r, id);
  return { decision, reports: await approvableReports(r, decision) };
}

async function readEffectForm(r: Reader, id: string): Promise<EffectFormFacts> {
  const decision = await ownDecision(r, id);
  const { rows } = await listAssignments(r, { bodyId: decision.body.id, pageSize: 200 });
  const linked = decision.assignments.map((one) => one.id);
  const first = rows.filter((one) => linked.includes(one.id));
  const bodies = await listBodies(r);
  // A group of officials has no seats of its own: it appoints to its working committee (seed 003 item 4).
  const near = bodies.filter((one) => one.id === decision.body.id || one.parentId === decision.body.id);
  const seats = [];
  for (const { id: bodyId } of near) seats.push(...(await listSeats(r, bodyId, decision.decidedOn ?? '9999-12-31')));
  return {
    decision,
    bodies,
    assignments: [...first, ...rows.filter((one) => !first.includes(one))],
    seats: seats.filter(isVacant),
    openParties: await listOpenParties(r),
  };
}

/** A decision of a body that whoever looks may record for: no form is shown for another's. */
async function ownDecision(r: Reader, id: string) {
  const decision = await seenDecision(r, id);
  requireBody(r.auth, decision.body.id);
  return decision;
}

/** A decision, unless whoever looks was disqualified from the item in which it was made. */
export async function seenDecision(r: Reader, id: string) {
  const decision = await getDecision(r, id);
  if (decision.item) await requireNotDisqualified(r, decision.item.id);
  return decision;
}
