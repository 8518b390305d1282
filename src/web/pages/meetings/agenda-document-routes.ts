import { listDocuments, type RegisteredDocument, registerDocument } from '../../../domain/matters/index.ts';
import {
  type AgendaItem,
  attachDocument,
  detachDocument,
  type MeetingDetail,
  raiseDocument,
} from '../../../domain/meetings/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { FormState, Reader } from '../../contracts.ts';
import { type Page, redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { agendaDocumentsPage, documentForm, uploadForm } from './agenda-documents-page.ts';
import { byItem, itemSample, items, ownItem } from './agenda-routes.ts';
import { itemPath } from './agenda-section.ts';
import { anId } from './meeting-routes.ts';
import { texts } from './memo-texts.ts';

const path = `${items}/:punkt/handlingar` as const;
type Editing = Parameters<typeof ownItem>[0] & Parameters<typeof agendaDocumentsPage>[0];

/** The documents of an item: chosen, handed in, ordered, taken off. */
export const agendaDocumentRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    policy: 'memo.write',
    about: 'Visar handlingarna till en punkt och formulären där fler läggs till.',
    input: { params: byItem },
    sample: { params: itemSample },
    handler: (ctx) => drawDocuments(ctx),
  }),
  stepRoute('', 'Lägger en handling ur registret till en punkt.'),
  stepRoute('/upp', 'Flyttar en av punktens handlingar ett steg upp.'),
  stepRoute('/ta-bort', 'Tar bort en handling från en punkt; den finns kvar i registret.'),
  route({
    method: 'POST',
    path: `${path}/fil`,
    policy: 'memo.write',
    rate: 'upload',
    about: 'Lämnar in en fil, registrerar den som handling och lägger den till punkten.',
    input: { params: byItem, form: uploadForm },
    sample: { params: itemSample, form: {} },
    handler: async (ctx) => {
      const { file, title, idempotencyKey } = ctx.input.form;
      const { meeting, item } = await ownItem(ctx, 'memo.write');
      if (file.size === 0)
        throw new AppError('record.invalid', {}, [
          { path: 'file', key: 'intake.emptyFile', values: { name: file.name } },
        ]);
      const fileName =
        file.name
          .split(/[/\\]/)
          .at(-1)
          ?.replace(/\p{Cc}/gu, '')
          .slice(0, 200) || 'fil';
      const sha256 = await ctx.services.blobs.put(new Uint8Array(await file.arrayBuffer()));
      await ctx.services.db.transact(ctx.auth, { verb: 'registerDocument', idempotencyKey }, async (w) => {
        const documentId = await registerDocument(w, {
          kind: 'other',
          title: title ?? fileName.replace(/\.\w{1,5}$/, ''),
          fileName,
          mediaType: file.type || 'application/octet-stream',
          size: file.size,
          sha256,
          bodyId: meeting.body.id,
          datedOn: ctx.services.runtime.today(),
          ...(item.matter && { matterId: item.matter.id }),
        });
        await attachDocument(w, { itemId: item.id, documentId });
      });
      return toDocuments(meeting, item, texts[ctx.language].attachedFlash);
    },
    onInvalid: drawDocuments,
  }),
];

function stepRoute(step: '' | '/upp' | '/ta-bort', about: string): Route {
  const verb = { '': attachDocument, '/upp': raiseDocument, '/ta-bort': detachDocument }[step];
  return route({
    method: 'POST',
    path: `${path}${step}`,
    policy: 'memo.write',
    about,
    input: { params: byItem, form: documentForm },
    sample: { params: itemSample, form: { documentId: anId, idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { documentId, idempotencyKey } = ctx.input.form;
      const { meeting, item } = await ownItem(ctx, 'memo.write');
      await ctx.services.db.transact(ctx.auth, { verb: verb.name, idempotencyKey }, (w) =>
        verb(w, { itemId: item.id, documentId }),
      );
      const t = texts[ctx.language];
      return toDocuments(
        meeting,
        item,
        { '': t.attachedFlash, '/upp': t.movedFlash, '/ta-bort': t.removedFlash }[step],
      );
    },
    onInvalid: drawDocuments,
  });
}

function toDocuments(meeting: MeetingDetail, item: AgendaItem, text: string) {
  return redirect(`${itemPath(meeting, item)}/handlingar`, { flash: { tone: 'success', text } });
}

async function drawDocuments(
  ctx: Editing & Pick<HandlerContext<'memo.write'>, 'auth'>,
  state?: FormState,
): Promise<Page> {
  const { meeting, item } = await ownItem(ctx, 'memo.write');
  const choices = await ctx.services.db.read(ctx.auth, (r) => choicesFor(r, meeting, item));
  return agendaDocumentsPage(ctx, { meeting, item, choices }, state);
}

/** The documents one would choose among: those of the matter first, then the body's own, without those that stand there. */
async function choicesFor(r: Reader, meeting: MeetingDetail, item: AgendaItem): Promise<readonly RegisteredDocument[]> {
  const ofMatter = item.matter ? await listDocuments(r, { matterId: item.matter.id }) : [];
  const ofBody = await listDocuments(r, { bodyId: meeting.body.id, limit: 50 });
  const there = new Set<string>([...item.documents, ...ofMatter].map(({ id }) => id));
  return [
    ...ofMatter.filter(({ id }) => !item.documents.some((one) => one.id === id)),
    ...ofBody.filter(({ id }) => !there.has(id)),
  ];
}
