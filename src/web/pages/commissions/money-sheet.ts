import type { Sheet } from '../../../documents/out/index.ts';
import {
  type Commission,
  commissionFaults,
  commissionState,
  commissionStates,
  faultsOf,
  type MoneyRow,
} from '../../../domain/commissions/index.ts';
import { kronorOf } from '../../../kernel/ore.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { RequestContext } from '../../contracts.ts';
import { texts } from './texts.ts';

/** The rows behind the sums: a line for what each payer pays of each year, with the faults of its commission. */
export function moneySheet(ctx: RequestContext, commissions: readonly Commission[], rows: readonly MoneyRow[]): Sheet {
  const t = texts[ctx.language];
  const today = ctx.services.runtime.today();
  const known = new Map(commissions.map((one) => [one.id as string, one]));
  return {
    title: t.money.title,
    language: ctx.language,
    columns: [
      { head: t.commission, kind: 'link' },
      { head: t.who, kind: 'text' },
      { head: t.orderedBy, kind: 'text' },
      { head: t.state, kind: 'text' },
      { head: t.fromLabel, kind: 'date' },
      { head: t.toLabel, kind: 'date' },
      { head: t.year, kind: 'number' },
      { head: t.payer, kind: 'text' },
      { head: t.fund, kind: 'text' },
      { head: `${t.amount}, kr`, kind: 'number' },
      { head: t.posts, kind: 'number' },
      { head: t.derived, kind: 'text' },
      { head: t.faults, kind: 'text' },
    ],
    rows: rows.flatMap((row) => {
      const one = known.get(row.commissionId);
      if (!one) return [];
      return [
        [
          {
            text: one.what,
            href: `${ctx.services.publicUrl.replace(/\/+$/u, '')}${recordAddress('commission', one.id)}`,
          },
          one.who,
          one.orderedBy?.name ?? null,
          commissionStates[commissionState(one, today)][ctx.language],
          one.from,
          one.to,
          row.year,
          row.payerName,
          row.fundName ?? one.fund,
          row.ore === 0 ? null : kronorOf(row.ore),
          row.hundredths === 0 ? null : row.hundredths / 100,
          row.derived ? t.derived : null,
          faultsOf(one, today)
            .map((code) => commissionFaults[code].label[ctx.language])
            .join('; ') || null,
        ],
      ];
    }),
  };
}
