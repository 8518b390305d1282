import * as z from 'zod';
import { getDocument } from '../../../domain/matters/index.ts';
import {
  type AgendaItem,
  findMemo,
  type MeetingDetail,
  memoGaps,
  moveMemo,
  proposalsOfItems,
  writeMemo,
} from '../../../domain/meetings/index.ts';
import { type FormState, freshForm, type Reader } from '../../contracts.ts';
import { idempotencyField, versionField } from '../../input.ts';
import { type Page, redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { byItem, itemSample, items, ownItem } from './agenda-routes.ts';
import { itemPath } from './agenda-section.ts';
import { contentOfForm, type MemoFacts, memoForm, memoPage, memoValues } from './memo-page.ts';
import { texts } from './memo-texts.ts';

const path = `${items}/:punkt/pm` as const;
type Writing = Pick<HandlerContext<'memo.write'>, 'services' | 'auth' | 'actor'> & {
  readonly input: { readonly params: z.output<typeof byItem> };
};

/** The memo of an item: written, made ready, opened again. */
export const memoRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    policy: 'memo.write',
    about: 'Visar föredragnings-PM:et till en punkt.',
    input: { params: byItem },
    sample: { params: itemSample },
    handler: (ctx) => drawMemo(ctx, ({ memo, item }) => freshForm(memoValues(memo, item))),
  }),
  route({
    method: 'POST',
    path,
    policy: 'memo.write',
    about: 'Sparar föredragnings-PM:et till en punkt.',
    input: { params: byItem, form: memoForm },
    sample: {
      params: itemSample,
      form: { officer: 'Ada Ek', summary: 'Kort om ärendet.', version: '0', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { version, idempotencyKey } = ctx.input.form;
      const { meeting, item } = await ownItem(ctx, 'memo.write');
      await ctx.services.db.transact(ctx.auth, { verb: 'writeMemo', idempotencyKey }, (w) =>
        writeMemo(w, { itemId: item.id, expectedVersion: version, content: contentOfForm(ctx.input.form) }),
      );
      return toMemo(meeting, item, texts[ctx.language].savedFlash);
    },
    onInvalid: (ctx, state) => drawMemo(ctx, () => state),
  }),
  stepRoute('klar'),
  stepRoute('oppna'),
];

/** Making a memo ready and opening it again. */
function stepRoute(step: 'klar' | 'oppna'): Route {
  const ready = step === 'klar';
  return route({
    method: 'POST',
    path: `${path}/${step}`,
    policy: 'memo.write',
    about: ready ? 'Säger att ett föredragnings-PM är klart.' : 'Öppnar ett klart föredragnings-PM igen.',
    input: { params: byItem, form: z.object({ version: versionField, idempotencyKey: idempotencyField }) },
    sample: { params: itemSample, form: { version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { version, idempotencyKey } = ctx.input.form;
      const { meeting, item } = await ownItem(ctx, 'memo.write');
      await ctx.services.db.transact(ctx.auth, { verb: 'moveMemo', idempotencyKey }, (w) =>
        moveMemo(w, { itemId: item.id, expectedVersion: version, action: ready ? 'finish' : 'reopen' }),
      );
      const t = texts[ctx.language];
      return toMemo(meeting, item, ready ? t.readyFlash : t.reopenedFlash);
    },
    onInvalid: (ctx, state) =>
      drawMemo(ctx, ({ memo, item }) => ({
        ...freshForm(memoValues(memo, item)),
        problems: memo ? memoGaps(memo) : state.problems,
      })),
  });
}

function toMemo(meeting: MeetingDetail, item: AgendaItem, text: string) {
  return redirect(`${itemPath(meeting, item)}/pm`, { flash: { tone: 'success', text } });
}

async function drawMemo(
  ctx: Writing & Parameters<typeof memoPage>[0],
  stateOf: (facts: MemoFacts) => FormState,
): Promise<Page> {
  const { meeting, item } = await ownItem(ctx, 'memo.write');
  const facts = await ctx.services.db.read(
    ctx.auth,
    async (r): Promise<MemoFacts> => ({
      meeting,
      item,
      memo: await findMemo(r, item.id),
      proposals: (await proposalsOfItems(r, [item.id])).get(item.id) ?? [],
      read: await readMemos(r, item),
    }),
  );
  return memoPage(ctx, facts, stateOf(facts));
}

/** The memos among an item's documents whose text is known. */
async function readMemos(r: Reader, item: AgendaItem): Promise<MemoFacts['read']> {
  const found: { title: string; text: string }[] = [];
  for (const document of item.documents.filter(({ kind }) => kind === 'memo')) {
    const { title, sourceText } = await getDocument(r, document.id);
    if (sourceText) found.push({ title, text: sourceText });
  }
  return found;
}
