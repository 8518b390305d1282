import * as z from 'zod';
import {
  changeDecision,
  type Decision,
  getDecision,
  makeDecision,
  recordDecision,
  withdrawDecision,
} from '../../../domain/decisions/index.ts';
import { refreshDraftsOf } from '../../../domain/reports/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type FormState, freshForm } from '../../contracts.ts';
import { idempotencyField, idField, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { byItem, itemSample, linesOf, ownItem, toItem } from './agenda-routes.ts';
import {
  changeDecisionForm,
  changeDecisionPage,
  decisionQuestionPage,
  decisionValues,
  recordDecisionPage,
  recordForm,
} from './decision-form-page.ts';
import { readMeeting, requireFor } from './meeting-facts.ts';
import { meetingListPath } from './meeting-list-page.ts';
import { anId } from './meeting-routes.ts';
import { texts } from './texts.ts';

const byDecision = z.object({ id: idField(), beslut: idField() });
const decisionSample = { id: anId, beslut: anId };
const decisions = `${meetingListPath}/:id/beslut/:beslut` as const;
const inItem = `${meetingListPath}/:id/punkter/:punkt/beslut` as const;
type Recording = Pick<HandlerContext<'decision.record'>, 'services' | 'auth' | 'actor'>;

/** Decisions in the items of a meeting: proposed, changed, made, taken back. */
export const decisionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: inItem,
    policy: 'decision.record',
    about: 'Visar formuläret där ett beslut antecknas på en punkt.',
    input: { params: byItem },
    sample: { params: itemSample },
    handler: async (ctx) => {
      const { item } = await ownItem(ctx, 'decision.record');
      const { meeting, mandates } = await ctx.services.db.read(ctx.auth, (r) =>
        readMeeting(r, ctx.input.params.id, ctx.services.runtime.today()),
      );
      const state = freshForm({
        title: item.title,
        state: 'proposed',
        assignmentIds: item.assignments.map(({ id }) => id),
      });
      return recordDecisionPage(ctx, { meeting, item, mandates, state });
    },
  }),
  route({
    method: 'POST',
    path: inItem,
    policy: 'decision.record',
    about: 'Antecknar ett förslag till beslut eller ett fattat beslut på en punkt.',
    input: { params: byItem, form: recordForm },
    sample: {
      params: itemSample,
      form: {
        title: 'Rapport',
        clauses: 'att godkänna rapporten',
        state: 'proposed',
        bodyId: anId,
        idempotencyKey: 'exempel',
      },
    },
    handler: async (ctx) => {
      const { id, punkt } = ctx.input.params;
      const { title, clauses, state, bodyId, assignmentIds, idempotencyKey } = ctx.input.form;
      const { meeting } = await ownItem(ctx, 'decision.record');
      if (state === 'made' && meeting.heldOn > ctx.services.runtime.today())
        throw new AppError('record.invalid', {}, [{ path: 'state', key: 'meeting.notHeldYet' }]);
      const { warnings } = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'recordDecision', idempotencyKey },
        async (w) => {
          const recorded = await recordDecision(w, {
            agendaItemId: punkt,
            bodyId,
            title,
            clauses: linesOf(clauses),
            state,
            assignments: assignmentIds.map((assignmentId) => ({ assignmentId, kind: 'concerns' as const })),
          });
          await refreshDraftsOf(w, assignmentIds);
          return recorded;
        },
      );
      const t = texts[ctx.language];
      const said = state === 'made' ? t.madeFlash : t.proposedFlash;
      return toItem(id, punkt, warnings.length > 0 ? `${said} ${t.mandateFlash}` : said);
    },
    onInvalid: async (ctx, state) => {
      const { item } = await ownItem(ctx, 'decision.record');
      const { meeting, mandates } = await ctx.services.db.read(ctx.auth, (r) =>
        readMeeting(r, ctx.input.params.id, ctx.services.runtime.today()),
      );
      return recordDecisionPage(ctx, { meeting, item, mandates, state: onTheField(state) });
    },
  }),
  route({
    method: 'GET',
    path: decisions,
    policy: 'decision.record',
    about: 'Visar formuläret där ett förslag till beslut ändras.',
    input: { params: byDecision },
    sample: { params: decisionSample },
    handler: async (ctx) => drawChange(ctx, (decision) => freshForm(decisionValues(decision))),
  }),
  route({
    method: 'POST',
    path: decisions,
    policy: 'decision.record',
    about: 'Ändrar ett förslag till beslut innan det fattas.',
    input: { params: byDecision, form: changeDecisionForm },
    sample: {
      params: decisionSample,
      form: { title: 'Rapport', clauses: 'att godkänna rapporten', version: '1', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id, beslut } = ctx.input.params;
      const { title, clauses, version, idempotencyKey } = ctx.input.form;
      await ownDecision(ctx);
      const warnings = await ctx.services.db.transact(ctx.auth, { verb: 'changeDecision', idempotencyKey }, (w) =>
        changeDecision(w, {
          decisionId: beslut,
          expectedVersion: version,
          changes: { title, clauses: linesOf(clauses) },
        }),
      );
      const t = texts[ctx.language];
      const text = warnings.length > 0 ? `${t.decisionChangedFlash} ${t.mandateFlash}` : t.decisionChangedFlash;
      return redirect(`${recordAddress('meeting', id)}#beslut-${beslut}`, { flash: { tone: 'success', text } });
    },
    onInvalid: (ctx, state) => drawChange(ctx, () => onTheField(state)),
  }),
  questionRoute('GET', 'fatta'),
  questionRoute('POST', 'fatta'),
  questionRoute('GET', 'ta-bort'),
  questionRoute('POST', 'ta-bort'),
];

/** The question before a proposal is made or taken back, and its answer. */
function questionRoute(method: 'GET' | 'POST', question: 'fatta' | 'ta-bort'): Route {
  const making = question === 'fatta';
  const path = `${decisions}/${question}` as const;
  if (method === 'GET')
    return route({
      method,
      path,
      policy: 'decision.record',
      about: making
        ? 'Frågar innan ett förslag blir ett fattat beslut.'
        : 'Frågar innan ett förslag till beslut tas bort.',
      input: { params: byDecision },
      sample: { params: decisionSample },
      handler: async (ctx) => {
        const { meeting, decision } = await ownDecision(ctx);
        return decisionQuestionPage(ctx, meeting, decision, question, freshForm());
      },
    });
  return route({
    method,
    path,
    policy: 'decision.record',
    about: making ? 'Antecknar att förslaget är fattat som beslut.' : 'Tar bort ett förslag till beslut.',
    input: { params: byDecision, form: z.object({ version: versionField, idempotencyKey: idempotencyField }) },
    sample: { params: decisionSample, form: { version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id, beslut } = ctx.input.params;
      const { version, idempotencyKey } = ctx.input.form;
      const verb = making ? 'makeDecision' : 'withdrawDecision';
      // Looked up inside: pressed twice, the second answer is the first one's, also when the decision is gone by then.
      const itemId = await ctx.services.db.transact(ctx.auth, { verb, idempotencyKey }, async (w) => {
        const decision = await getDecision(w, beslut);
        if (decision.item?.meetingId !== id) throw new AppError('record.notFound');
        const input = { decisionId: beslut, expectedVersion: version };
        await (making ? makeDecision(w, input) : withdrawDecision(w, input));
        await refreshDraftsOf(
          w,
          decision.assignments.map((link) => link.id),
        );
        return decision.item.id;
      });
      const t = texts[ctx.language];
      return toItem(id, itemId, making ? t.madeFlash : t.withdrawnFlash);
    },
    onInvalid: async (ctx, state) => {
      const { meeting, decision } = await ownDecision(ctx);
      return decisionQuestionPage(ctx, meeting, decision, question, state);
    },
  });
}

/** The decision of an address with its meeting, for those who may record; one of another meeting is an unknown page. */
async function ownDecision(ctx: Recording & { readonly input: { readonly params: z.output<typeof byDecision> } }) {
  const { id, beslut } = ctx.input.params;
  const found = await ctx.services.db.read(ctx.auth, async (r) => ({
    ...(await readMeeting(r, id, ctx.services.runtime.today())),
    decision: await getDecision(r, beslut),
  }));
  if (found.decision.item?.meetingId !== id) throw new AppError('record.notFound');
  requireFor(ctx.actor, 'decision.record', found.meeting);
  return found;
}

async function drawChange(
  ctx: Parameters<typeof ownDecision>[0] & Parameters<typeof changeDecisionPage>[0],
  stateOf: (decision: Decision) => FormState,
) {
  const { meeting, mandates, decision } = await ownDecision(ctx);
  return changeDecisionPage(ctx, { meeting, mandates, decision, state: stateOf(decision) });
}

/** The domain names the faulty clause by its place; the form has one field for all of them, which shows the first sentence once. */
function onTheField(state: FormState): FormState {
  const problems = state.problems.map((problem) =>
    problem.path.startsWith('clauses.') ? { ...problem, path: 'clauses' } : problem,
  );
  const first = (path: string, key: string, index: number) =>
    problems.findIndex((one) => one.path === path && one.key === key) === index;
  return { ...state, problems: problems.filter(({ path, key }, index) => first(path, key, index)) };
}
