import {
  canDelegate,
  isByLaw,
  isHeld,
  type WorkEntry,
  workAddress,
  workKindOf,
  workSettingAddress,
} from '../../../domain/work/index.ts';
import { postButton } from '../../components/form/form.ts';
import type { LinkListItem } from '../../components/link-list/link-list.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { texts } from './texts.ts';

export { workAddress, workSettingAddress };

/** The page on which one piece of work is put to rest or handed over. */
export function arrangeHref(key: string): string {
  return `${workAddress}/uppgift?nyckel=${encodeURIComponent(key)}`;
}

/** One line of the list: what, about what, for whom and by when, and who has it. */
export function workRow(
  ctx: RequestContext,
  entry: WorkEntry,
  options: { readonly actions?: boolean } = {},
): LinkListItem {
  const t = texts[ctx.language];
  const label = workKindOf(entry.kind).label[ctx.language];
  return {
    title: entry.title ? html`${label}: <span lang="sv">${entry.title}</span>` : label,
    href: entry.href,
    note: dayOf(ctx, entry),
    detail: joined([
      entry.body && html`<span lang="sv">${entry.body.name}</span>`,
      entry.count !== undefined && t.count(entry.count),
      entry.waitsFor && t.waitsFor(ctx.format.list(entry.waitsFor)),
      ...delegationFacts(ctx, entry),
      entry.rest &&
        html`${t.restsUntil(ctx.format.date(entry.rest.untilOn))}: <span lang="sv">${entry.rest.reason}</span>`,
    ]),
    ...(options.actions && canArrange(entry) && { action: { text: t.arrange, href: arrangeHref(entry.key) } }),
    ...(options.actions && { buttons: buttonsOf(ctx, entry) }),
  };
}

/** The last day, with a shape and a word when it has passed, and whether a law sets it. */
export function dayOf(ctx: RequestContext, entry: WorkEntry): Content {
  const { dueOn, daysLate } = entry;
  const t = texts[ctx.language];
  if (dueOn === null) return t.noDay;
  if (daysLate > 0) return tag({ text: t.late(daysLate), tone: 'late' });
  const isToday = dueOn === ctx.services.runtime.today();
  const day = isToday ? tag({ text: t.today, tone: 'part' }) : t.by(ctx.format.date(dueOn));
  return isByLaw(entry) ? html`${day}, ${t.law}` : day;
}

/** Whether there is anything to arrange: what waits for others rests at most, and what others have is theirs. */
function canArrange({ waitsFor, delegation, place }: WorkEntry): boolean {
  return waitsFor === undefined && !(delegation && isHeld(delegation.state) && place === 'others');
}

function delegationFacts(ctx: RequestContext, { delegation }: WorkEntry): readonly Content[] {
  if (!delegation) return [];
  const t = texts[ctx.language];
  const { from, to, note, state, answer } = delegation;
  const said = (words: string | null) => (words ? html`”<span lang="sv">${words}</span>”` : null);
  if (state === 'returned') return [t.cameBack(to.name), said(answer)];
  if (to.accountId === ctx.actor?.accountId) return [t.from(from.name), said(note)];
  return [state === 'offered' ? t.offeredTo(to.name) : t.with(to.name), said(note)];
}

/** What one can do about a row at once: answer an offer, return what one has, take back what one gave, wake what rests. */
function buttonsOf(ctx: RequestContext, entry: WorkEntry): Html | null {
  const t = texts[ctx.language];
  const { delegation, rest, title } = entry;
  const step = (action: string, text: string, variant: 'primary' | 'secondary') =>
    postButton(ctx, {
      action: `${workAddress}/overlamning/${delegation!.id}`,
      text,
      variant,
      about: title,
      version: delegation!.version,
      fields: { action },
    });
  const own = ctx.actor?.accountId ?? '';
  const buttons = [
    ...(delegation && isHeld(delegation.state) && delegation.to.accountId === own
      ? [
          ...(delegation.state === 'offered' ? [step('accept', t.accept, 'primary')] : []),
          step('return', t.giveBack, 'secondary'),
        ]
      : []),
    ...(delegation && isHeld(delegation.state) && delegation.from.accountId === own
      ? [step('takeBack', t.takeBack, 'secondary')]
      : []),
    ...(rest
      ? [
          postButton(ctx, {
            action: `${workAddress}/vack`,
            text: t.wake,
            variant: 'secondary',
            about: title,
            fields: { key: entry.key },
          }),
        ]
      : []),
  ];
  return buttons.length === 0 ? null : html`${buttons}`;
}

/** Facts in a line, parted by a dot. */
export function joined(parts: readonly (Content | false)[]): Content {
  const own = parts.filter((part) => part !== null && part !== undefined && part !== false && part !== '');
  return own.length === 0 ? null : html`${own.map((part, index) => html`${index > 0 ? ' · ' : null}${part}`)}`;
}

export { canDelegate };
