import * as z from 'zod';
import { type Actor, authorize, may } from '../../../domain/access/index.ts';
import { withdrawMarked } from '../../../domain/publications/index.ts';
import {
  citeProvision,
  getMark,
  liftMark,
  listMarks,
  markField,
  marksOf,
  provisions,
  requireMarkable,
  type SecrecyLevel,
  secrecyLevelCodes,
  secrecyLevels,
  secretTexts,
} from '../../../domain/secrecy/index.ts';
import { nameRecords } from '../../../domain/thread/index.ts';
import { freshForm } from '../../contracts.ts';
import {
  choice,
  idempotencyField,
  idField,
  optionalChoice,
  optionalCivilDate,
  optionalText,
  optionalWholeNumber,
  text,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { tableFile, tableFormats } from '../../table-file.ts';
import { fieldWords, markListPage } from './mark-list-page.ts';
import { type MarkFacts, markFormPage, markPage } from './mark-page.ts';
import { markableSlugNames, markableSlugs, secrecyPaths } from './secrecy-paths.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const levelCodes = secrecyLevelCodes as unknown as readonly [SecrecyLevel, ...SecrecyLevel[]];
const provisionCodes = Object.keys(provisions) as unknown as readonly [string, ...string[]];
const byId = z.object({ id: idField() });
const byRecord = z.object({ noun: choice(markableSlugNames), id: idField() });
const filter = { niva: optionalChoice(levelCodes), lage: optionalChoice(['havda']) };
const pageSize = 50;
type Marking = Pick<HandlerContext<'secrecy.mark' | 'matter.readProtected'>, 'services' | 'auth'> & {
  readonly actor: Actor;
};

/** Marks of secrecy: the register of them, the mark of one field, and lifting it. */
export const markRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: secrecyPaths.marks,
    policy: 'matter.readProtected',
    about: 'Visar sekretessmarkeringarna, de som ska prövas på nytt först.',
    input: { query: z.object({ ...filter, sida: optionalWholeNumber({ minimum: 1, maximum: 10_000 }) }) },
    sample: {},
    handler: async (ctx) => {
      const { sida = 1, niva, lage } = ctx.input.query;
      const marks = await ctx.services.db.read(ctx.auth, (r) =>
        listMarks(r, {
          ...(niva && { level: niva }),
          lifted: lage === 'havda',
          limit: pageSize + 1,
          offset: (sida - 1) * pageSize,
        }),
      );
      const query = new URLSearchParams({ ...(niva && { niva }), ...(lage && { lage }), sida: String(sida + 1) });
      const more = marks.length > pageSize ? `${secrecyPaths.marks}?${query}` : null;
      return markListPage(ctx, { marks: marks.slice(0, pageSize), chosen: { niva, lage }, more });
    },
  }),
  route({
    method: 'GET',
    path: `${secrecyPaths.marks}/fil/:format`,
    policy: 'matter.readProtected',
    about: 'Lämnar sekretessmarkeringarna som fil för kalkylprogram, utan det som skyddas.',
    input: { params: z.object({ format: choice(tableFormats) }), query: z.object(filter) },
    sample: { params: { format: 'csv' } },
    handler: async (ctx) => {
      const { niva, lage } = ctx.input.query;
      const t = texts[ctx.language];
      const marks = await ctx.services.db.read(ctx.auth, (r) =>
        listMarks(r, { ...(niva && { level: niva }), lifted: lage === 'havda', limit: 1_000 }),
      );
      const sheet = {
        title: t.title,
        language: ctx.language,
        columns: [
          { head: t.what, kind: 'text' },
          { head: t.level, kind: 'text' },
          { head: t.provision, kind: 'text' },
          { head: t.authority, kind: 'text' },
          { head: t.markedOn, kind: 'date' },
          { head: t.markedBy, kind: 'text' },
          { head: t.reviewOn, kind: 'date' },
        ],
        rows: marks.map((mark) => [
          fieldWords(ctx, mark),
          secrecyLevels[mark.level].label[ctx.language],
          mark.provision && citeProvision(mark.provision),
          mark.authority,
          mark.markedOn,
          mark.markedBy,
          mark.reviewOn,
        ]),
      } as const;
      return await tableFile(sheet, 'sekretessmarkeringar', ctx.input.params.format);
    },
  }),
  route({
    method: 'GET',
    path: `${secrecyPaths.mark}/:noun/:id`,
    policy: 'secrecy.mark',
    about: 'Visar formuläret där ett fält sekretessmarkeras.',
    input: { params: byRecord },
    sample: { params: { noun: 'handling', id: anId } },
    handler: async (ctx) => await formOf(ctx, freshForm({ level: 'secret' })),
  }),
  route({
    method: 'POST',
    path: `${secrecyPaths.mark}/:noun/:id`,
    policy: 'secrecy.mark',
    about: 'Sekretessmarkerar ett fält med bestämmelse och dag för ny prövning.',
    input: {
      params: byRecord,
      form: z.object({
        field: text({ maximum: 40 }),
        level: choice(levelCodes),
        provision: optionalChoice(provisionCodes),
        provisionOther: optionalText({ maximum: 200 }),
        reviewOn: optionalCivilDate(),
        publicText: optionalText({ maximum: 300 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: { noun: 'handling', id: anId },
      form: { field: 'title', level: 'secret', provision: 'osl-25-1', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { idempotencyKey, provision, provisionOther, reviewOn, publicText, ...input } = ctx.input.form;
      const { noun, id } = ctx.input.params;
      const marked = { ...input, noun: markableSlugs[noun], recordId: id };
      const markId = await ctx.services.db.transact(ctx.auth, { verb: 'markField', idempotencyKey }, async (w) => {
        const made = await markField(w, {
          ...marked,
          provision: provisionOther ?? provision ?? null,
          reviewOn: reviewOn ?? null,
          publicText: publicText ?? null,
        });
        await withdrawMarked(w, marked);
        return made;
      });
      return redirect(`${secrecyPaths.marks}/${markId}`, {
        flash: { tone: 'success', text: texts[ctx.language].marked },
      });
    },
    onInvalid: async (ctx, state) => await formOf(ctx, state),
  }),
  route({
    method: 'GET',
    path: `${secrecyPaths.marks}/:id`,
    policy: 'matter.readProtected',
    freshProof: true,
    about: 'Visar en sekretessmarkering, och den skyddade texten för den som får läsa den.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => markPage(ctx, await factsOf(ctx, ctx.input.params.id), freshForm()),
  }),
  route({
    method: 'POST',
    path: `${secrecyPaths.marks}/:id/hav`,
    policy: 'secrecy.mark',
    freshProof: true,
    about: 'Häver en sekretessmarkering med skäl; texten står åter i posten.',
    input: {
      params: byId,
      form: z.object({ reason: text({ maximum: 2_000 }), idempotencyKey: idempotencyField }),
    },
    sample: { params: { id: anId }, form: { reason: 'Prövat vid begäran.', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { reason, idempotencyKey } = ctx.input.form;
      const { id } = ctx.input.params;
      await ctx.services.db.transact(ctx.auth, { verb: 'liftMark', idempotencyKey }, (w) =>
        liftMark(w, { markId: id, reason }),
      );
      return redirect(`${secrecyPaths.marks}/${id}`, {
        flash: { tone: 'success', text: texts[ctx.language].liftDone },
      });
    },
    onInvalid: async (ctx, state) => markPage(ctx, await factsOf(ctx, ctx.input.params.id), state),
  }),
];

async function factsOf(ctx: Marking, id: string): Promise<MarkFacts> {
  const { db } = ctx.services;
  const { mark, record } = await db.read(ctx.auth, async (r) => {
    const found = await getMark(r, id);
    return { mark: found, record: (await nameRecords(r, [found])).get(found.recordId) };
  });
  if (mark.lifted || !may(ctx.actor, 'matter.readProtected', mark.bodyId ?? undefined))
    return { mark, record, secret: undefined };
  const proof = authorize(ctx.actor, 'matter.readProtected');
  const secrets = await db.read(proof, (r) => secretTexts(r, [mark]));
  return { mark, record, secret: secrets.get(mark.id) };
}

async function formOf(
  ctx: HandlerContext<'secrecy.mark', { params: typeof byRecord }>,
  state: Parameters<typeof markFormPage>[4],
) {
  const { noun, id } = ctx.input.params;
  const recordNoun = markableSlugs[noun];
  const standing = await ctx.services.db.read(ctx.auth, async (r) => {
    await requireMarkable(r, recordNoun, id);
    return await marksOf(r, [{ noun: recordNoun, id }]);
  });
  return markFormPage(ctx, noun, id, standing, state);
}
