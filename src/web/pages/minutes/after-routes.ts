import * as z from 'zod';
import { writeDocument } from '../../../documents/out/index.ts';
import { authorize } from '../../../domain/access/index.ts';
import {
  approveMinutes,
  archiveMinutes,
  composeMinutes,
  correctMinutes,
  dispatchExtract,
  extractDocument,
  extractOf,
  findPrintedMinutes,
  proposeApprovalItem,
  type Recipient,
} from '../../../domain/minutes/index.ts';
import { announceAdjustment, endAppealPeriod } from '../../../domain/notices/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { announcementDeadline } from '../../../kernel/legal-deadlines.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { idempotencyField, idField, optionalId, text, versionField } from '../../input.ts';
import type { Page } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { appealOf } from './appeal-words.ts';
import { wholeOf } from './minutes-facts.ts';
import { anId, byId, redraw } from './minutes-routes.ts';
import { done, linkTo } from './sign-routes.ts';
import { announcePage, correctPage, dispatchPage } from './small-pages.ts';
import { texts } from './texts.ts';

const byItem = z.object({ id: idField(), itemId: idField() });

/** What comes after the signatures: announcing, extracts, corrections, approval at the next meeting, archive. */
export const afterRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/protokoll/:id/anslag',
    policy: 'notice.post',
    about: 'Visar formuläret där justeringen anslås.',
    input: { params: byId, query: z.object({ handling: optionalId() }) },
    sample: { params: { id: anId } },
    handler: (ctx) => drawAnnounce(ctx, ctx.input.query.handling, freshForm()),
  }),
  route({
    method: 'POST',
    path: '/protokoll/:id/anslag',
    policy: 'notice.post',
    about: 'Anslår att protokollet eller en paragraf är justerad.',
    input: {
      params: byId,
      form: z.object({ handling: idField(), availableAt: text(), idempotencyKey: idempotencyField }),
    },
    sample: { params: { id: anId }, form: { handling: anId, availableAt: 'Kansliet', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { handling: adjustmentId, availableAt, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'announceAdjustment', idempotencyKey }, (w) =>
        announceAdjustment(w, { adjustmentId, availableAt }),
      );
      return done(ctx.input.params.id, texts[ctx.language].announced);
    },
    onInvalid: (ctx, state) => drawAnnounce(ctx, [state.values.handling ?? ''].flat()[0], state),
  }),
  route({
    method: 'POST',
    path: '/protokoll/:id/overklagandetid-slut',
    policy: 'notice.post',
    about: 'Avslutar överklagandetiden när den har löpt ut på alla anslagstavlor.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      await ctx.services.db.transact(ctx.auth, { verb: 'endAppealPeriod' }, (w) =>
        endAppealPeriod(w, ctx.input.params.id),
      );
      return done(ctx.input.params.id, texts[ctx.language].appealsEnded);
    },
  }),
  route({
    method: 'GET',
    path: '/protokoll/:id/utdrag/:itemId',
    policy: 'minutes.edit',
    about: 'Visar utdraget av en paragraf och vem det kan skickas till.',
    input: { params: byItem },
    sample: { params: { id: anId, itemId: anId } },
    handler: (ctx) => drawDispatch(ctx),
  }),
  route({
    method: 'POST',
    path: '/protokoll/:id/utdrag/:itemId',
    policy: 'minutes.edit',
    about: 'Skickar utdraget av en paragraf och antecknar till vem.',
    input: {
      params: byItem,
      form: z.object({ recipients: text({ maximum: 10_000 }), idempotencyKey: idempotencyField }),
    },
    sample: { params: { id: anId, itemId: anId }, form: { recipients: 'Kansliet', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id, itemId } = ctx.input.params;
      const { recipients, idempotencyKey } = ctx.input.form;
      const sent = await ctx.services.db.transact(ctx.auth, { verb: 'dispatchExtract', idempotencyKey }, async (w) =>
        dispatchExtract(w, {
          minutesId: id,
          itemId,
          recipients: recipientsIn(recipients),
          appeal: await appealOf(w, id, itemId),
          link: `${linkTo(ctx, id)}/utdrag/${itemId}/fil/pdf`,
        }),
      );
      return done(id, texts[ctx.language].dispatched(sent.length));
    },
    onInvalid: (ctx, state) => drawDispatch(ctx, state),
  }),
  route({
    method: 'GET',
    path: '/protokoll/:id/ratta',
    policy: 'minutes.edit',
    about: 'Visar formuläret där ett skrivfel i ett justerat protokoll rättas.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => correctPage(ctx, await compose(ctx), freshForm()),
  }),
  route({
    method: 'POST',
    path: '/protokoll/:id/ratta',
    policy: 'minutes.edit',
    about: 'Antecknar en rättelse bredvid det justerade protokollet.',
    input: {
      params: byId,
      form: z.object({
        itemId: optionalId(),
        was: text({ maximum: 2000 }),
        isNow: text({ maximum: 2000 }),
        reason: text({ maximum: 2000 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: { id: anId }, form: { was: 'a', isNow: 'b', reason: 'c', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { idempotencyKey, itemId, ...words } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'correctMinutes', idempotencyKey }, (w) =>
        correctMinutes(w, { minutesId: ctx.input.params.id, itemId: itemId ?? null, ...words }),
      );
      return done(ctx.input.params.id, texts[ctx.language].corrected);
    },
    onInvalid: async (ctx, state) => correctPage(ctx, await compose(ctx), state),
  }),
  route({
    method: 'POST',
    path: '/protokoll/:id/pa-dagordningen',
    policy: 'minutes.edit',
    about: 'Lägger godkännandet av protokollet på ett senare sammanträdes dagordning.',
    input: { params: byId, form: z.object({ meetingId: idField(), idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { meetingId: anId, idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { meetingId, idempotencyKey } = ctx.input.form;
      const auth = authorize(ctx.actor, 'meeting.edit');
      await ctx.services.db.transact(auth, { verb: 'proposeApprovalItem', idempotencyKey }, (w) =>
        proposeApprovalItem(w, { minutesId: ctx.input.params.id, meetingId }),
      );
      return done(ctx.input.params.id, texts[ctx.language].onAgenda);
    },
    onInvalid: redraw,
  }),
  route({
    method: 'POST',
    path: '/protokoll/:id/godkann',
    policy: 'minutes.edit',
    about: 'Godkänner protokollet genom ett beslut vid ett senare sammanträde.',
    input: {
      params: byId,
      form: z.object({ decisionId: idField(), version: versionField, idempotencyKey: idempotencyField }),
    },
    sample: { params: { id: anId }, form: { decisionId: anId, version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { decisionId, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'approveMinutes', idempotencyKey }, (w) =>
        approveMinutes(w, { minutesId: ctx.input.params.id, expectedVersion: version, decisionId }),
      );
      return done(ctx.input.params.id, texts[ctx.language].approved);
    },
    onInvalid: redraw,
  }),
  route({
    method: 'POST',
    path: '/protokoll/:id/arkivera',
    policy: 'minutes.edit',
    about: 'Arkiverar protokollet med dess PDF och dess kontrollsummor.',
    input: { params: byId, form: z.object({ version: versionField, idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const minutesId = ctx.input.params.id;
      const { version, idempotencyKey } = ctx.input.form;
      const frozen = await ctx.services.db.read(ctx.auth, async (r) =>
        findPrintedMinutes(r, wholeOf((await composeMinutes(r, minutesId)).minutes).id),
      );
      if (!frozen) throw new AppError('record.notFound');
      // The file is kept before the record says so: a file without a record does no harm, a record without its file would.
      const { bytes } = await writeDocument(frozen, 'pdf');
      const pdfHash = await ctx.services.blobs.put(bytes);
      await ctx.services.db.transact(ctx.auth, { verb: 'archiveMinutes', idempotencyKey }, (w) =>
        archiveMinutes(w, { minutesId, expectedVersion: version, pdfHash }),
      );
      return done(minutesId, texts[ctx.language].archivedNow);
    },
    onInvalid: redraw,
  }),
];

type Here = RequestContext & {
  readonly auth: HandlerContext<'minutes.edit' | 'notice.post'>['auth'];
  readonly input: { readonly params: { readonly id: string } };
};

async function compose(ctx: Here) {
  return await ctx.services.db.read(ctx.auth, (r) => composeMinutes(r, ctx.input.params.id));
}

async function drawAnnounce(ctx: Here, handling: string | undefined, state: FormState): Promise<Page> {
  const { minutes } = await compose(ctx);
  const adjustment = handling ? minutes.adjustments.find(({ id }) => id === handling) : wholeOf(minutes);
  if (!adjustment?.adjustedOn) throw new AppError('record.notFound');
  return announcePage(ctx, minutes, adjustment, announcementDeadline(adjustment.adjustedOn).date, state);
}

async function drawDispatch(
  ctx: Here & { readonly input: { readonly params: { readonly itemId: string } } },
  state?: FormState,
): Promise<Page> {
  const { id, itemId } = ctx.input.params;
  return await ctx.services.db.read(ctx.auth, async (r) => {
    const { minutes, facts } = await composeMinutes(r, id);
    const section = facts.sections.find((one) => one.itemId === itemId);
    if (!section) throw new AppError('record.notFound');
    const extract = await extractOf(r, id, itemId);
    const tree = extractDocument({ ...extract.facts, appeal: await appealOf(r, id, itemId) }, extract.section);
    return dispatchPage(ctx, minutes, section, tree, state ?? freshForm({ recipients: section.sentTo.join('\n') }));
  });
}

/** "Kansliet <kansli@kommun.se>", one a line: the name, and the address where there is one. */
function recipientsIn(lines: string): readonly Recipient[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line)
    .map((line) => {
      const [, name, address] = /^(.*?)\s*<([^>]*)>$/u.exec(line) ?? [];
      return { name: name || address || line, address: address ?? null, bodyId: null };
    });
}
