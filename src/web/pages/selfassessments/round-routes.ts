import * as z from 'zod';
import { authorize, may } from '../../../domain/access/index.ts';
import { getFormVersion, listFormVersions, takeInShippedForm } from '../../../domain/forms/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import {
  type AssessingUnit,
  type AssessmentSide,
  addUnits,
  addUnitsOfLastRound,
  assessmentSideCodes,
  assessmentTitle,
  changeAssessmentRound,
  getAssessmentRound,
  getSelfAssessment,
  listAssessmentRounds,
  listSelfAssessments,
  moveAssessmentRound,
  type SelfAssessmentFilter,
  startAssessmentRound,
  wholeOfRounds,
} from '../../../domain/selfassessments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import {
  choice,
  civilDateField,
  idempotencyField,
  idField,
  optionalChoice,
  optionalId,
  text,
  versionField,
  wholeNumber,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { roundListPage } from './round-list-page.ts';
import { newRoundPage, type RoundFacts, roundPage } from './round-page.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const sides = assessmentSideCodes as readonly [AssessmentSide, ...AssessmentSide[]];
const once = { idempotencyKey: idempotencyField };
const own = '/larande-uppfoljning/omgang/:id';
const sample = { params: { id: anId } };

/** Rounds of joint self-assessments: all, one, and what who leads it does with it. */
export const roundRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/larande-uppfoljning',
    policy: 'record.read',
    about: 'Visar omgångarna av lärande uppföljning, egna skattningar och hur allas svar fördelade sig.',
    sample: {},
    handler: async (ctx) => {
      const [rounds, whole] = await ctx.services.db.read(ctx.auth, async (r) => [
        await listAssessmentRounds(r),
        await wholeOfRounds(r),
      ]);
      return roundListPage(ctx, { rounds, whole, own: await ownAssessments(ctx) });
    },
  }),
  route({
    method: 'GET',
    path: '/larande-uppfoljning/ny',
    policy: 'selfassessment.edit',
    about: 'Visar formuläret där en omgång av lärande uppföljning förbereds.',
    sample: {},
    handler: async (ctx) => {
      const year = ctx.services.runtime.today().slice(0, 4);
      return newRoundPage(ctx, await roundChoices(ctx), freshForm({ year }));
    },
  }),
  route({
    method: 'POST',
    path: '/larande-uppfoljning/formular',
    policy: 'form.edit',
    about: 'Tar in det formulär för lärande uppföljning som följer med produkten.',
    sample: {},
    handler: async (ctx) => {
      await ctx.services.db.transact(ctx.auth, { verb: 'takeInShippedForm' }, (w) =>
        takeInShippedForm(w, 'local-cooperation'),
      );
      return redirect('/larande-uppfoljning/ny', {
        flash: { tone: 'success', text: texts[ctx.language].formTaken },
      });
    },
  }),
  route({
    method: 'POST',
    path: '/larande-uppfoljning/ny',
    policy: 'selfassessment.edit',
    about: 'Förbereder en omgång av lärande uppföljning.',
    input: {
      form: z.object({
        title: text({ maximum: 200 }),
        bodyId: idField(),
        formVersionId: idField(),
        year: wholeNumber({ minimum: 2000, maximum: 2100 }),
        dueOn: civilDateField(),
        ...once,
      }),
    },
    sample: {
      form: {
        title: 'Lärande uppföljning',
        bodyId: anId,
        formVersionId: anId,
        year: '2026',
        dueOn: '2026-12-01',
        idempotencyKey: 'prov',
      },
    },
    handler: async (ctx) => {
      const { idempotencyKey, ...fields } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'startAssessmentRound', idempotencyKey }, (w) =>
        startAssessmentRound(w, fields),
      );
      return redirect(recordAddress('assessmentRound', id), {
        flash: { tone: 'success', text: texts[ctx.language].created },
      });
    },
    onInvalid: async (ctx, state) => newRoundPage(ctx, await roundChoices(ctx), state),
  }),
  route({
    method: 'GET',
    path: own,
    policy: 'record.read',
    about: 'Visar en omgång av lärande uppföljning och hur långt den har kommit.',
    input: { params: byId },
    sample,
    handler: async (ctx) => roundPage(ctx, await roundFacts(ctx, ctx.input.params.id)),
  }),
  route({
    method: 'POST',
    path: `${own}/andra`,
    policy: 'selfassessment.edit',
    about: 'Ändrar en omgångs namn eller sista dag.',
    input: {
      params: byId,
      form: z.object({ title: text({ maximum: 200 }), dueOn: civilDateField(), version: versionField, ...once }),
    },
    sample: { ...sample, form: { title: 'Ny', dueOn: '2026-12-01', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: roundId } = ctx.input.params;
      const { idempotencyKey, version, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeAssessmentRound', idempotencyKey }, (w) =>
        changeAssessmentRound(w, { roundId, expectedVersion: version, ...fields }),
      );
      return toRound(roundId, texts[ctx.language].saved);
    },
    onInvalid: (ctx, state) => again(ctx, ctx.input.params.id, 'change', state),
  }),
  route({
    method: 'POST',
    path: `${own}/enheter`,
    policy: 'selfassessment.edit',
    about: 'Lägger till enheter som gör en skattning tillsammans.',
    input: {
      params: byId,
      form: z.object({
        units: z.array(optionalId()).min(2).max(3),
        thirdSide: optionalChoice(sides),
        ...once,
      }),
    },
    sample: { ...sample, form: { 'units.0': anId, 'units.1': anId, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: roundId } = ctx.input.params;
      const { idempotencyKey, units, thirdSide } = ctx.input.form;
      const chosen = units.flatMap((bodyId, at): readonly AssessingUnit[] =>
        bodyId === undefined
          ? []
          : [{ bodyId, side: at === 0 ? 'region' : at === 1 ? 'municipality' : (thirdSide ?? 'other') }],
      );
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'addUnits', idempotencyKey }, (w) =>
        addUnits(w, { roundId, units: chosen }),
      );
      const made = await ctx.services.db.read(ctx.auth, (r) => getSelfAssessment(r, id));
      return toRound(roundId, texts[ctx.language].added(assessmentTitle(made)));
    },
    onInvalid: (ctx, state) => again(ctx, ctx.input.params.id, 'units', state),
  }),
  route({
    method: 'POST',
    path: `${own}/forra-omgangen`,
    policy: 'selfassessment.edit',
    about: 'Tar med förra omgångens enheter.',
    input: { params: byId },
    sample,
    handler: async (ctx) => {
      const { id: roundId } = ctx.input.params;
      const count = await ctx.services.db.transact(ctx.auth, { verb: 'addUnitsOfLastRound' }, (w) =>
        addUnitsOfLastRound(w, { roundId }),
      );
      return toRound(roundId, texts[ctx.language].addedLast(count));
    },
  }),
  route({
    method: 'POST',
    path: `${own}/lage`,
    policy: 'selfassessment.edit',
    about: 'Öppnar en omgång för svar eller avslutar den.',
    input: {
      params: byId,
      form: z.object({ move: choice(['open', 'close']), version: versionField, ...once }),
    },
    sample: { ...sample, form: { move: 'open', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: roundId } = ctx.input.params;
      const { idempotencyKey, version, move } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'moveAssessmentRound', idempotencyKey }, (w) =>
        moveAssessmentRound(w, { roundId, expectedVersion: version, move }),
      );
      return toRound(roundId, texts[ctx.language][move === 'open' ? 'opened' : 'closed']);
    },
    onInvalid: (ctx, state) => again(ctx, ctx.input.params.id, 'move', state),
  }),
];

const toRound = (id: string, flash: string) =>
  redirect(recordAddress('assessmentRound', id), { flash: { tone: 'success', text: flash } });

async function again(ctx: RequestContext, id: string, which: 'units' | 'change' | 'move', state: FormState) {
  return roundPage(ctx, await roundFacts(ctx, id), { which, state });
}

/** What the reader may see of assessments: nothing at all for who neither answers nor leads. */
async function ownAssessments(ctx: RequestContext, filter: SelfAssessmentFilter = {}) {
  const { actor, services } = ctx;
  const action = (['selfassessment.edit', 'selfassessment.answer'] as const).find((one) => actor && may(actor, one));
  if (!actor || !action) return [];
  return await services.db.read(authorize(actor, action), (r) => listSelfAssessments(r, filter));
}

async function roundFacts(ctx: RequestContext, id: string): Promise<RoundFacts> {
  const { actor, services } = ctx;
  if (!actor) throw new Error('A round is shown to nobody without an account; its routes have a policy.');
  const facts = await services.db.read(authorize(actor, 'record.read'), async (r) => {
    const round = await getAssessmentRound(r, id);
    return {
      round,
      formVersion: await getFormVersion(r, round.formVersionId),
      bodies: await listBodies(r, { onDate: services.runtime.today() }),
    };
  });
  return { ...facts, own: await ownAssessments(ctx, { roundId: id }) };
}

async function roundChoices(ctx: RequestContext) {
  const { actor, services } = ctx;
  if (!actor) throw new Error('Nobody without an account prepares a round; its routes have a policy.');
  const [bodies, versions] = await services.db.read(authorize(actor, 'record.read'), async (r) => [
    await listBodies(r, { onDate: services.runtime.today() }),
    await listFormVersions(r, { purpose: 'selfAssessment' }),
  ]);
  return {
    bodies: bodies.filter(({ id, kind }) => kind !== 'unit' && may(actor, 'selfassessment.edit', id)),
    versions: versions.filter(({ state }) => state === 'published'),
    mayTakeIn: may(actor, 'form.edit'),
  };
}
