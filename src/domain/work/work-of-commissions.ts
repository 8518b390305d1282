import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import {
  balanceOf,
  commissionState,
  faultsOf,
  isCurrent,
  listCommissions,
  listFunds,
  moneyRows,
} from '../commissions/index.ts';
import type { WorkFinding } from './work.ts';
import { mayAnywhere, type WorkReading, type WorkSource } from './work-source.ts';

/** Commissions that fail to say something while they run or are to run (J-16), and funds of which more is decided than there is. */
export const workOfCommissions: WorkSource = async (scope) =>
  mayAnywhere(scope, 'commission.edit') ? await scope.once(unsettled) : [];

async function unsettled(r: Reader, { today }: WorkReading): Promise<readonly WorkFinding[]> {
  const commissions = await listCommissions(r);
  const thisYear = Number(today.slice(0, 4));
  const faulty = commissions
    .filter((one) => isCurrent(one, today) && !['ended', 'extended'].includes(commissionState(one, today)))
    .flatMap((one): readonly WorkFinding[] => {
      const count = faultsOf(one, today).length;
      if (count === 0) return [];
      return [
        {
          kind: 'completeCommission',
          recordId: one.id,
          href: recordAddress('commission', one.id) as `/${string}`,
          title: one.what,
          body: one.orderedBy,
          dueOn: null,
          count,
        },
      ];
    });
  const drawn = Map.groupBy(moneyRows(commissions, []), ({ fundId }) => fundId);
  const overdrawn = (await listFunds(r)).flatMap((fund): readonly WorkFinding[] => {
    const years = balanceOf(fund.years, drawn.get(fund.id) ?? []).filter(
      ({ year, free }) => year >= thisYear && free < 0,
    );
    if (years.length === 0) return [];
    return [
      {
        kind: 'coverFund',
        recordId: fund.id,
        href: recordAddress('fund', fund.id) as `/${string}`,
        title: `${fund.name} ${years.map(({ year }) => year).join(', ')}`,
        body: fund.body,
        dueOn: null,
      },
    ];
  });
  return [...faulty, ...overdrawn];
}
