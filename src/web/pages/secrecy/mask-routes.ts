import * as z from 'zod';
import { findLeftWords, writeDocument } from '../../../documents/out/index.ts';
import { type Actor, authorize, may } from '../../../domain/access/index.ts';
import {
  composeMaskedCopy,
  getMaskedCopy,
  listMaskedCopies,
  type MakeMaskedCopy,
  makeMaskedCopy,
  maskSource,
} from '../../../domain/disclosures/index.ts';
import type { DocumentWithText } from '../../../domain/matters/index.ts';
import { provisions, requireMarkable } from '../../../domain/secrecy/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { freshForm } from '../../contracts.ts';
import {
  choice,
  idempotencyField,
  idField,
  manyOf,
  optionalChoice,
  optionalId,
  optionalText,
  text,
  wholeNumber,
} from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { readDocumentFacts } from '../sources/source-facts.ts';
import { copyFormats, maskedCopyPage, maskPage } from './mask-page.ts';
import { secrecyPaths } from './secrecy-paths.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const provisionCodes = Object.keys(provisions) as unknown as readonly [string, ...string[]];
type Masking = Omit<HandlerContext<'secrecy.mark'>, 'input'> & {
  readonly actor: Actor;
  readonly input: { readonly params: { readonly id: string } };
};

/** Masked copies: the editor, the copy, and its files. */
export const maskRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/kallor/:id/maska',
    policy: 'secrecy.mark',
    freshProof: true,
    about: 'Visar formuläret där stycken och ord väljs som ska maskas i en kopia av handlingen.',
    input: { params: byId, query: z.object({ begaran: optionalId().catch(undefined) }) },
    sample: { params: { id: anId } },
    handler: async (ctx) => await editorOf(ctx, ctx.input.query.begaran, freshForm()),
  }),
  route({
    method: 'POST',
    path: '/kallor/:id/maska',
    policy: 'secrecy.mark',
    freshProof: true,
    about:
      'Gör en maskad kopia av en handling, och sparar den bara om inget av det maskade går att läsa i någon av filerna.',
    input: {
      params: byId,
      form: z.object({
        title: text({ maximum: 300 }),
        provision: optionalChoice(provisionCodes),
        provisionOther: optionalText({ maximum: 200 }),
        words: optionalText({ maximum: 20_000 }),
        paragraphs: manyOf(wholeNumber({ minimum: 0, maximum: 100_000 })),
        begaran: optionalId(),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: { id: anId },
      form: { title: 'Skrivelse, maskad', provision: 'osl-25-1', words: 'Namn', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { title, provision, provisionOther, words, paragraphs, begaran, idempotencyKey } = ctx.input.form;
      const input: MakeMaskedCopy = {
        source: await documentToMask(ctx),
        title,
        provision: provisionOther ?? provision ?? '',
        words: (words ?? '').split('\n'),
        paragraphs,
        requestId: begaran ?? null,
      };
      const { tree, held } = await ctx.services.db.read(ctx.auth, (r) => composeMaskedCopy(r, input));
      for (const format of copyFormats) {
        const left = findLeftWords((await writeDocument(tree, format)).bytes, held);
        if (left.length > 0) throw new AppError('masking.wordsLeft', { count: left.length });
      }
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'makeMaskedCopy', idempotencyKey }, (w) =>
        makeMaskedCopy(w, input),
      );
      return redirect(`${secrecyPaths.copies}/${id}`, { flash: { tone: 'success', text: texts[ctx.language].made } });
    },
    onInvalid: async (ctx, state) => await editorOf(ctx, [state.values.begaran ?? []].flat()[0], state),
  }),
  route({
    method: 'GET',
    path: `${secrecyPaths.copies}/:id`,
    policy: 'secrecy.mark',
    about: 'Visar en maskad kopia som den lämnas ut.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      maskedCopyPage(ctx, await ctx.services.db.read(ctx.auth, (r) => getMaskedCopy(r, ctx.input.params.id))),
  }),
  route({
    method: 'GET',
    path: `${secrecyPaths.copies}/:id/fil/:format`,
    policy: 'secrecy.mark',
    about: 'Lämnar en maskad kopia som fil: PDF, DOCX eller HTML.',
    input: { params: z.object({ id: idField(), format: choice(copyFormats) }) },
    sample: { params: { id: anId, format: 'pdf' } },
    handler: async (ctx) => {
      const { id, format } = ctx.input.params;
      const { tree } = await ctx.services.db.read(ctx.auth, (r) => getMaskedCopy(r, id));
      const { bytes, mediaType } = await writeDocument(tree, format);
      return file({ bytes, type: mediaType, name: `maskad-kopia-${id.slice(0, 8)}.${format}` });
    },
  }),
];

/** The document with everything that this person may read of it: what is masked is chosen from the whole. */
async function documentToMask(ctx: Masking): Promise<DocumentWithText> {
  const { db } = ctx.services;
  const { id } = ctx.input.params;
  const { document } = await readDocumentFacts(ctx, id);
  await db.read(ctx.auth, (r) => requireMarkable(r, 'document', id));
  if (!may(ctx.actor, 'matter.readProtected')) return document;
  return await db.read(authorize(ctx.actor, 'matter.readProtected'), (r) => maskSource(r, document));
}

async function editorOf(ctx: Masking, requestId: string | undefined, state: Parameters<typeof maskPage>[2]) {
  const document = await documentToMask(ctx);
  const copies = await ctx.services.db.read(ctx.auth, (r) => listMaskedCopies(r, { documentId: document.id }));
  return maskPage(ctx, { document, copies, requestId }, state);
}
