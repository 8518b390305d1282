import * as z from 'zod';
import { requireNotDisqualified } from '../../../domain/attendance/index.ts';
import { findMatterByNumber, openMatter } from '../../../domain/matters/index.ts';
import {
  addAgendaItem,
  changeAgendaItem,
  getMeeting,
  moveAgendaItem,
  numberNewItem,
  removeAgendaItem,
} from '../../../domain/meetings/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm } from '../../contracts.ts';
import { choice, idempotencyField, idField, optionalChoice, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { agendaItemFormPage, itemForm, itemValues, removeItemPage } from './agenda-item-form-page.ts';
import { requireFor } from './meeting-facts.ts';
import { meetingListPath } from './meeting-list-page.ts';
import { anId, byId, ownMeeting } from './meeting-routes.ts';
import { texts } from './texts.ts';

export const byItem = z.object({ id: idField(), punkt: idField() });
export const itemSample = { id: anId, punkt: anId };
export const items = `${meetingListPath}/:id/punkter` as const;
type Writer = Parameters<typeof openMatter>[0];
type Reading = Pick<
  HandlerContext<'meeting.edit' | 'meeting.linkAssignment' | 'decision.record' | 'memo.write'>,
  'services' | 'auth' | 'actor'
>;

/** The items of an agenda: adding, changing, moving, removing. */
export const agendaRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${items}/ny`,
    policy: 'meeting.edit',
    about: 'Visar formuläret för en ny punkt på dagordningen.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const meeting = await ownMeeting(ctx, ctx.input.params.id);
      const closing = meeting.items.find(({ standing, parentId }) => standing === 'closing' && parentId === null);
      return agendaItemFormPage(ctx, meeting, freshForm({ category: 'information', beforeItemId: closing?.id }));
    },
  }),
  route({
    method: 'POST',
    path: `${items}/ny`,
    policy: 'meeting.edit',
    about: 'Lägger en punkt sist på dagordningen.',
    input: { params: byId, form: itemForm },
    sample: {
      params: { id: anId },
      form: { title: 'Aktuellt från verksamheten', category: 'information', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const meetingId = ctx.input.params.id;
      const { idempotencyKey, parentId, beforeItemId } = ctx.input.form;
      const meeting = await ownMeeting(ctx, meetingId);
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'addAgendaItem', idempotencyKey }, async (w) => {
        const fields = await itemFields(w, ctx.input.form, meeting.body.id);
        const place = { parentId: parentId ?? null, beforeItemId: beforeItemId ?? null };
        const itemId = await addAgendaItem(w, { meetingId, ...place, ...fields });
        if (fields.number === null) await numberNewItem(w, { meetingId, itemId });
        return itemId;
      });
      return toItem(meetingId, id, texts[ctx.language].itemAdded);
    },
    onInvalid: async (ctx, state) => agendaItemFormPage(ctx, await ownMeeting(ctx, ctx.input.params.id), state),
  }),
  route({
    method: 'GET',
    path: `${items}/:punkt`,
    policy: 'meeting.edit',
    about: 'Visar formuläret där en punkt ändras.',
    input: { params: byItem },
    sample: { params: itemSample },
    handler: async (ctx) => {
      const { meeting, item } = await ownItem(ctx);
      return agendaItemFormPage(ctx, meeting, freshForm(itemValues(item)), item);
    },
  }),
  route({
    method: 'POST',
    path: `${items}/:punkt`,
    policy: 'meeting.edit',
    about: 'Ändrar vad en punkt säger.',
    input: { params: byItem, form: itemForm.extend({ version: versionField }) },
    sample: {
      params: itemSample,
      form: { title: 'Aktuellt', category: 'information', version: '1', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id, punkt } = ctx.input.params;
      const { version, idempotencyKey } = ctx.input.form;
      const meeting = await ownMeeting(ctx, id);
      await ctx.services.db.transact(ctx.auth, { verb: 'changeAgendaItem', idempotencyKey }, async (w) =>
        changeAgendaItem(w, {
          itemId: punkt,
          expectedVersion: version,
          changes: await itemFields(w, ctx.input.form, meeting.body.id),
        }),
      );
      return toItem(id, punkt, texts[ctx.language].itemChanged);
    },
    onInvalid: async (ctx, state) => {
      const { meeting, item } = await ownItem(ctx);
      return agendaItemFormPage(ctx, meeting, state, item);
    },
  }),
  route({
    method: 'POST',
    path: `${items}/:punkt/flytta`,
    policy: 'meeting.edit',
    about: 'Låter en punkt byta plats med den före eller efter.',
    input: {
      params: byItem,
      form: z.object({
        version: versionField,
        direction: choice(['earlier', 'later']),
        /** Where the item was moved from: the page where the agenda is put together, else the page of the meeting. */
        back: optionalChoice(['agenda']),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: itemSample, form: { version: '1', direction: 'later', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id, punkt } = ctx.input.params;
      const { version, direction, back, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'moveAgendaItem', idempotencyKey }, (w) =>
        moveAgendaItem(w, { itemId: punkt, expectedVersion: version, direction }),
      );
      const text = texts[ctx.language].itemMoved;
      if (back === 'agenda')
        return redirect(`${recordAddress('meeting', id)}/dagordning`, { flash: { tone: 'success', text } });
      return toItem(id, punkt, text);
    },
    onInvalid: async (ctx, state) => {
      const { meeting, item } = await ownItem(ctx);
      return agendaItemFormPage(ctx, meeting, { ...freshForm(itemValues(item)), problems: state.problems }, item);
    },
  }),
  route({
    method: 'GET',
    path: `${items}/:punkt/ta-bort`,
    policy: 'meeting.edit',
    about: 'Frågar innan en punkt tas bort från dagordningen.',
    input: { params: byItem },
    sample: { params: itemSample },
    handler: async (ctx) => {
      const { meeting, item } = await ownItem(ctx);
      return removeItemPage(ctx, meeting, item, freshForm());
    },
  }),
  route({
    method: 'POST',
    path: `${items}/:punkt/ta-bort`,
    policy: 'meeting.edit',
    about: 'Tar bort en punkt som inget beslut hör till.',
    input: { params: byItem, form: z.object({ version: versionField, idempotencyKey: idempotencyField }) },
    sample: { params: itemSample, form: { version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id, punkt } = ctx.input.params;
      const { version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'removeAgendaItem', idempotencyKey }, (w) =>
        removeAgendaItem(w, { itemId: punkt, expectedVersion: version }),
      );
      const text = texts[ctx.language].itemRemoved;
      return redirect(recordAddress('meeting', id), { flash: { tone: 'success', text } });
    },
    onInvalid: async (ctx, state) => {
      const { meeting, item } = await ownItem(ctx);
      return removeItemPage(ctx, meeting, item, state);
    },
  }),
];

/** Back to the item on the page of its meeting, with what happened. */
export function toItem(meetingId: string, itemId: string, text: string) {
  return redirect(recordAddress('agendaItem', itemId, meetingId), { flash: { tone: 'success', text } });
}

/** The meeting and item of an address, for those who may do the action; an item of another meeting is an unknown page. */
export async function ownItem(
  ctx: Reading & { readonly input: { readonly params: z.output<typeof byItem> } },
  action: 'meeting.edit' | 'meeting.linkAssignment' | 'decision.record' | 'memo.write' = 'meeting.edit',
) {
  const { id, punkt } = ctx.input.params;
  const meeting = await ctx.services.db.read(ctx.auth, async (r) => {
    await requireNotDisqualified(r, punkt);
    return await getMeeting(r, id);
  });
  const item = meeting.items.find((one) => one.id === punkt);
  if (!item) throw new AppError('record.notFound');
  requireFor(ctx.actor, action, meeting);
  return { meeting, item };
}

/** What a form says of an item; a registration number that the register does not know opens a matter when the form asks for it. */
async function itemFields(w: Writer, form: z.output<typeof itemForm>, bodyId: string) {
  const known = form.matter ? await findMatterByNumber(w, form.matter) : undefined;
  if (form.matter && !known && !form.openMatter)
    throw new AppError('record.invalid', {}, [{ path: 'matter', key: 'matter.unknown' }]);
  const opened =
    form.matter && !known
      ? await openMatter(w, { registrationNumber: form.matter, publicTitle: form.title, bodyId }).catch(onMatterField)
      : undefined;
  return {
    number: form.number ?? null,
    title: form.title,
    category: form.category,
    presenters: linesOf(form.presenters),
    matterId: known?.id ?? opened ?? null,
    summary: form.summary ?? null,
    exercisesAuthority: form.exercisesAuthority,
    doorsClosed: form.doorsClosed,
  };
}

/** What hinders a matter from being opened is shown beside its number, which is the field that the form has for it. */
function onMatterField(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== 'record.invalid') throw error;
  throw new AppError('record.invalid', {}, [{ path: 'matter', key: 'matter.number' }]);
}

/** A field with one entry on each line, as a list without empty lines. */
export function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
