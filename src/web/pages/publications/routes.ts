import * as z from 'zod';
import { checkPdf } from '../../../documents/out/index.ts';
import { authorize } from '../../../domain/access/index.ts';
import { listDecisions } from '../../../domain/decisions/index.ts';
import { minutesOfMeeting } from '../../../domain/minutes/index.ts';
import {
  declinePublication,
  eventsOf,
  findingRulingCodes,
  gateFindings,
  gateSceneOf,
  isReadyRecord,
  keptFinding,
  type ListedPublication,
  listPublications,
  type PublicationState,
  proposePublication,
  publicationStateCodes,
  publicationStates,
  publicationsOf,
  recordToPublish,
  reviewPublication,
  withdrawPublication,
} from '../../../domain/publications/index.ts';
import {
  findPublished,
  listAuthorities,
  type PublishedNoun,
  publishedHash,
  publishedNouns,
} from '../../../domain/published/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import {
  checkbox,
  idempotencyField,
  idField,
  optionalChoice,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { tableFile, tableFormats } from '../../table-file.ts';
import { dayOf, pageSize, publicationListPage } from './publication-list-page.ts';
import { type PublicationFacts, publicationPage } from './publication-page.ts';
import { nounOfPath, nounPaths, publicationOfPath, publicationPath } from './publication-paths.ts';
import { texts } from './texts.ts';

const path = `${publicationPath}/:noun/:id` as const;
const params = z.object({ noun: z.enum(nounPaths), id: idField() });
const sample = { params: { noun: 'protokoll', id: '00000000-0000-4000-8000-000000000000' } };
const states = publicationStateCodes as readonly [PublicationState, ...PublicationState[]];
const chosen = { slag: optionalChoice(nounPaths), lage: optionalChoice(states), andrade: checkbox() };
/** More findings than anybody answers one by one: such a document is masked first. */
const mostFindings = 60;
const rulings = Object.fromEntries(
  Array.from({ length: mostFindings }, (_, index) => [
    [`ruling${index}`, optionalText({ maximum: 20 })] as const,
    [`reason${index}`, optionalText({ maximum: 500 })] as const,
  ]).flat(),
);

/** What becomes public: the register of it, and the page of each record with its gate, its review and its trace. */
export const publicationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: publicationPath,
    policy: 'publication.withdraw',
    about: 'Visar vad som är publicerat, vad som väntar på granskning och vad som har dragits tillbaka.',
    input: { query: z.object({ ...chosen, sida: optionalWholeNumber({ minimum: 1, maximum: 100_000 }) }) },
    sample: {},
    handler: async (ctx) => {
      const { sida = 1, ...query } = ctx.input.query;
      const { found, waiting } = await ctx.services.db.read(ctx.auth, async (r) => ({
        found: await listPublications(r, { ...filterOf(query), limit: pageSize, offset: (sida - 1) * pageSize }),
        waiting: await listPublications(r, { states: ['awaitingReview'], limit: 1 }),
      }));
      return publicationListPage(ctx, { ...found, waiting: waiting.total, query, number: sida });
    },
  }),
  ...tableFormats.map((format) =>
    route({
      method: 'GET',
      path: `${publicationPath}/register.${format}`,
      policy: 'publication.withdraw',
      about: `Lämnar registret över publicerat som ${format.toUpperCase()}.`,
      input: { query: z.object(chosen) },
      sample: {},
      handler: async (ctx) => {
        const filter = { ...filterOf(ctx.input.query), limit: 5_000 };
        const { publications } = await ctx.services.db.read(ctx.auth, (r) => listPublications(r, filter));
        return tableFile(sheetOf(ctx, publications), 'publicerat', format);
      },
    }),
  ),
  route({
    method: 'GET',
    path,
    policy: 'publication.withdraw',
    about: 'Visar exakt vad som blir publikt av en handling, vad grinden hittar och vad som har hänt.',
    input: { params },
    sample,
    handler: async (ctx) => publicationPage(ctx, await factsOf(ctx), freshForm()),
  }),
  route({
    method: 'POST',
    path: `${path}/foresla`,
    policy: 'publication.propose',
    about: 'Föreslår att en handling publiceras; den blir publik direkt när grinden inte hittar något.',
    input: {
      params,
      form: z.object({ shownHash: optionalText({ maximum: 64 }), idempotencyKey: idempotencyField }),
    },
    sample: { ...sample, form: { idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { idempotencyKey, shownHash } = ctx.input.form;
      const noun = nounOfPath(ctx.input.params.noun);
      const recordId = ctx.input.params.id;
      const accessible = await accessibleFiles(ctx, noun, recordId);
      const { state } = await ctx.services.db.transact(ctx.auth, { verb: 'proposePublication', idempotencyKey }, (w) =>
        proposePublication(w, { noun, recordId, accessible, ...(shownHash && { shownHash }) }),
      );
      const t = texts[ctx.language];
      const said = { published: t.flashPublished, awaitingReview: t.flashHeld, stopped: t.flashStopped }[state];
      return redirect(publicationOfPath(noun, recordId), {
        flash: { tone: state === 'stopped' ? 'warning' : 'success', text: said },
      });
    },
    onInvalid: async (ctx, state) => publicationPage(ctx, await factsOf(ctx), state),
  }),
  route({
    method: 'POST',
    path: `${path}/granska`,
    policy: 'publication.review',
    about: 'Publicerar ett förslag efter granskning, med svar och skäl för varje fynd.',
    input: {
      params,
      form: z.object({ ...rulings, publicationId: idField(), version: versionField, idempotencyKey: idempotencyField }),
    },
    sample: {
      ...sample,
      form: { publicationId: '00000000-0000-4000-8000-000000000000', version: '1', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { publicationId, version, idempotencyKey, ...answers } = ctx.input.form;
      const noun = nounOfPath(ctx.input.params.noun);
      const given = answers as Readonly<Record<string, string | undefined>>;
      const facts = await factsOf(ctx);
      const accessible = await accessibleFiles(ctx, noun, facts.id);
      await ctx.services.db.transact(ctx.auth, { verb: 'reviewPublication', idempotencyKey }, (w) =>
        reviewPublication(w, {
          publicationId,
          expectedVersion: version,
          accessible,
          rulings: facts.findings.map((_, index) => ({
            ruling: findingRulingCodes.find((code) => code === given[`ruling${index}`]) ?? null,
            reason: given[`reason${index}`] ?? '',
          })),
        }),
      );
      const flash = { tone: 'success', text: texts[ctx.language].flashPublished } as const;
      return redirect(publicationOfPath(noun, facts.id), { flash });
    },
    onInvalid: async (ctx, state) => publicationPage(ctx, await factsOf(ctx), state),
  }),
  route({
    method: 'POST',
    path: `${path}/avsla`,
    policy: 'publication.review',
    about: 'Avslår ett förslag om publicering, med skäl.',
    input: {
      params,
      form: z.object({
        publicationId: idField(),
        version: versionField,
        declineReason: text({ maximum: 500 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      ...sample,
      form: {
        publicationId: '00000000-0000-4000-8000-000000000000',
        version: '1',
        declineReason: 'Privatperson',
        idempotencyKey: 'exempel',
      },
    },
    handler: async (ctx) => {
      const { publicationId, version, declineReason: reason, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'declinePublication', idempotencyKey }, (w) =>
        declinePublication(w, { publicationId, expectedVersion: version, reason }),
      );
      const flash = { tone: 'success', text: texts[ctx.language].flashDeclined } as const;
      return redirect(publicationOfPath(nounOfPath(ctx.input.params.noun), ctx.input.params.id), { flash });
    },
    onInvalid: async (ctx, state) => publicationPage(ctx, await factsOf(ctx), state),
  }),
  route({
    method: 'POST',
    path: `${path}/dra-tillbaka`,
    policy: 'publication.withdraw',
    about: 'Drar tillbaka en publicerad handling från alla, med skäl.',
    input: { params, form: z.object({ withdrawReason: text({ maximum: 500 }), idempotencyKey: idempotencyField }) },
    sample: { ...sample, form: { withdrawReason: 'Fel handling', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { withdrawReason: reason, idempotencyKey } = ctx.input.form;
      const noun = nounOfPath(ctx.input.params.noun);
      const recordId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'withdrawPublication', idempotencyKey }, (w) =>
        withdrawPublication(w, { noun, recordId, reason }),
      );
      const flash = { tone: 'success', text: texts[ctx.language].flashWithdrawn } as const;
      return redirect(publicationOfPath(noun, recordId), { flash });
    },
    onInvalid: async (ctx, state) => publicationPage(ctx, await factsOf(ctx), state),
  }),
  route({
    method: 'POST',
    path: `${publicationPath}/allt-fran-sammantrade/:id`,
    policy: 'publication.propose',
    about: 'Föreslår ett sammanträde med alla dess beslut och protokoll till publicering på en gång.',
    input: { params: z.object({ id: idField() }), form: z.object({ idempotencyKey: idempotencyField }) },
    sample: { params: { id: sample.params.id }, form: { idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const meetingId = ctx.input.params.id;
      const { idempotencyKey } = ctx.input.form;
      const states = await ctx.services.db.transact(ctx.auth, { verb: 'publishMeeting', idempotencyKey }, async (w) => {
        const { decisions } = await listDecisions(w, { meetingId, state: 'made', limit: 500 });
        const minutes = await minutesOfMeeting(w, meetingId);
        const all: readonly { readonly noun: PublishedNoun; readonly recordId: string }[] = [
          { noun: 'meeting', recordId: meetingId },
          ...decisions.map(({ id }) => ({ noun: 'decision' as const, recordId: id })),
          ...minutes.map(({ id }) => ({ noun: 'minutes' as const, recordId: id })),
        ];
        const done: string[] = [];
        for (const one of all) {
          try {
            done.push((await proposePublication(w, one)).state);
          } catch (error) {
            // What is not final yet waits until it is; nothing of it was written.
            if (!(error instanceof AppError) || error.code !== 'publication.notReady') throw error;
          }
        }
        return done;
      });
      const published = states.filter((state) => state === 'published').length;
      const said = texts[ctx.language].flashBatch(published, states.length - published);
      return redirect(publicationPath, { flash: { tone: 'success', text: said } });
    },
    onInvalid: async (ctx, state) => publicationPage(ctx, await meetingFacts(ctx, ctx.input.params.id), state),
  }),
];

type Showing = RequestContext &
  Pick<HandlerContext<'publication.withdraw'>, 'services'> & {
    readonly actor: Parameters<typeof authorize>[0];
    readonly input: { readonly params: z.output<typeof params> };
  };

/** The page of a meeting, from which all of it is proposed at once. */
function meetingFacts(ctx: Omit<Showing, 'input'>, id: string): Promise<PublicationFacts> {
  return factsOf({ ...ctx, input: { params: { noun: publishedNouns.meeting.path, id } } });
}

/** The record as it would become public, read as anybody in the house reads it: what is protected is not in it. */
async function factsOf(ctx: Showing): Promise<PublicationFacts> {
  const noun = nounOfPath(ctx.input.params.noun);
  const { id } = ctx.input.params;
  const accessible = await accessibleFiles(ctx, noun, id);
  const { db } = ctx.services;
  const facts = await db.read(authorize(ctx.actor, 'record.read'), async (r) => {
    const record = await recordToPublish(r, { noun, recordId: id, accessible });
    const publications = await publicationsOf(r, noun, id);
    return {
      noun,
      id,
      record,
      hash: publishedHash(record),
      ready: await isReadyRecord(r, record),
      findings: gateFindings(record, await gateSceneOf(r, record)).map(keptFinding),
      publications,
      events: await eventsOf(
        r,
        publications.map((one) => one.id),
      ),
    };
  });
  const authorities = await db.readPublic(listAuthorities);
  const open = await db.readPublic((r) => findPublished(r, { tenantId: ctx.actor.tenantId }, noun, id));
  return {
    ...facts,
    open: open ?? null,
    slug: authorities.find(({ tenantId }) => tenantId === ctx.actor.tenantId)?.slug ?? null,
  };
}

/** Which of the files of a record are accessible PDFs, as far as a machine can tell. */
async function accessibleFiles(ctx: Showing, noun: PublishedNoun, recordId: string): Promise<ReadonlySet<string>> {
  const { db, blobs } = ctx.services;
  const { files } = await db.read(authorize(ctx.actor, 'record.read'), (r) => recordToPublish(r, { noun, recordId }));
  const conforming: string[] = [];
  for (const { mediaType, sha256 } of files) {
    if (mediaType !== 'application/pdf') continue;
    const bytes = await blobs.get(sha256).catch(() => undefined);
    if (bytes && (await checkPdf(bytes)).faults.length === 0) conforming.push(sha256);
  }
  return new Set(conforming);
}

type Chosen = {
  readonly slag?: string | undefined;
  readonly lage?: PublicationState | undefined;
  readonly andrade: boolean;
};

function filterOf({ slag, lage, andrade }: Chosen) {
  return {
    ...(slag && { noun: nounOfPath(slag) }),
    ...(lage && { states: [lage] }),
    ...(andrade && { changed: true }),
  };
}

function sheetOf(ctx: RequestContext, publications: readonly ListedPublication[]) {
  const t = texts[ctx.language];
  const { language } = ctx;
  return {
    title: t.title,
    language,
    columns: [
      { head: t.record, kind: 'text' as const },
      { head: t.kind, kind: 'text' as const },
      { head: t.state, kind: 'text' as const },
      { head: t.proposed, kind: 'date' as const },
      { head: t.by, kind: 'text' as const },
      { head: t.publicFrom, kind: 'date' as const },
      { head: t.publicTo, kind: 'date' as const },
      { head: t.edition, kind: 'number' as const },
    ],
    rows: publications.map((one) => [
      one.title,
      publishedNouns[one.noun][language],
      publicationStates[one.state][language],
      dayOf(one.proposedAt),
      one.proposedBy,
      one.publishedAt && dayOf(one.publishedAt),
      one.withdrawnAt && dayOf(one.withdrawnAt),
      one.edition,
    ]),
  };
}
