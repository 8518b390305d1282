import * as z from 'zod';
import { pageCountOf, writeDocument } from '../../../documents/out/index.ts';
import type { DocumentTree } from '../../../documents/tree/index.ts';
import { requireNotDisqualified } from '../../../domain/attendance/index.ts';
import {
  memoDocument,
  type NoticeVersion,
  noticeDocument,
  supplementDocument,
  timetableDocument,
} from '../../../domain/meetings/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { optionalChoice, optionalWholeNumber } from '../../input.ts';
import { type FileReply, file, redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { byItem, itemSample, items } from './agenda-routes.ts';
import { gatherPackage, packageOf } from './gather-package.ts';
import { meetingListPath } from './meeting-list-page.ts';
import { anId, byId } from './meeting-routes.ts';
import { packageProgressPage, packageReadyPage } from './package-page.ts';
import { seenNotice } from './seen-notice.ts';

/** The formats in which a notice leaves the house. */
const formats = ['pdf', 'docx'] as const;
type Format = (typeof formats)[number];

const ofVersion = z.object({ version: optionalWholeNumber({ minimum: 1, maximum: 1_000 }) });

/** The documents of a meeting: notice and supplements, timetable, memos, and all papers in one file. */
export const meetingDocumentRoutes: readonly Route[] = [
  ...formats.flatMap((format): readonly Route[] => [
    route({
      method: 'GET',
      path: `${meetingListPath}/:id/kallelse.${format}`,
      policy: 'record.read',
      about: `Lämnar kallelsen, eller en tilläggskallelse, som ${format.toUpperCase()}.`,
      input: { params: byId, query: ofVersion },
      sample: { params: { id: anId } },
      handler: async (ctx) => {
        const { version } = ctx.input.query;
        const facts = await ctx.services.db.read(ctx.auth, (r) => seenNotice(r, ctx.input.params.id, version));
        const kind = facts.before ? `tillaggskallelse-${(facts.number ?? 1) - 1}` : 'kallelse';
        return await documentFile(noticeTree(facts), fileName(kind, facts), format);
      },
    }),
    route({
      method: 'GET',
      path: `${meetingListPath}/:id/tidplan.${format}`,
      policy: 'record.read',
      about: `Lämnar den preliminära tidplanen som ${format.toUpperCase()}.`,
      input: { params: byId },
      sample: { params: { id: anId } },
      handler: async (ctx) => {
        const facts = await ctx.services.db.read(ctx.auth, (r) => seenNotice(r, ctx.input.params.id, 'latest'));
        return await documentFile(timetableDocument(facts), fileName('tidplan', facts), format);
      },
    }),
    route({
      method: 'GET',
      path: `${items}/:punkt/pm.${format}`,
      policy: 'record.read',
      about: `Lämnar en punkts föredragnings-PM som ${format.toUpperCase()}.`,
      input: { params: byItem },
      sample: { params: itemSample },
      handler: async (ctx) => {
        const { id, punkt } = ctx.input.params;
        const facts = await ctx.services.db.read(ctx.auth, async (r) => {
          await requireNotDisqualified(r, punkt);
          return await seenNotice(r, id, 'current');
        });
        const item = facts.content.items.find((one) => one.id === punkt);
        if (!item?.memo) throw new AppError('record.notFound');
        return await documentFile(
          memoDocument(facts, item, item.memo),
          fileName(`pm-${item.number ?? ''}`, facts),
          format,
        );
      },
    }),
  ]),
  route({
    method: 'GET',
    path: `${meetingListPath}/:id/handlingar.pdf`,
    policy: 'record.read',
    about: 'Lämnar alla handlingar till ett sammanträde i en fil, när den är klar.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { facts, answer } = await askFor(ctx, ctx.input.params.id);
      if (!('bytes' in answer)) return redirect(`${recordAddress('meeting', ctx.input.params.id)}/handlingar`);
      return file({
        bytes: answer.bytes,
        type: 'application/pdf',
        name: `${fileName('handlingar', facts.latest)}.pdf`,
      });
    },
  }),
  route({
    method: 'GET',
    path: `${meetingListPath}/:id/handlingar`,
    policy: 'record.read',
    about: 'Visar hur långt filen med alla handlingar har kommit, och var den hämtas.',
    input: { params: byId, query: z.object({ folj: optionalChoice(['nej']) }) },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { facts, answer } = await askFor(ctx, id);
      const { meeting } = facts.latest.content;
      return 'bytes' in answer
        ? packageReadyPage(ctx, { id, ...meeting }, pageCountOf(answer.bytes))
        : packageProgressPage(ctx, { id, ...meeting }, answer.progress, ctx.input.query.folj === undefined);
    },
  }),
];

/** The package of a meeting as it is now known: asking sets it going. */
async function askFor(ctx: Pick<HandlerContext<'record.read'>, 'services' | 'auth'>, meetingId: string) {
  const facts = await ctx.services.db.read(ctx.auth, (r) => gatherPackage(r, meetingId, ctx.services.publicUrl));
  const { key, plan } = packageOf(facts, ctx.services);
  return { facts, answer: await ctx.services.askPackage(key, plan) };
}

function noticeTree(facts: NoticeVersion): DocumentTree {
  const { before, number } = facts;
  return before && number ? supplementDocument({ ...facts, before, number: number - 1 }) : noticeDocument(facts);
}

async function documentFile(tree: DocumentTree, name: string, format: Format): Promise<FileReply> {
  const { bytes, mediaType, extension } = await writeDocument(tree, format);
  return file({ bytes, type: mediaType, name: `${name}.${extension}` });
}

/** `kallelse-2026-11-24-beredning-for-narsjukvard`: letters that every file system and mail program keeps. */
function fileName(kind: string, { content }: NoticeVersion): string {
  const [body = ''] = content.meeting.bodies;
  const plain = body
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
  return `${kind}-${content.meeting.heldOn}-${plain}`.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}
