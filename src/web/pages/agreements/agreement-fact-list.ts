import { agreementStarts, earliestEnd, noticeDayFor, type WholeAgreement } from '../../../domain/agreements/index.ts';
import type { EndorsementOf } from '../../../domain/collaboration/index.ts';
import type { Source } from '../../../domain/matters/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { dayOrMonth, itemLink } from '../collaboration/term-words.ts';
import type { Connected } from '../connections/connected-facts.ts';
import { agreementTerm, inSwedish, lastNotice } from './agreement-view.ts';
import { texts } from './texts.ts';

export type AgreementFacts = {
  readonly agreement: WholeAgreement;
  /** The same agreement in other terms: a prolongation is a record of its own. */
  readonly others: readonly { readonly id: string; readonly name: string; readonly from: string | null }[];
  readonly connections: readonly Connected[];
  readonly endorsements: readonly EndorsementOf[];
  readonly sources: readonly Source[];
};

/** Term, notice, keeper and what it came from, as far as each is known. */
export function factList(ctx: RequestContext, { agreement, others }: AgreementFacts): Html {
  const t = texts[ctx.language];
  const today = ctx.services.runtime.today();
  const yearEnd = `${today.slice(0, 4)}-12-31`;
  const { from, noticeMonths, renewMonths, predecessor, successors, body, signedOn } = agreement;
  const open = agreement.state === 'decided' && agreement.openEnded;
  const end = open ? earliestEnd(agreement, today) : undefined;
  const inTime = open ? noticeDayFor(agreement, yearEnd) : undefined;
  const links = (some: readonly { readonly id: string; readonly name: string; readonly from?: string | null }[]) =>
    linkList(
      some.map((one) => ({
        title: inSwedish(one.name),
        href: recordAddress('agreement', one.id),
        ...(one.from && { note: ctx.format.date(one.from) }),
      })),
    );
  return summaryList(
    [
      { term: t.term, value: agreementTerm(ctx, agreement) },
      {
        term: t.startsWhen,
        value:
          agreement.startsWhen === 'whenAllDecided' && from === null
            ? agreementStarts.whenAllDecided[ctx.language]
            : null,
      },
      { term: t.notice, value: noticeMonths === null ? t.notStated : t.months(noticeMonths) },
      { term: t.lastNotice, value: lastNotice(ctx, agreement) },
      { term: t.nextEnd, value: end ? ctx.format.date(end) : null },
      {
        term: t.lastNotice,
        value:
          inTime && inTime >= today ? `${ctx.format.date(inTime)}, ${t.toEndThisYear(ctx.format.date(yearEnd))}` : null,
      },
      {
        term: t.renewal,
        value: agreement.to === null ? null : renewMonths === null ? t.noRenewal : t.renews(t.months(renewMonths)),
      },
      {
        term: t.noticeGiven,
        value:
          agreement.notice &&
          t.noticeWords(
            ctx.format.date(agreement.notice.givenOn),
            agreement.notice.givenBy,
            ctx.format.date(agreement.notice.endsOn),
          ),
      },
      { term: t.signed, value: signedOn && dayOrMonth(ctx, signedOn) },
      { term: t.area, value: agreement.area && inSwedish(agreement.area) },
      {
        term: t.keeper,
        value: body ? html`<a href="${recordAddress('body', body.id)}" lang="sv">${body.name}</a>` : t.noKeeper,
      },
      { term: t.diaryNumber, value: agreement.diaryNumber },
      {
        term: t.predecessor,
        value: predecessor
          ? html`<a href="${recordAddress('agreement', predecessor.id)}" lang="sv">${predecessor.name}</a>`
          : agreement.predecessorTold && inSwedish(agreement.predecessorTold),
      },
      { term: t.successors, value: successors.length > 0 ? links(successors) : null },
      { term: t.agreement, value: others.length > 0 ? links(others) : null },
      { term: t.item, value: itemLink(ctx, agreement.item) ?? t.noItem },
      {
        term: t.alarms,
        value:
          agreement.alarmMonths.length > 0
            ? t.alarmSteps(ctx.format.list(agreement.alarmMonths.map(String)))
            : t.noAlarms,
      },
    ],
    { compact: true },
  );
}
