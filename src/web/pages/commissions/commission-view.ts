import { may } from '../../../domain/access/index.ts';
import {
  type Commission,
  type CommissionFault,
  type CommissionState,
  commissionFaults,
  commissionState,
  commissionStates,
  extentOf,
  type Payer,
  payerGroups,
} from '../../../domain/commissions/index.ts';
import { kronorOf, type Ore } from '../../../kernel/ore.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext, Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import type { Crumb } from '../../reply.ts';
import { texts } from './texts.ts';

/** Where commissions, funds and their sums lie. */
export const commissionsPath = '/samverkan/bestallningar';
export const moneyPath = '/samverkan/medel';

/** "144 000 kr", with öre only where there are any. */
export function kronor(ui: Ui, ore: Ore): string {
  return amount(ui, kronorOf(ore), 'SEK');
}

export function amount(ui: Ui, value: number, currency: string): string {
  const digits = Number.isInteger(value) ? 0 : 2;
  return `${ui.format.number(value, digits)}\u00a0${currency === 'SEK' && ui.language === 'sv' ? 'kr' : currency}`;
}

/** Posts, with decimals only where there are any. */
export function posts(ui: Ui, fte: number): string {
  return ui.format.number(fte, Number.isInteger(fte) ? 0 : 2);
}

/** A sum with the word that says that it was counted here. */
export function withDerived(ui: Ui, text: string, derived: boolean): Html {
  const t = texts[ui.language];
  return derived ? html`${text} <span class="soft" title="${t.derivedHint}">${t.derived}</span>` : html`${text}`;
}

/** "25 % av en tjänst", "3 årsarbetare", "200 % sammanlagd tjänstegrad". */
export function extentWords(ui: Ui, commission: Pick<Commission, 'fte' | 'extentKind'>): string | null {
  const t = texts[ui.language];
  const kind = extentOf(commission);
  if (commission.fte === null || kind === null) return null;
  const percent = ui.format.number(Math.round(commission.fte * 10_000) / 100);
  if (kind === 'share') return t.shareOfPost(percent);
  if (kind === 'summedRates') return t.summed(percent);
  return commission.fte === 1 ? t.onePost : t.somePosts(posts(ui, commission.fte));
}

/** "1 januari 2023 – 31 december 2023". */
export function termWords(ui: Ui, { from, to }: Pick<Commission, 'from' | 'to'>): string {
  const t = texts[ui.language];
  if (from && to) return t.termFromTo(ui.format.date(from), ui.format.date(to));
  if (from) return t.termFrom(ui.format.date(from));
  return to ? t.termTo(ui.format.date(to)) : t.unknownTerm;
}

const stateTones: Readonly<Record<CommissionState, TagTone>> = {
  proposed: 'neutral',
  decided: 'info',
  running: 'ok',
  extended: 'part',
  ended: 'unknown',
};

export function stateTag(ctx: RequestContext, commission: Commission): Html {
  const state = commissionState(commission, ctx.services.runtime.today());
  return tag({ text: commissionStates[state][ctx.language], tone: stateTones[state] });
}

/** The faults in short, for a row of a list. */
export function faultTags(ui: Ui, faults: readonly CommissionFault[]): Html | string {
  if (faults.length === 0) return texts[ui.language].noFault;
  return html`${faults.map((code, index) => html`${index > 0 ? ' ' : null}${tag({ text: commissionFaults[code].label[ui.language], tone: 'late' })}`)}`;
}

/** The faults with what to do about each. */
export function faultList(ui: Ui, faults: readonly CommissionFault[]): Html {
  return linkList(
    faults.map((code) => ({
      title: html`<strong>${sentence(commissionFaults[code].label[ui.language])}</strong>`,
      detail: commissionFaults[code].remedy[ui.language],
    })),
  );
}

/** A payer as a page calls it: a group in the reader's language, a principal by its name. */
export function payerWords(ui: Ui, payer: Payer | null): Html | string {
  if (!payer) return texts[ui.language].namedSum;
  if (!payer.bodyId && payer.group) return payerGroups[payer.group][ui.language];
  const name = html`<span lang="sv">${payer.name}</span>`;
  return payer.bodyId ? html`<a href="${recordAddress('body', payer.bodyId)}">${name}</a>` : name;
}

/** Whether the reader may change what a body orders; what no body orders is for those who may in the whole authority. */
export function mayEdit(ctx: RequestContext, bodyId: string | null | undefined): boolean {
  return ctx.actor !== undefined && may(ctx.actor, 'commission.edit', bodyId ?? '');
}

/** The way to a page of commissions. */
export function commissionCrumbs(ctx: RequestContext, ...further: readonly Crumb[]): readonly Crumb[] {
  const t = texts[ctx.language];
  return [{ text: t.room, href: '/samverkan' }, { text: t.title, href: commissionsPath }, ...further];
}

export function moneyCrumbs(ctx: RequestContext, ...further: readonly Crumb[]): readonly Crumb[] {
  const t = texts[ctx.language];
  return [{ text: t.room, href: '/samverkan' }, { text: t.money.crumb, href: moneyPath }, ...further];
}

export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}
