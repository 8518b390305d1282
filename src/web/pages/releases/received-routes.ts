import * as z from 'zod';
import { writeDocument } from '../../../documents/out/index.ts';
import type { Actor } from '../../../domain/access/index.ts';
import {
  answerRelease,
  fieldsOf,
  figureName,
  getReceived,
  listReceived,
  noteReceivedRead,
  type ReceivedRelease,
} from '../../../domain/releases/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FormState, freshForm } from '../../contracts.ts';
import {
  idempotencyField,
  idField,
  optionalText,
  optionalWholeNumber,
  versionField,
  wholeNumber,
} from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { receivedListPage, receivedPage } from './received-pages.ts';
import { releasePaths } from './release-paths.ts';
import { secretProof } from './secret-proof.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const one = `${releasePaths.received}/:id` as const;
const pageSize = 50;

/** What others have let us have: the list, each document with its file and its PDF, and the answer. */
export const receivedRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: releasePaths.received,
    policy: 'release.answer',
    about: 'Visar vad andra huvudmän har lämnat, med det som väntar på svar först.',
    input: { query: z.object({ sida: optionalWholeNumber({ minimum: 1, maximum: 100_000 }) }) },
    sample: {},
    handler: async (ctx) => {
      const { sida = 1 } = ctx.input.query;
      const window = { limit: pageSize + 1, offset: (sida - 1) * pageSize };
      const received = await ctx.services.db.read(ctx.auth, (r) => listReceived(r, window, secretProof(ctx.actor)));
      const more = received.length > pageSize ? `${releasePaths.received}?sida=${sida + 1}` : undefined;
      return receivedListPage(ctx, { received: received.slice(0, pageSize), more });
    },
  }),
  route({
    method: 'GET',
    path: one,
    policy: 'release.answer',
    about: 'Visar en mottagen handling och formuläret för svaret. Den som lämnade den får veta att den är läst.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const found = await receivedOf(ctx);
      if (found.readAt === null)
        await ctx.services.db.transact(ctx.auth, { verb: 'noteReceivedRead' }, (w) => noteReceivedRead(w, found.id));
      return receivedPage(ctx, found, savedAnswer(found));
    },
  }),
  route({
    method: 'GET',
    path: `${one}/handling.pdf`,
    policy: 'release.answer',
    about: 'Lämnar den mottagna handlingen som PDF.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { snapshot } = await receivedOf(ctx);
      const { bytes, mediaType, extension } = await writeDocument(snapshot.tree, 'pdf');
      return file({ bytes, type: mediaType, name: `mottaget.${extension}` });
    },
  }),
  route({
    method: 'GET',
    path: `${one}/fil/:nr`,
    policy: 'release.answer',
    about: 'Lämnar en fil som kom med en mottagen handling.',
    input: { params: z.object({ id: idField(), nr: wholeNumber({ minimum: 0, maximum: 1_000 }) }) },
    sample: { params: { id: anId, nr: '0' } },
    handler: async (ctx) => {
      const found = (await receivedOf(ctx)).snapshot.files?.[ctx.input.params.nr];
      if (!found) throw new AppError('record.notFound');
      const bytes = await ctx.services.blobs.get(found.sha256);
      return file({ bytes, type: found.mediaType, name: found.fileName });
    },
  }),
  route({
    method: 'POST',
    path: `${one}/svar`,
    policy: 'release.answer',
    about: 'Svarar på det som en annan huvudman har bett om. Svaret lämnas tillbaka till den.',
    input: {
      params: byId,
      form: z
        .object({ version: versionField, idempotencyKey: idempotencyField })
        .catchall(optionalText({ maximum: 10_000 })),
    },
    sample: { params: { id: anId }, form: { outcome: 'approved', version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const receivedId = ctx.input.params.id;
      const { idempotencyKey, version, ...typed } = ctx.input.form;
      const reading = secretProof(ctx.actor);
      await ctx.services.db.transact(ctx.auth, { verb: 'answerRelease', idempotencyKey }, (w) =>
        answerRelease(w, {
          receivedId,
          expectedVersion: version,
          typed: typed as Readonly<Record<string, string | undefined>>,
          ...(reading && { reading }),
        }),
      );
      const flash = { tone: 'success', text: texts[ctx.language].answered } as const;
      return redirect(`${releasePaths.received}/${receivedId}`, { flash });
    },
    onInvalid: async (ctx, state) => receivedPage(ctx, await receivedOf(ctx), state),
  }),
];

type Reading = Pick<HandlerContext<'release.answer'>, 'services' | 'auth'> & {
  readonly actor: Actor;
  readonly input: { readonly params: { readonly id: string } };
};

function receivedOf({ services, auth, actor, input }: Reading): Promise<ReceivedRelease> {
  return services.db.read(auth, (r) => getReceived(r, input.params.id, secretProof(actor)));
}

/** The form filled with the last answer, for whoever corrects it. */
function savedAnswer({ ask, answers }: ReceivedRelease): FormState {
  const last = answers.at(-1)?.values as Readonly<Record<string, unknown>> | undefined;
  if (!ask || !last) return freshForm();
  const figures = (last.figures ?? {}) as Readonly<Record<string, number | null>>;
  const written = Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [figureName(key), value === null ? '' : String(value)]),
  );
  const values = fieldsOf(ask).map(({ name }) => [name, String(written[name] ?? last[name] ?? '')]);
  return freshForm(Object.fromEntries(values));
}
