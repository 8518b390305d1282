import * as z from 'zod';
import {
  askDeputy,
  callPerson,
  getSummonsOverview,
  sendSummonsLetters,
  summonMeeting,
  withdrawServingRequest,
} from '../../../domain/meetings/index.ts';
import { type FormState, freshForm } from '../../contracts.ts';
import { idempotencyField, idField, optionalText, text, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { meetingListPath } from '../meetings/meeting-list-page.ts';
import { anId, byId, type Editing, ownMeeting } from '../meetings/meeting-routes.ts';
import { summonsPage } from './summons-page.ts';
import { overviewPath } from './summons-paths.ts';
import { texts } from './texts.ts';

const overview = `${meetingListPath}/:id/svar` as const;
const pressed = z.object({ idempotencyKey: idempotencyField });
const summoning = pressed.extend({ version: versionField, lateReason: optionalText({ maximum: 500 }) });
const adding = pressed.extend({ name: text({ maximum: 200 }), address: optionalText({ maximum: 254 }) });
const asking = pressed.extend({ kallelse: idField(), plats: idField() });
const withdrawing = pressed.extend({ kallelse: idField(), fraga: idField() });
const params = { id: anId };

/** Calling people, sending letters, and asking deputies. */
export const overviewRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: overview,
    policy: 'meeting.edit',
    about: 'Visar vilka som är kallade, vad de har svarat, vem som tjänstgör för vem och om det räcker.',
    input: { params: byId },
    sample: { params },
    handler: (ctx) => draw(ctx, freshForm()),
  }),
  route({
    method: 'POST',
    path: `${overview}/kalla`,
    policy: 'meeting.edit',
    about: 'Fryser dagordningen som kallelse och skickar brev till dem som kallas och underrättas.',
    input: { params: byId, form: summoning },
    sample: { params, form: { version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { version, lateReason, idempotencyKey } = ctx.input.form;
      const { sent } = await ctx.services.db.transact(ctx.auth, { verb: 'summonMeeting', idempotencyKey }, (w) =>
        summonMeeting(w, { meetingId: id, expectedVersion: version, ...(lateReason && { lateReason }) }),
      );
      return redirect(overviewPath(id), { flash: { tone: 'success', text: texts[ctx.language].summoned(sent) } });
    },
    onInvalid: draw,
  }),
  route({
    method: 'POST',
    path: `${overview}/skicka`,
    policy: 'meeting.edit',
    about: 'Skickar de brev som någon borde ha fått: kallelse, tilläggskallelse, ändring eller inställt.',
    input: { params: byId, form: pressed },
    sample: { params, form: { idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey } = ctx.input.form;
      const { sent } = await ctx.services.db.transact(ctx.auth, { verb: 'sendSummonsLetters', idempotencyKey }, (w) =>
        sendSummonsLetters(w, id),
      );
      const t = texts[ctx.language];
      return redirect(overviewPath(id), {
        flash: sent > 0 ? { tone: 'success', text: t.sent(sent) } : { tone: 'info', text: t.sentNone },
      });
    },
    onInvalid: draw,
  }),
  route({
    method: 'POST',
    path: `${overview}/lagg-till`,
    policy: 'meeting.edit',
    about: 'Lägger till någon utan plats på listan över dem som kallas eller bjuds in.',
    input: { params: byId, form: adding },
    sample: { params, form: { name: 'Prov Person', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { name, address, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'callPerson', idempotencyKey }, (w) =>
        callPerson(w, { meetingId: id, name, address }),
      );
      return redirect(overviewPath(id), { flash: { tone: 'success', text: texts[ctx.language].added(name) } });
    },
    onInvalid: draw,
  }),
  route({
    method: 'POST',
    path: `${overview}/fraga`,
    policy: 'meeting.edit',
    about: 'Frågar en ersättare om tjänstgöring på en plats som står tom.',
    input: { params: byId, form: asking },
    sample: { params, form: { kallelse: anId, plats: anId, idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { kallelse, plats, idempotencyKey } = ctx.input.form;
      const { posted, name } = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'askDeputy', idempotencyKey },
        async (w) => ({
          posted: await askDeputy(w, { meetingId: id, summonsId: kallelse, seatId: plats }),
          name: (await getSummonsOverview(w, id, w.runtime.today())).summonses.find((one) => one.id === kallelse)?.name,
        }),
      );
      const t = texts[ctx.language];
      return redirect(overviewPath(id), {
        flash: posted
          ? { tone: 'success', text: t.asked(name ?? '') }
          : { tone: 'warning', text: t.askedElse(name ?? '') },
      });
    },
    onInvalid: draw,
  }),
  route({
    method: 'POST',
    path: `${overview}/ta-tillbaka`,
    policy: 'meeting.edit',
    about: 'Tar tillbaka frågan till en ersättare om tjänstgöring.',
    input: { params: byId, form: withdrawing },
    sample: { params, form: { kallelse: anId, fraga: anId, idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { kallelse, fraga, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'withdrawServingRequest', idempotencyKey }, (w) =>
        withdrawServingRequest(w, { meetingId: id, summonsId: kallelse, requestId: fraga }),
      );
      return redirect(overviewPath(id), { flash: { tone: 'success', text: texts[ctx.language].tookBack } });
    },
    onInvalid: draw,
  }),
];

async function draw(
  ctx: Editing & Parameters<typeof summonsPage>[0] & { readonly input: { readonly params: z.output<typeof byId> } },
  state: FormState,
) {
  const { id } = await ownMeeting(ctx, ctx.input.params.id);
  const today = ctx.services.runtime.today();
  return summonsPage(ctx, await ctx.services.db.read(ctx.auth, (r) => getSummonsOverview(r, id, today)), state);
}
