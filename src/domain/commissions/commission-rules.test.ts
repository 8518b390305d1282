import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CommissionPart } from './commission.ts';
import { faultsOf, isCurrent, type Judged } from './commission-faults.ts';
import { commissionState, mayCommission } from './commission-transitions.ts';
import { piecesOf, totalOf, yearsOf } from './division.ts';
import { fundKey, fundNamed } from './fund.ts';
import { balanceOf } from './fund-balance.ts';
import { type MoneyRow, pivotOf } from './money-sums.ts';
import { payerKey, payerNamed } from './payer.ts';

const region = { name: 'regionen', bodyId: null, group: 'region' } as const;
const municipalities = { name: 'kommunerna', bodyId: null, group: 'municipalities' } as const;
const kr = (value: number, payer: CommissionPart['payer'] = null, year: number | null = null): CommissionPart => ({
  payer,
  money: { value, currency: 'SEK' },
  fte: null,
  year,
});
const posts = (fte: number, payer: CommissionPart['payer'] = null): CommissionPart => ({
  payer,
  money: null,
  fte,
  year: null,
});
const sound: Judged = {
  fte: 0.25,
  parts: [kr(144_000, municipalities), kr(144_000, region)],
  from: '2023-01-01',
  to: '2023-12-31',
  endedOn: null,
  fund: 'Nära vård-medel',
  fundRecord: { id: 'f', name: 'Nära vård-medel' },
  decided: true,
  extends: null,
  extendedBy: null,
};
const today = '2023-06-01';

test('144 000 each is 288 000, which no paper names and is marked so', () => {
  assert.deepEqual(totalOf(sound), { ore: 28_800_000, derived: true });
  assert.deepEqual(totalOf({ parts: [kr(1_200_000)] }), { ore: 120_000_000, derived: false });
  assert.equal(totalOf({ parts: [] }), null);
});

test('each fault is found where it is, alone, and a commission that says everything has none', () => {
  assert.deepEqual(faultsOf(sound, today), []);
  const cases: readonly (readonly [Partial<Judged>, readonly string[]])[] = [
    [{ fund: null, fundRecord: null }, ['noFund']],
    [{ fundRecord: null }, ['unknownFund']],
    [{ fte: null, parts: [kr(1_200_000)] }, ['noSplit']],
    [{ parts: [...sound.parts, kr(300_000)] }, ['splitDiffers']],
    [{ fte: 3, parts: [posts(2, region), posts(0.5, municipalities)] }, ['splitDiffers']],
    [{ to: null, parts: [kr(10, region, 2023)] }, ['periodUnknown']],
    [{ fte: 2, parts: [] }, ['postsWithoutPayer']],
    [{ to: null }, ['periodUnknown', 'moneyWithoutYear']],
    [{ to: '2024-12-31' }, ['yearsUndivided']],
    [{ to: '2024-12-31', parts: [kr(10, region, 2023), kr(20, region, 2024)] }, []],
    [{ extendedBy: { id: 'x', from: '2023-12-01', decided: true } }, ['overlaps']],
    [{ extendedBy: { id: 'x', from: '2024-01-01', decided: true } }, []],
    [{ extends: { id: 'x', lastDay: '2023-01-01' } }, ['overlaps']],
    [{ decided: false }, ['notDecided']],
    [{ decided: false, from: '2023-07-01' }, []],
  ];
  for (const [change, expected] of cases)
    assert.deepEqual(faultsOf({ ...sound, ...change }, today), expected, JSON.stringify(change));
  assert.deepEqual(
    faultsOf({ ...sound, fte: 3, parts: [posts(2, region), posts(1, municipalities)] }, today),
    [],
    'seed 003 §7: two of the region and one of the municipalities are three',
  );
  assert.equal(isCurrent({ to: '2022-12-31', endedOn: null }, today), false);
});

test('the state of a day follows from the decision and the dates', () => {
  const state = (change: Partial<Judged>, day = today) => commissionState({ ...sound, ...change }, day);
  assert.equal(state({ decided: false }), 'proposed');
  assert.equal(state({}, '2022-12-31'), 'decided');
  assert.equal(state({}), 'running');
  assert.equal(state({}, '2024-01-01'), 'ended');
  assert.equal(state({ endedOn: '2023-03-01' }), 'ended');
  assert.equal(state({ extendedBy: { id: 'x', from: null, decided: true } }), 'extended');
  assert.equal(state({ extendedBy: { id: 'x', from: null, decided: false } }), 'running', 'a proposal extends nothing');
  assert.equal(mayCommission('extended', 'extend'), false);
});

test('money over years is divided by days and nothing is lost: whole kronor stay whole, and posts are the work of a year', () => {
  const two = piecesOf({ ...sound, fte: null, parts: [kr(100, region)], from: '2023-07-01', to: '2024-12-31' });
  assert.deepEqual(
    two.map(({ year, ore, derived }) => [year, ore, derived]),
    [
      [2023, 3300, true],
      [2024, 6700, true],
    ],
  );
  const uneven = piecesOf({ ...sound, fte: null, parts: [kr(100.5, region)], from: '2023-07-01', to: '2024-12-31' });
  assert.deepEqual(
    uneven.map(({ ore }) => ore),
    [3362, 6688],
  );
  assert.deepEqual(yearsOf({ from: '2024-01-01', to: '2024-12-31', endedOn: null }), [{ year: 2024, days: 366 }]);
  const half = piecesOf({ ...sound, parts: [posts(2, region)], from: '2023-07-02', to: '2023-12-31' });
  assert.deepEqual(
    half.map(({ hundredths, derived }) => [hundredths, derived]),
    [[100, true]],
  );
});

test('no öre is lost between a commission and its years, payers and funds', () => {
  const day = fc
    .integer({ min: 0, max: 365 * 6 })
    .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));
  const part = fc.record({
    payer: fc.constantFrom(region, municipalities),
    ore: fc.integer({ min: 1, max: 10 ** 10 }),
    year: fc.option(fc.integer({ min: 2020, max: 2026 })),
  });
  fc.assert(
    fc.property(day, day, fc.array(part, { minLength: 1, maxLength: 6 }), (a, b, all) => {
      const [from, to] = [a, b].toSorted() as [string, string];
      const parts = all.map(({ payer, ore, year }) => kr(ore / 100, payer, year));
      const pieces = piecesOf({ ...sound, fte: null, parts, from, to });
      const whole = all.reduce((sum, { ore }) => sum + ore, 0);
      assert.equal(
        pieces.reduce((sum, { ore }) => sum + ore, 0),
        whole,
      );
      const rows: MoneyRow[] = pieces.map((piece, index) => ({
        ...piece,
        commissionId: String(index % 2),
        what: '',
        decided: true,
        payerKey: piece.payer && payerKey(piece.payer),
        payerName: piece.payer?.name ?? null,
        fundId: index % 3 === 0 ? null : 'f',
        fundName: 'f',
      }));
      for (const by of ['payer', 'fund'] as const) {
        const pivot = pivotOf(rows, by);
        assert.equal(pivot.total.ore, whole);
        assert.equal(
          pivot.lines.reduce((sum, { total }) => sum + total.ore, 0),
          whole,
        );
        assert.equal(
          [...pivot.totals.values()].reduce((sum, { ore }) => sum + ore, 0),
          whole,
        );
      }
    }),
    { numRuns: 200 },
  );
});

test('all that a fund is given is used, carried on or lapses, and an overdraft shows', () => {
  const told = fc.record({
    year: fc.integer({ min: 2020, max: 2027 }),
    allocated: fc.integer({ min: 0, max: 10 ** 10 }),
    spent: fc.option(fc.integer({ min: 0, max: 10 ** 10 })),
    carried: fc.option(fc.integer({ min: 0, max: 10 ** 10 })),
  });
  const drawn = fc.record({
    year: fc.option(fc.integer({ min: 2019, max: 2028 })),
    ore: fc.integer({ min: 1, max: 10 ** 10 }),
    decided: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(told, { selector: ({ year }) => year }),
      fc.array(drawn, { maxLength: 8 }),
      (years, all) => {
        const balance = balanceOf(years, all);
        const sum = (of: (year: (typeof balance)[number]) => number) =>
          balance.reduce((total, one) => total + of(one), 0);
        for (const one of balance)
          assert.equal(one.opening + one.allocated, (one.spent ?? one.decided) + one.carried + one.lapsed);
        assert.equal(
          sum(({ allocated }) => allocated),
          sum(({ spent, decided }) => spent ?? decided) + sum(({ lapsed }) => lapsed) + (balance.at(-1)?.carried ?? 0),
        );
        assert.equal(
          sum(({ decided, proposed }) => decided + proposed),
          all.reduce((total, { year, ore }) => (year === null ? total : total + ore), 0),
        );
      },
    ),
  );
  const [first, second] = balanceOf(
    [{ year: 2023, allocated: 100, spent: null, carried: null }],
    [
      { year: 2023, ore: 60, decided: true },
      { year: 2024, ore: 70, decided: true },
    ],
  );
  assert.deepEqual([first?.free, first?.carried, first?.carriedDerived], [40, 40, true]);
  assert.equal(second?.free, -30, 'thirty more than there is');
});

test('a fund is found by the ways in which papers write it', () => {
  const funds = [{ name: 'Nära vård-medel', aliases: ['Omställningsmedel'] }];
  for (const words of ['Nära vård medel', 'nära vård-medel', 'kommunernas nära vård medel', 'omställnings-medel'])
    assert.equal(fundNamed(words, funds), funds[0], words);
  assert.equal(fundNamed('Statliga medel', funds), undefined);
  assert.equal(fundNamed(' ', funds), undefined);
  assert.notEqual(fundKey('Statliga medel'), fundKey('Riktade medel'));
});

test('a payer is a principal of the register, a group of them, or the words of the paper', () => {
  const body = (id: string, name: string, kind: 'region' | 'municipality') =>
    ({
      id,
      version: 1,
      kind,
      name,
      shortName: null,
      parentId: null,
      validFrom: null,
      validTo: null,
      aliases: [],
    }) as const;
  const bodies = [body('r', 'Region Fjällmark', 'region'), body('k', 'Sörbyns kommun', 'municipality')];
  assert.equal(payerNamed('Sörbyns kommun', bodies).bodyId, 'k');
  assert.equal(payerNamed('regionen', bodies).bodyId, 'r', 'the one region there is');
  assert.deepEqual(payerNamed('regionen', []), region);
  assert.equal(payerNamed('länets kommuner', bodies).group, 'municipalities');
  assert.deepEqual(payerNamed('Ensam stiftelse', bodies), { name: 'Ensam stiftelse', bodyId: null, group: null });
});
