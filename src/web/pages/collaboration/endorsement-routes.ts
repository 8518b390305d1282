import * as z from 'zod';
import { may } from '../../../domain/access/index.ts';
import {
  type EndorsableNoun,
  endorsableNouns,
  endorsedRecords,
  endorsementsAsked,
  recordEndorsement,
} from '../../../domain/collaboration/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { type EndorsementOutcome, endorsementOutcomes } from '../../../domain/releases/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FormState, freshForm, type Reader, type RequestContext } from '../../contracts.ts';
import {
  choice,
  idempotencyField,
  idField,
  optionalChoice,
  optionalCivilDate,
  optionalId,
  optionalText,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { endorsementPage, endorsementPath } from './endorsement-pages.ts';
import { endorsementTexts } from './endorsement-texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const path = '/samverkan/stallning/:noun/:id';
const bySubject = z.object({
  noun: choice(endorsableNouns as readonly [EndorsableNoun, ...EndorsableNoun[]]),
  id: idField(),
});
const outcomes = Object.keys(endorsementOutcomes) as [EndorsementOutcome, ...EndorsementOutcome[]];

/** Which version of each body's word was seen; anything else than such a list is none. */
const seenVersions = z.preprocess(
  (value) => {
    try {
      return JSON.parse(typeof value === 'string' ? value : '{}');
    } catch {
      return {};
    }
  },
  z.record(z.string(), z.number().int().min(0)).catch({}),
);

const noteForm = z.object({
  byBodyId: idField(),
  outcome: optionalChoice(outcomes),
  endorsedOn: optionalCivilDate(),
  remarks: optionalText({ maximum: 5_000 }),
  toldIn: optionalText({ maximum: 500 }),
  seen: seenVersions,
  idempotencyKey: idempotencyField,
});

/** Who stands behind a record before it is decided, and the form in which it is noted from papers. */
export const endorsementRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    policy: 'record.read',
    about: 'Visar vilka som står bakom en post före beslut, och vilka som inte har svarat.',
    input: { params: bySubject, query: z.object({ organ: optionalId() }) },
    sample: { params: { noun: 'agreement', id: anId } },
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, (r) => readEndorsements(ctx, r, ctx.input.params));
      const own = facts.endorsements.find(({ by }) => by.id === ctx.input.query.organ);
      const values = {
        byBodyId: own?.by.id ?? '',
        outcome: own?.outcome ?? '',
        endorsedOn: own?.endorsedOn ?? '',
        remarks: own?.remarks ?? '',
        toldIn: own?.toldIn ?? '',
      };
      return endorsementPage(ctx, facts, freshForm(values));
    },
  }),
  route({
    method: 'POST',
    path,
    policy: 'collaboration.edit',
    about: 'Antecknar var ett organ eller en huvudman står till en post före beslut.',
    input: { params: bySubject, form: noteForm },
    sample: {
      params: { noun: 'agreement', id: anId },
      form: { byBodyId: anId, outcome: 'endorsed', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const subject = ctx.input.params;
      const { idempotencyKey, seen, outcome, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'recordEndorsement', idempotencyKey }, (w) =>
        recordEndorsement(w, {
          subject,
          ...fields,
          outcome: outcome ?? null,
          expectedVersion: seen[fields.byBodyId] ?? 0,
        }),
      );
      return redirect(endorsementPath(subject), {
        flash: { tone: 'success', text: endorsementTexts[ctx.language].saved },
      });
    },
    onInvalid: async (ctx, state: FormState) =>
      endorsementPage(
        ctx,
        await ctx.services.db.read(ctx.auth, (r) => readEndorsements(ctx, r, ctx.input.params)),
        state,
      ),
  }),
];

async function readEndorsements(ctx: RequestContext, r: Reader, subject: z.output<typeof bySubject>) {
  const record = (await endorsedRecords(r, [subject])).get(subject.id);
  if (!record) throw new AppError('record.notFound');
  return {
    record,
    endorsements: await endorsementsAsked(r, subject),
    bodies: await listBodies(r, { onDate: ctx.services.runtime.today() }),
    mayNote: ctx.actor !== undefined && may(ctx.actor, 'collaboration.edit', record.bodyId ?? undefined),
  };
}
