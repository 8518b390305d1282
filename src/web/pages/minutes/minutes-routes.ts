import * as z from 'zod';
import { type DocumentFormat, documentFormats, writeDocument } from '../../../documents/out/index.ts';
import type { DocumentTree } from '../../../documents/tree/index.ts';
import { type Actor, authorize, may } from '../../../domain/access/index.ts';
import { requireNotDisqualified } from '../../../domain/attendance/index.ts';
import { getMeeting } from '../../../domain/meetings/index.ts';
import {
  changeMinutesCover,
  extractDocument,
  extractOf,
  findPrintedMinutes,
  minutesOfMeeting,
  noteMinutesRead,
  readMinutesDraft,
  startMinutes,
} from '../../../domain/minutes/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { postButton } from '../../components/form/form.ts';
import { tabs } from '../../components/tabs/tabs.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { choice, idempotencyField, idField, optionalId, optionalText, versionField } from '../../input.ts';
import { type FileReply, file, type Page, page, redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { meetingListPath } from '../meetings/meeting-list-page.ts';
import { appealOf } from './appeal-words.ts';
import { isCommenting, type MinutesPageFacts, readMinutesPage } from './minutes-facts.ts';
import { minutesCrumbs, minutesPage } from './minutes-page.ts';
import { texts } from './texts.ts';

export const anId = '00000000-0000-4000-8000-000000000000';
export const byId = z.object({ id: idField() });
const formats = documentFormats as readonly [DocumentFormat, ...DocumentFormat[]];

/** Minutes as page and as file: from their meeting, and under an address of their own. */
export const minutesPageRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${meetingListPath}/:id/protokoll`,
    policy: 'record.read',
    about: 'Visar protokollet från ett sammanträde, eller hur det påbörjas.',
    input: { params: byId, query: z.object({ organ: optionalId() }) },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { meeting, kept } = await ctx.services.db.read(ctx.auth, async (r) => ({
        meeting: await getMeeting(r, id),
        kept: await minutesOfMeeting(r, id),
      }));
      const bodyId = ctx.input.query.organ ?? meeting.body.id;
      const own = kept.find(({ body }) => body.id === bodyId);
      if (own) return redirect(recordAddress('minutes', own.id));
      return notBegunPage(ctx, meeting, bodyId);
    },
  }),
  route({
    method: 'POST',
    path: `${meetingListPath}/:id/protokoll`,
    policy: 'minutes.edit',
    about: 'Påbörjar protokollet från ett sammanträde.',
    input: { params: byId, form: z.object({ bodyId: idField(), idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { bodyId: anId, idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { bodyId, idempotencyKey } = ctx.input.form;
      const minutesId = await ctx.services.db.transact(ctx.auth, { verb: 'startMinutes', idempotencyKey }, (w) =>
        startMinutes(w, { meetingId: ctx.input.params.id, bodyId }),
      );
      return redirect(recordAddress('minutes', minutesId), {
        flash: { tone: 'success', text: texts[ctx.language].begun },
      });
    },
    onInvalid: async (ctx) =>
      notBegunPage(ctx, await ctx.services.db.read(ctx.auth, (r) => getMeeting(r, ctx.input.params.id)), undefined),
  }),
  route({
    method: 'GET',
    path: '/protokoll/:id',
    policy: 'record.read',
    about:
      'Visar ett protokoll som det dokument det är eller blir: läge, vad som saknas, underskrifter och vad som följer.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, (r) => readMinutesPage(r, ctx.input.params.id));
      await noteReading(ctx, facts);
      return minutesPage(ctx, facts);
    },
  }),
  route({
    method: 'POST',
    path: '/protokoll/:id/omslag',
    policy: 'minutes.edit',
    about: 'Ändrar sekreterare och justeringens plats på protokollets omslag.',
    input: {
      params: byId,
      form: z.object({
        secretary: optionalText(),
        adjustPlace: optionalText(),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: { id: anId }, form: { version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { secretary, adjustPlace, version, idempotencyKey } = ctx.input.form;
      const minutesId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeMinutesCover', idempotencyKey }, (w) =>
        changeMinutesCover(w, {
          minutesId,
          expectedVersion: version,
          secretary: secretary ?? null,
          adjustPlace: adjustPlace ?? null,
        }),
      );
      return redirect(recordAddress('minutes', minutesId), {
        flash: { tone: 'success', text: texts[ctx.language].saved },
      });
    },
    onInvalid: redraw,
  }),
  route({
    method: 'GET',
    path: '/protokoll/:id/fil/:format',
    policy: 'record.read',
    about: 'Lämnar protokollet, eller en omedelbart justerad paragraf, som PDF, DOCX, HTML eller JSON.',
    input: {
      params: z.object({ id: idField(), format: choice(formats) }),
      query: z.object({ handling: optionalId() }),
    },
    sample: { params: { id: anId, format: 'pdf' } },
    handler: async (ctx) => {
      const { id, format } = ctx.input.params;
      const tree = await ctx.services.db.read(ctx.auth, async (r) => {
        const { tree: now, minutes } = await readMinutesDraft(r, id);
        const { handling } = ctx.input.query;
        const wanted = minutes.adjustments.find((one) => (handling ? one.id === handling : one.kind === 'whole'));
        if (!wanted) throw new AppError('record.notFound');
        const sent = wanted.state === 'signing' || wanted.state === 'adjusted';
        const frozen = sent ? await findPrintedMinutes(r, wanted.id) : undefined;
        if (handling && !frozen) throw new AppError('record.notFound');
        return frozen ?? now;
      });
      return await treeFile(tree, format);
    },
  }),
  route({
    method: 'GET',
    path: '/protokoll/:id/utdrag/:itemId/fil/:format',
    policy: 'record.read',
    about: 'Lämnar ett utdrag av en paragraf som PDF, DOCX, HTML eller JSON.',
    input: { params: z.object({ id: idField(), itemId: idField(), format: choice(formats) }) },
    sample: { params: { id: anId, itemId: anId, format: 'pdf' } },
    handler: async (ctx) => {
      const { id, itemId, format } = ctx.input.params;
      const tree = await ctx.services.db.read(ctx.auth, async (r) => {
        const { facts, section } = await extractOf(r, id, itemId);
        if (facts.adjustedOn === null) await requireNotDisqualified(r, itemId);
        return extractDocument({ ...facts, appeal: await appealOf(r, id, itemId) }, section);
      });
      return await treeFile(tree, format);
    },
  }),
];

type Drawing = RequestContext & { readonly auth: HandlerContext<'minutes.edit' | 'minutes.comment'>['auth'] } & {
  readonly input: { readonly params: { readonly id: string } };
};

/** The page of the minutes again, with what was wrong said above: its small forms have one field each. */
export async function redraw(ctx: Drawing, state: FormState): Promise<Page> {
  const facts = await ctx.services.db.read(ctx.auth, (r) => readMinutesPage(r, ctx.input.params.id));
  const drawn = minutesPage(ctx, facts);
  return { ...drawn, body: html`${errorSummary(ctx, state)}${drawn.body}` };
}

/** A document as a file, named by its title. */
export async function treeFile(tree: DocumentTree, format: DocumentFormat): Promise<FileReply> {
  const { bytes, mediaType, extension } = await writeDocument(tree, format);
  const name = `${tree.title} ${tree.subtitle ?? ''}`
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return file({ bytes, type: mediaType, name: `${name}.${extension}` });
}

/** Notes that a reader opened the draft while it was out for comments, the first time. */
async function noteReading(ctx: RequestContext & { readonly actor: Actor }, facts: MinutesPageFacts): Promise<void> {
  const { minutes } = facts.composed;
  const known = facts.readings.some(({ reader }) => reader === ctx.actor.name);
  if (!isCommenting(minutes) || known || !may(ctx.actor, 'minutes.comment', minutes.body.id)) return;
  const auth = authorize(ctx.actor, 'minutes.comment');
  await ctx.services.db.transact(auth, { verb: 'noteMinutesRead' }, (w) =>
    noteMinutesRead(w, { minutesId: minutes.id }),
  );
}

/** What stands where there are no minutes yet: what they will be made from, and the button for those who may. */
function notBegunPage(
  ctx: RequestContext,
  meeting: Awaited<ReturnType<typeof getMeeting>>,
  bodyId: string | undefined,
): Page {
  const t = texts[ctx.language];
  const bodies = [meeting.body, ...meeting.jointBodies];
  const body = bodies.find(({ id }) => id === bodyId) ?? meeting.body;
  const here = `${recordAddress('meeting', meeting.id)}/protokoll`;
  const begins = ctx.actor !== undefined && may(ctx.actor, 'minutes.edit', body.id) && meeting.state !== 'cancelled';
  return page({
    title: t.title,
    crumbs: minutesCrumbs(ctx, meeting),
    lead: html`<span lang="sv">${body.name}</span><span>${ctx.format.date(meeting.heldOn)}</span>`,
    body: html`${
      bodies.length > 1
        ? tabs(ctx, {
            label: t.title,
            items: bodies.map(({ id, name }) => ({ text: name, href: `${here}?organ=${id}`, current: id === body.id })),
          })
        : null
    }${emptyState({
      title: t.notBegun,
      body: t.notBegunBody,
      ...(begins && { action: postButton(ctx, { action: here, text: t.begin, fields: { bodyId: body.id } }) }),
    })}`,
  });
}
