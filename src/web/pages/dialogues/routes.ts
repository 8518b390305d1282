import * as z from 'zod';
import { type Actor, may } from '../../../domain/access/index.ts';
import {
  answerUnitCodes,
  changeDialogue,
  countQualifierCodes,
  type Dialogue,
  dialogueKindCodes,
  getDialogue,
  listDialogues,
  listInsights,
  noteDialogue,
} from '../../../domain/dialogues/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { listPolls } from '../../../domain/polls/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
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
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { linesOf } from '../polls/poll-routes.ts';
import { dialogueFormPage } from './dialogue-form-page.ts';
import { dialogueListPage } from './dialogue-list-page.ts';
import { dialoguePage } from './dialogue-page.ts';
import { dialoguesPath } from './dialogue-words.ts';
import { insightRoutes } from './insight-routes.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const params = { id: anId };
const pageSize = 50;
const most = 1_000_000;
const fields = {
  title: text({ maximum: 200 }),
  kind: choice(dialogueKindCodes),
  fromOn: civilDateField(),
  toOn: optionalCivilDate(),
  place: optionalText({ maximum: 200 }),
  occasions: optionalWholeNumber({ minimum: 1, maximum: most }),
  occasionsQualifier: optionalChoice(countQualifierCodes),
  participants: optionalWholeNumber({ minimum: 1, maximum: most }),
  participantsQualifier: optionalChoice(countQualifierCodes),
  answerUnits: optionalChoice(answerUnitCodes),
  summary: optionalText({ maximum: 5_000 }),
  materials: optionalText({ maximum: 2_000 }),
  idempotencyKey: idempotencyField,
};
const sampleForm = { title: 'Medborgardialog', kind: 'citizen', fromOn: '2026-01-01', idempotencyKey: 'exempel' };

/** The register of dialogues. */
export const dialogueRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: dialoguesPath,
    policy: 'record.read',
    about: 'Visar registret över dialoger med antal deltagare och hur många lärdomar som har lett till något.',
    input: {
      query: z.object({
        slag: optionalChoice(dialogueKindCodes),
        ar: optionalWholeNumber({ minimum: 1900, maximum: 2200 }),
        sida: optionalWholeNumber({ minimum: 1, maximum: 100_000 }),
      }),
    },
    sample: {},
    handler: async (ctx) => {
      const { slag: kind, ar: year, sida = 1 } = ctx.input.query;
      const dialogues = await ctx.services.db.read(ctx.auth, (r) =>
        listDialogues(r, {
          ...(kind && { kind }),
          ...(year !== undefined && { year }),
          limit: pageSize + 1,
          offset: (sida - 1) * pageSize,
        }),
      );
      const next = new URLSearchParams({
        ...(kind && { slag: kind }),
        ...(year !== undefined && { ar: String(year) }),
        sida: String(sida + 1),
      });
      return dialogueListPage(ctx, dialogues.slice(0, pageSize), {
        kind,
        year,
        more: dialogues.length > pageSize ? `${dialoguesPath}?${next}` : undefined,
      });
    },
  }),
  route({
    method: 'GET',
    path: `${dialoguesPath}/ny`,
    policy: 'dialogue.edit',
    about: 'Visar formuläret där en dialog antecknas. Det frågar hur många som var med, aldrig vilka.',
    sample: {},
    handler: async (ctx) =>
      dialogueFormPage(ctx, await bodiesFor(ctx), freshForm({ fromOn: ctx.services.runtime.today() })),
  }),
  route({
    method: 'POST',
    path: `${dialoguesPath}/ny`,
    policy: 'dialogue.edit',
    about: 'Antecknar en dialog.',
    input: { form: z.object({ ...fields, bodyId: idField() }) },
    sample: { form: { ...sampleForm, bodyId: anId } },
    handler: async (ctx) => {
      const { idempotencyKey, materials, ...written } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'noteDialogue', idempotencyKey }, (w) =>
        noteDialogue(w, { ...written, materials: linesOf(materials) }),
      );
      return saved(ctx, id);
    },
    onInvalid: async (ctx, state) => dialogueFormPage(ctx, await bodiesFor(ctx), state),
  }),
  route({
    method: 'GET',
    path: `${dialoguesPath}/:id`,
    policy: 'record.read',
    about: 'Visar en dialog: hur många som var med, vad som kom fram och vad det ändrade.',
    input: { params: byId },
    sample: { params },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const facts = await ctx.services.db.read(ctx.auth, async (r) => ({
        dialogue: await getDialogue(r, id),
        insights: await listInsights(r, { dialogueId: id }),
        polls: await listPolls(r, { dialogueId: id }),
      }));
      return dialoguePage(ctx, facts);
    },
  }),
  route({
    method: 'GET',
    path: `${dialoguesPath}/:id/andra`,
    policy: 'dialogue.edit',
    about: 'Visar formuläret där en dialog rättas.',
    input: { params: byId },
    sample: { params },
    handler: (ctx) => drawChange(ctx),
  }),
  route({
    method: 'POST',
    path: `${dialoguesPath}/:id/andra`,
    policy: 'dialogue.edit',
    about: 'Rättar eller kompletterar en dialog.',
    input: { params: byId, form: z.object({ ...fields, version: versionField }) },
    sample: { params, form: { ...sampleForm, version: '1' } },
    handler: async (ctx) => {
      const dialogueId = ctx.input.params.id;
      const { idempotencyKey, version, materials, ...written } = ctx.input.form;
      // The form has no field for the meeting: what is saved of it stays.
      const { meeting } = await ctx.services.db.read(ctx.auth, (r) => getDialogue(r, dialogueId));
      await ctx.services.db.transact(ctx.auth, { verb: 'changeDialogue', idempotencyKey }, (w) =>
        changeDialogue(w, {
          ...written,
          materials: linesOf(materials),
          ...(meeting && { meetingId: meeting.id }),
          dialogueId,
          expectedVersion: version,
        }),
      );
      return saved(ctx, dialogueId);
    },
    onInvalid: drawChange,
  }),
  ...insightRoutes,
];

type Editing = Pick<HandlerContext<'dialogue.edit'>, 'services' | 'auth'> & { readonly actor: Actor };

async function drawChange(
  ctx: Editing & RequestContext & { readonly input: { readonly params: { readonly id: string } } },
  state?: FormState,
) {
  const dialogue = await ctx.services.db.read(ctx.auth, (r) => getDialogue(r, ctx.input.params.id));
  return dialogueFormPage(ctx, [], state ?? freshForm(valuesOf(dialogue)), dialogue);
}

function valuesOf(one: Dialogue): FormState['values'] {
  return {
    title: one.title,
    kind: one.kind,
    fromOn: one.fromOn,
    toOn: one.toOn ?? '',
    place: one.place ?? '',
    occasions: String(one.occasions?.count ?? ''),
    occasionsQualifier: one.occasions?.qualifier,
    participants: String(one.participants?.count ?? ''),
    participantsQualifier: one.participants?.qualifier,
    answerUnits: one.answerUnits ?? '',
    summary: one.summary,
    materials: one.materials.join('\n'),
  };
}

async function bodiesFor(ctx: Editing) {
  const bodies = await ctx.services.db.read(ctx.auth, (r) => listBodies(r, { onDate: ctx.services.runtime.today() }));
  return bodies.filter(({ id }) => may(ctx.actor, 'dialogue.edit', id));
}

function saved(ctx: Pick<HandlerContext, 'language'>, id: string) {
  return redirect(recordAddress('dialogue', id), { flash: { tone: 'success', text: texts[ctx.language].saved } });
}
