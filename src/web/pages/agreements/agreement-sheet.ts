import type { Sheet } from '../../../documents/out/index.ts';
import {
  type Agreement,
  agreementKinds,
  agreementPhase,
  agreementPhases,
  endOfTerm,
  lastDayOfNotice,
} from '../../../domain/agreements/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { RequestContext } from '../../contracts.ts';
import { texts } from './texts.ts';

/** The register of agreements as a table to take away: days as days and counts as numbers. */
export function agreementSheet(ctx: RequestContext, agreements: readonly Agreement[]): Sheet {
  const t = texts[ctx.language];
  const today = ctx.services.runtime.today();
  const root = ctx.services.publicUrl.replace(/\/+$/u, '');
  return {
    title: t.title,
    language: ctx.language,
    columns: [
      { head: t.agreement, kind: 'link' },
      { head: t.kind, kind: 'text' },
      { head: t.area, kind: 'text' },
      { head: t.state, kind: 'text' },
      { head: t.from, kind: 'date' },
      { head: t.to, kind: 'date' },
      { head: t.openEnded, kind: 'text' },
      { head: t.noticeMonths, kind: 'number' },
      { head: t.lastNotice, kind: 'date' },
      { head: t.decisions, kind: 'number' },
      { head: t.party, kind: 'number' },
      { head: t.keeper, kind: 'text' },
      { head: t.diaryNumber, kind: 'text' },
    ],
    rows: agreements.map((one) => [
      { text: one.name, href: `${root}${recordAddress('agreement', one.id)}` },
      agreementKinds[one.kind][ctx.language],
      one.area || null,
      agreementPhases[agreementPhase(one, today)][ctx.language],
      one.from,
      endOfTerm(one, today),
      one.openEnded ? 'x' : null,
      one.noticeMonths,
      lastDayOfNotice(one, today) ?? null,
      one.ratification.approved,
      one.ratification.asked,
      one.body?.name ?? null,
      one.diaryNumber,
    ]),
  };
}
