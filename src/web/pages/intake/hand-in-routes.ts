import * as z from 'zod';
import {
  countIntakeFiles,
  findIntakeFile,
  getIntakeFile,
  type HandedIn,
  handInBytes,
  listIntakeFiles,
  readAgain,
} from '../../../domain/intake/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { fileField, idempotencyField, manyOf, optionalChoice, optionalText, optionalWholeNumber } from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import type { HandlerContext } from '../../route.ts';
import { type Route, route } from '../../route.ts';
import { filesPerPage, handInPage } from './hand-in-page.ts';
import { anId, byId } from './review-query.ts';
import { texts } from './texts.ts';

const listQuery = z.object({
  sida: optionalWholeNumber({ minimum: 1, maximum: 100_000 }),
  /** Files of the last handing in that had been read before. */
  igen: optionalText({ maximum: 2000 }),
  folj: optionalChoice(['nej']),
});
const handInForm = z.object({
  idempotencyKey: idempotencyField,
  files: manyOf(fileField(), { minimum: 1, maximum: 50 }),
});

type ListContext = Pick<HandlerContext<'intake.handIn'>, 'services' | 'auth'>;

/** Handing files in, the list of those handed in, and the original as it was. */
export const handInRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/las-in',
    policy: 'intake.handIn',
    about: 'Visar inlämnade filer och formuläret för att lämna in fler.',
    input: { query: listQuery },
    sample: {},
    handler: async (ctx) => handInPage(ctx, await listFacts(ctx, ctx.input.query)),
  }),
  route({
    method: 'POST',
    path: '/las-in',
    policy: 'intake.handIn',
    rate: 'upload',
    about: 'Lämnar in en eller flera filer och läser in dem.',
    input: { form: handInForm },
    sample: {},
    handler: async (ctx) => {
      const t = texts[ctx.language];
      const given: HandedIn[] = [];
      for (const { fileName, mediaType, bytes } of await checkedFiles(ctx.input.form.files))
        given.push(await handInBytes(ctx.services, ctx.auth, { fileName, mediaType, bytes }));
      const [only] = given;
      if (only && given.length === 1) {
        const found = await ctx.services.db.read(ctx.auth, (r) => getIntakeFile(r, only.fileId));
        const when = ctx.format.instant(found.createdAt);
        const flash = { tone: 'info', text: t.alreadyRead(found.createdBy, when) } as const;
        return redirect(recordAddress('intakeFile', only.fileId), only.already ? { flash } : {});
      }
      const again = given.filter(({ already }) => already).map(({ fileId }) => fileId);
      return redirect(again.length > 0 ? `/las-in?${new URLSearchParams({ igen: again.join(',') })}` : '/las-in');
    },
    onInvalid: async (ctx, state) => handInPage(ctx, await listFacts(ctx, {}), state),
  }),
  route({
    method: 'GET',
    path: '/las-in/:id/original',
    policy: 'intake.handIn',
    about: 'Hämtar filen som den lämnades in, alltid som bilaga.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const found = await ctx.services.db.read(ctx.auth, (r) => getIntakeFile(r, ctx.input.params.id));
      // Whatever the sender called it: the bytes are handed back to be saved, never to be shown in our name.
      return file({
        bytes: await ctx.services.blobs.get(found.sha256),
        type: 'application/octet-stream',
        name: found.fileName,
      });
    },
  }),
  route({
    method: 'GET',
    path: '/las-in/:id/sida/:bild',
    policy: 'intake.handIn',
    about: 'Visar en sida ur filen som bild, ritad av Kansli.',
    input: { params: byId.extend({ bild: z.string().regex(/^[1-9]\d{0,4}\.png$/) }) },
    sample: { params: { id: anId, bild: '1.png' } },
    handler: async (ctx) => {
      const { id, bild } = ctx.input.params;
      const found = await ctx.services.db.read(ctx.auth, (r) => getIntakeFile(r, id));
      const bytes = await ctx.services.drawPage(found, Number.parseInt(bild, 10));
      return file({ bytes, type: 'image/png', name: bild, disposition: 'inline' });
    },
  }),
  route({
    method: 'POST',
    path: '/las-in/:id/las-igen',
    policy: 'intake.handIn',
    about: 'Läser en fil igen som inte kunde läsas.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      await ctx.services.db.transact(ctx.auth, { verb: 'readAgain' }, (w) => readAgain(w, id));
      return redirect(recordAddress('intakeFile', id));
    },
  }),
];

async function listFacts(
  ctx: ListContext,
  { sida = 1, igen, folj }: z.output<typeof listQuery> | { sida?: undefined; igen?: undefined; folj?: undefined },
) {
  return await ctx.services.db.read(ctx.auth, async (r) => {
    const again = [];
    for (const id of igen?.split(',').slice(0, 50) ?? []) again.push(await findIntakeFile(r, id));
    return {
      files: await listIntakeFiles(r, { limit: filesPerPage, offset: (sida - 1) * filesPerPage }),
      total: await countIntakeFiles(r),
      pageNumber: sida,
      again: again.filter((one) => one !== undefined),
      following: folj === undefined,
    };
  });
}

/** The bytes of all files, read before any is handed in: an empty one among them is told of before the others are taken. */
async function checkedFiles(files: readonly File[]) {
  const empty = files.filter(({ size }) => size === 0);
  if (empty.length > 0)
    throw new AppError(
      'record.invalid',
      {},
      empty.map(({ name }) => ({ path: 'files', key: 'intake.emptyFile', values: { name } })),
    );
  return await Promise.all(
    files.map(async (one) => ({
      fileName: plainName(one.name),
      mediaType: one.type || 'application/octet-stream',
      bytes: new Uint8Array(await one.arrayBuffer()),
    })),
  );
}

/** The name without folders and control characters, as some browsers and scripts send them. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return (
    last
      .replace(/\p{Cc}/gu, '')
      .normalize('NFC')
      .trim()
      .slice(0, 200) || 'fil'
  );
}
