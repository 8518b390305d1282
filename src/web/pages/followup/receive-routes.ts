import * as z from 'zod';
import { receiveInput } from '../../../domain/inputs/index.ts';
import { noteReceived, takeUpReport } from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { idempotencyField, idField, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { readAgenda } from '../meetings/agenda-facts.ts';
import { agendaWorkPage } from '../meetings/agenda-work-page.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { anId } from './sample-id.ts';

const params = z.object({ id: idField() });
const form = z.object({ receiverId: idField(), idempotencyKey: idempotencyField });
const inputForm = z.object({ inputId: idField(), version: versionField, idempotencyKey: idempotencyField });
const sample = { params: { id: anId }, form: { receiverId: anId, idempotencyKey: 'prov' } };
const back = (meetingId: string) => `${recordAddress('meeting', meetingId)}/dagordning`;

/** What a body does with a report or an input that was handed over to it, from the page where its agenda is put together. */
export const receiveRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/sammantraden/:id/dagordning/ta-emot',
    policy: 'meeting.edit',
    about: 'Lägger en överlämnad återrapportering på det mottagande organets dagordning.',
    input: { params, form },
    sample,
    handler: async (ctx) => {
      const { id: meetingId } = ctx.input.params;
      const { receiverId, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'takeUpReport', idempotencyKey }, (w) =>
        takeUpReport(w, { receiverId, meetingId }),
      );
      return redirect(back(meetingId), { flash: { tone: 'success', text: deliveryTexts[ctx.language].takenUp } });
    },
    onInvalid: async (ctx, state) =>
      agendaWorkPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readAgenda(r, ctx.input.params.id)), state),
  }),
  route({
    method: 'POST',
    path: '/sammantraden/:id/dagordning/mottagen',
    policy: 'meeting.edit',
    about: 'Antecknar en överlämnad återrapportering som mottagen utan att den tas upp som punkt.',
    input: { params, form },
    sample,
    handler: async (ctx) => {
      const { receiverId, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'noteReceived', idempotencyKey }, (w) =>
        noteReceived(w, { receiverId }),
      );
      return redirect(back(ctx.input.params.id), {
        flash: { tone: 'success', text: deliveryTexts[ctx.language].noted },
      });
    },
    onInvalid: async (ctx, state) =>
      agendaWorkPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readAgenda(r, ctx.input.params.id)), state),
  }),
  route({
    method: 'POST',
    path: '/sammantraden/:id/dagordning/inspel',
    policy: 'meeting.edit',
    about: 'Lägger ett inspel som har skickats till organet på dess dagordning.',
    input: { params, form: inputForm },
    sample: { params: sample.params, form: { inputId: anId, version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: meetingId } = ctx.input.params;
      const { inputId, version: expectedVersion, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'receiveInput', idempotencyKey }, (w) =>
        receiveInput(w, { inputId, expectedVersion, meetingId }),
      );
      return redirect(back(meetingId), { flash: { tone: 'success', text: deliveryTexts[ctx.language].inputTakenUp } });
    },
    onInvalid: async (ctx, state) =>
      agendaWorkPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readAgenda(r, ctx.input.params.id)), state),
  }),
];
