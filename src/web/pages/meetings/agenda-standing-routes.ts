import * as z from 'zod';
import { may } from '../../../domain/access/index.ts';
import { type StandingItem, setStandingItems, standingItemsOf } from '../../../domain/meetings/index.ts';
import { getBody } from '../../../domain/organisation/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm } from '../../contracts.ts';
import { idField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { linesOf } from './agenda-routes.ts';
import { agendaStandingPage, standingForm, standingTexts, standingValues } from './agenda-standing-page.ts';
import { meetingListPath } from './meeting-list-page.ts';
import { anId } from './meeting-routes.ts';

const byBody = z.object({ organ: idField() });
const path = `${meetingListPath}/staende-punkter/:organ` as const;
const sample = { params: { organ: anId } };
type Typed = z.output<typeof standingForm>;

/** The items that a body has on every agenda. */
export const agendaStandingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    policy: 'meeting.edit',
    about: 'Visar formuläret för organets stående punkter.',
    input: { params: byBody },
    sample,
    handler: async (ctx) => {
      const { body, saved } = await standingFacts(ctx, ctx.input.params.organ);
      return agendaStandingPage(ctx, body, saved, freshForm(standingValues(saved.items)));
    },
  }),
  route({
    method: 'POST',
    path,
    policy: 'meeting.edit',
    about: 'Sparar organets stående punkter.',
    input: { params: byBody, form: standingForm },
    sample: {
      ...sample,
      form: {
        'items.0.title': 'Mötet öppnas',
        'items.0.place': 'opening',
        'items.0.category': 'formal',
        idempotencyKey: 'exempel',
      },
    },
    handler: async (ctx) => {
      const { organ } = ctx.input.params;
      const { act = 'save', seen = '[]', idempotencyKey } = ctx.input.form;
      const { body, saved } = await standingFacts(ctx, organ);
      const items = typedItems(ctx.input.form);
      if (act !== 'save')
        return agendaStandingPage(ctx, body, saved, freshForm(standingValues(itemsAfter(items, act))));
      await ctx.services.db.transact(ctx.auth, { verb: 'setStandingItems', idempotencyKey }, (w) =>
        setStandingItems(w, { bodyId: organ, items, seen: seenItems(seen) }),
      );
      const text = standingTexts[ctx.language].saved;
      return redirect(recordAddress('body', organ), { flash: { tone: 'success', text } });
    },
    onInvalid: async (ctx, state) => {
      const { body, saved } = await standingFacts(ctx, ctx.input.params.organ);
      return agendaStandingPage(ctx, body, saved, state);
    },
  }),
];

async function standingFacts(ctx: Pick<HandlerContext<'meeting.edit'>, 'services' | 'auth' | 'actor'>, bodyId: string) {
  const facts = await ctx.services.db.read(ctx.auth, async (r) => ({
    body: await getBody(r, bodyId),
    saved: await standingItemsOf(r, bodyId, ctx.services.runtime.today()),
  }));
  if (!may(ctx.actor, 'meeting.edit', bodyId)) throw new AppError('access.denied');
  return facts;
}

function typedItems({ items }: Typed): readonly StandingItem[] {
  return items.map(({ clauses, ...item }) => ({ ...item, clauses: linesOf(clauses) }));
}

function itemsAfter(items: readonly StandingItem[], act: string): readonly StandingItem[] {
  const [what, place] = act.split(':');
  const at = Number(place);
  const [item, before] = [items[at], items[at - 1]];
  if (what === 'add')
    return [...items, { place: 'closing', sub: false, title: '', category: 'information', clauses: [] }];
  if (what === 'remove') return items.filter((_, index) => index !== at);
  return what === 'up' && item && before ? items.with(at - 1, item).with(at, before) : items;
}

/** What the form says that its reader saw; what is no list compares equal to nothing that is saved. */
function seenItems(text: string): readonly StandingItem[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
