import type { ItemPlace } from '../../../domain/collaboration/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext, Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { texts } from './texts.ts';

type Term = { readonly from: CivilDate | null; readonly to: CivilDate | null; readonly openEnded?: boolean };

/** "1 januari 2023 – 31 december 2023", "från 1 januari 2023, tills vidare". */
export function termWords(ui: Ui, { from, to, openEnded = false }: Term): string {
  const t = texts[ui.language];
  if (from && to) return t.termFromTo(ui.format.date(from), ui.format.date(to));
  const known = from ? t.termFrom(ui.format.date(from)) : to ? t.termTo(ui.format.date(to)) : '';
  return [known, openEnded && !to && t.openEnded].filter(Boolean).join(', ') || t.unknownTerm;
}

/** Whether it is only proposed, has not begun, is in force or has ended: in a word with its shape. */
export function termTag(ctx: RequestContext, { from, to, decided }: Term & { readonly decided: boolean }): Html {
  const t = texts[ctx.language];
  const today = ctx.services.runtime.today();
  const [text, tone]: readonly [string, TagTone] = !decided
    ? [t.proposed, 'neutral']
    : to && to < today
      ? [t.ended, 'unknown']
      : from && from > today
        ? [t.coming, 'info']
        : [t.running, 'ok'];
  return tag({ text, tone });
}

/** The meeting and item in which it was agreed, ordered or promised, or null when none is known. */
export function itemLink(ui: Ui, item: ItemPlace | null): Html | null {
  if (!item) return null;
  return html`<a href="${recordAddress('agendaItem', item.id, item.meetingId)}" lang="sv">${item.title}</a><br><span class="soft"><span lang="sv">${item.bodyName}</span>, ${ui.format.date(item.heldOn)}</span>`;
}

/** A day or a month, as exactly as it is known. */
export function dayOrMonth(ui: Ui, text: string): string {
  return text.length === 7 ? ui.format.month(`${text}-01`) : ui.format.date(text);
}
