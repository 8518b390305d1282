import {
  type Agreement,
  type AgreementPhase,
  agreementPhase,
  agreementPhases,
  endOfTerm,
  lastDayOfNotice,
  type Ratification,
} from '../../../domain/agreements/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext, Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import type { Crumb } from '../../reply.ts';
import { termWords } from '../collaboration/term-words.ts';
import { texts } from './texts.ts';

const tones: Readonly<Record<AgreementPhase, TagTone>> = {
  proposed: 'neutral',
  out: 'part',
  declined: 'unknown',
  coming: 'info',
  running: 'ok',
  ending: 'late',
  ranOut: 'late',
  lapsed: 'late',
  ended: 'unknown',
  replaced: 'unknown',
};

/** What the agreement is today, in a word with its shape. */
export function phaseTag(ctx: RequestContext, agreement: Agreement): Html {
  const phase = agreementPhase(agreement, ctx.services.runtime.today());
  return tag({ text: agreementPhases[phase][ctx.language], tone: tones[phase] });
}

/** From when to when it holds; a term that was prolonged by itself with its present end. */
export function agreementTerm(ctx: RequestContext, agreement: Agreement): string {
  return termWords(ctx, { ...agreement, to: endOfTerm(agreement, ctx.services.runtime.today()) });
}

/** The last day of notice where the term ends; where it does not, that notice can be given on any day. */
export function lastNotice(ctx: RequestContext, agreement: Agreement): Html | string | null {
  const t = texts[ctx.language];
  const today = ctx.services.runtime.today();
  if (agreement.state === 'noticeGiven' && agreement.notice) return t.endsOn(ctx.format.date(agreement.notice.endsOn));
  const last = lastDayOfNotice(agreement, today);
  if (!last)
    return agreement.openEnded && agreement.noticeMonths !== null
      ? t.noticeAnyDay(t.months(agreement.noticeMonths))
      : null;
  const date = ctx.format.date(last);
  return last < today ? tag({ text: t.noticePassed(date), tone: 'late' }) : date;
}

/** "4 av 13 har beslutat": what is on record, what is only claimed, and who said no. */
export function ratificationWords(ui: Ui, { asked, approved, declined, claimed, told }: Ratification): string {
  const t = texts[ui.language];
  const words = [
    asked > 0 && t.nOfM(approved, asked),
    claimed > 0 && t.claimedCount(claimed),
    declined > 0 && t.declinedCount(declined),
    told && t.told(told.principals),
  ].filter(Boolean);
  return words.join(', ') || t.noneDecides;
}

/** The way to the pages of an agreement. */
export function agreementCrumbs(
  ui: Ui,
  agreement: Pick<Agreement, 'id' | 'name'> | undefined,
  here: string,
): readonly Crumb[] {
  const t = texts[ui.language];
  return [
    { text: t.room, href: '/samverkan' },
    { text: t.title, href: '/samverkan' },
    ...(agreement ? [{ text: agreement.name, href: recordAddress('agreement', agreement.id) }] : []),
    { text: here },
  ];
}

/** Words of a record, in the language in which they were written. */
export const inSwedish = (words: string): Html => html`<span lang="sv">${words}</span>`;
