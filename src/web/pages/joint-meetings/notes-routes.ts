import * as z from 'zod';
import { writeDocument } from '../../../documents/out/index.ts';
import { requireNotDisqualified } from '../../../domain/attendance/index.ts';
import {
  addNoteTaker,
  getGathering,
  meetingNoteLimit,
  notesDocument,
  saveMeetingNote,
} from '../../../domain/meetings/index.ts';
import { changesMarker, changesSince } from '../../../domain/proceedings/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { idempotencyField, idField, optionalText, text, versionField } from '../../input.ts';
import { file, json, redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { requireFor } from '../meetings/meeting-facts.ts';
import { meetingListPath } from '../meetings/meeting-list-page.ts';
import { anId, byId } from '../meetings/meeting-routes.ts';
import { readGathering } from './gathering-facts.ts';
import { notesPage, notesPath, type RefusedNote, writeNotesPage } from './notes-page.ts';
import { texts } from './texts.ts';

const path = `${meetingListPath}/:id/anteckningar` as const;
const byTaker = z.object({ id: idField(), vem: idField() });
const byNote = z.object({ id: idField(), vem: idField(), punkt: idField() });
const formats = ['pdf', 'docx'] as const;

/** A text as it was written: nothing at its ends is taken away, because somebody is still writing. */
const written = z.preprocess(
  (value) => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n').normalize('NFC') : value),
  z.string('validation.required').max(meetingNoteLimit),
);

/** The notes of a gathering: the document they become, and where each note-taker writes. */
export const notesRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    policy: 'record.read',
    about: 'Visar anteckningarna från ett sammanträde, studiebesök eller en workshop som det dokument de blir.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, (r) => readGathering(r, ctx.input.params.id));
      return notesPage(ctx, facts, freshForm({ name: unnamed(ctx, facts.takers) }));
    },
  }),
  ...formats.map((format) =>
    route({
      method: 'GET',
      path: `${path}.${format}`,
      policy: 'record.read',
      about: `Lämnar anteckningarna som ${format.toUpperCase()}.`,
      input: { params: byId },
      sample: { params: { id: anId } },
      handler: async (ctx) => {
        const facts = await ctx.services.db.read(ctx.auth, (r) => readGathering(r, ctx.input.params.id));
        const { bytes, mediaType, extension } = await writeDocument(notesDocument(facts), format);
        return file({ bytes, type: mediaType, name: `anteckningar-${facts.meeting.heldOn}.${extension}` });
      },
    }),
  ),
  route({
    method: 'POST',
    path: `${path}/for`,
    policy: 'memo.write',
    about: 'Lägger till någon som antecknar.',
    input: { params: byId, form: z.object({ name: text({ maximum: 200 }), idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { name: 'Prov Provsson', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { name, idempotencyKey } = ctx.input.form;
      const accountId = name === ctx.actor.name ? ctx.actor.accountId : null;
      const takerId = await ctx.services.db.transact(ctx.auth, { verb: 'addNoteTaker', idempotencyKey }, (w) =>
        addNoteTaker(w, { meetingId: id, name, accountId }),
      );
      const flash = { tone: 'success', text: texts[ctx.language].takerAdded } as const;
      return redirect(`${notesPath(id)}/${takerId}`, { flash });
    },
    onInvalid: async (ctx, state) =>
      notesPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readGathering(r, ctx.input.params.id)), state),
  }),
  route({
    method: 'GET',
    path: `${path}/nytt`,
    policy: 'memo.write',
    about: 'Svarar vad andra har antecknat sedan sist.',
    input: { params: byId, query: z.object({ sedan: optionalText({ maximum: 20 }) }) },
    sample: { params: { id: anId }, query: { sedan: '0' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { marker, more, changes } = await ctx.services.db.read(ctx.auth, async (r) => {
        requireFor(ctx.actor, 'memo.write', (await getGathering(r, id)).meeting);
        return await changesSince(r, id, ctx.input.query.sedan ?? '');
      });
      const told = changes.map(({ what, by, byAccountId }) => ({ what, by, own: byAccountId === ctx.actor.accountId }));
      return json({ marker, more, changes: told });
    },
  }),
  route({
    method: 'GET',
    path: `${path}/:vem`,
    policy: 'memo.write',
    about: 'Visar en antecknares texter, en för varje punkt, som sparas medan de skrivs.',
    input: { params: byTaker },
    sample: { params: { id: anId, vem: anId } },
    handler: async (ctx) => drawWriting(ctx),
  }),
  route({
    method: 'POST',
    path: `${path}/:vem/:punkt`,
    policy: 'memo.write',
    about: 'Sparar en antecknares text om en punkt; någon annans text skrivs aldrig över.',
    input: {
      params: byNote,
      form: z.object({ body: written, version: versionField, auto: optionalText(), idempotencyKey: idempotencyField }),
    },
    sample: {
      params: { id: anId, vem: anId, punkt: anId },
      form: { body: 'Publiken ökar.', version: '0', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id, vem, punkt } = ctx.input.params;
      const { body, version, auto, idempotencyKey } = ctx.input.form;
      try {
        const saved = await ctx.services.db.transact(
          ctx.auth,
          { verb: 'saveMeetingNote', idempotencyKey },
          async (w) => {
            await requireNotDisqualified(w, punkt);
            return await saveMeetingNote(w, { itemId: punkt, noteTakerId: vem, body, expectedVersion: version });
          },
        );
        const at = ctx.format.clock(ctx.services.runtime.now());
        if (auto) return json({ saved: true, version: saved.version, body: saved.body, by: saved.editedBy, at });
        return redirect(`${notesPath(id)}/${vem}`, { flash: { tone: 'success', text: texts[ctx.language].saved } });
      } catch (error) {
        const both =
          auto && error instanceof AppError && error.code === 'record.changedMeanwhile' && savedNow(error.details);
        if (!both) throw error;
        return json({ saved: false, ...both });
      }
    },
    onInvalid: (ctx, state: FormState) =>
      drawWriting(ctx, { itemId: ctx.input.params.punkt, body: [state.values.body ?? ''].flat()[0] ?? '' }),
  }),
];

type Writing = RequestContext &
  Pick<HandlerContext<'memo.write'>, 'auth'> & { readonly input: { readonly params: z.output<typeof byTaker> } };

async function drawWriting(ctx: Writing, refused?: RefusedNote) {
  const { id, vem } = ctx.input.params;
  const { facts, marker } = await ctx.services.db.read(ctx.auth, async (r) => ({
    facts: await readGathering(r, id),
    marker: await changesMarker(r),
  }));
  requireFor(ctx.actor, 'memo.write', facts.meeting);
  const taker = facts.takers.find((one) => one.id === vem);
  if (!taker) throw new AppError('record.notFound');
  return writeNotesPage(ctx, facts, taker, { marker, ...(refused && { refused }) });
}

/** The name that the form proposes: that of who looks, until it takes notes already. */
function unnamed(
  ctx: { readonly actor: { readonly name: string } },
  takers: readonly { readonly name: string }[],
): string {
  return takers.some(({ name }) => name === ctx.actor.name) ? '' : ctx.actor.name;
}

/** The text that is saved now, out of what the verb answers in a conflict. */
function savedNow(
  details: unknown,
): { readonly body: string; readonly version: number; readonly by: string } | undefined {
  if (typeof details !== 'object' || details === null || !('current' in details)) return undefined;
  const { current } = details as { current: { body?: string; version?: number; editedBy?: string } };
  return { body: current.body ?? '', version: current.version ?? 0, by: current.editedBy ?? '' };
}
