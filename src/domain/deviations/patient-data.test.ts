import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hideSmall, patientDataProblems, patternOf, periodsBetween, textRisk } from './index.ts';

const words = ['kallelsen', 'kom', 'samma', 'dag', 'som', 'utskrivningen', 'och', 'hemsjukvården', 'visste', 'inget'];
const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map((all) => all.join(' '));
const two = (value: number) => String(value).padStart(2, '0');

/** The last digit of a number of nine, by Luhn's rule. */
function checkDigit(nine: string): number {
  const sum = [...nine].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

const birth = fc.record({
  year: fc.integer({ min: 1900, max: 2025 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  coordination: fc.boolean(),
  serial: fc.integer({ min: 0, max: 999 }),
  long: fc.boolean(),
  mark: fc.constantFrom('-', '', ' ', '+'),
  mistyped: fc.boolean(),
});

const personNumber = birth.map(({ year, month, day, coordination, serial, long, mark, mistyped }) => {
  const short = `${two(year % 100)}${two(month)}${two(coordination ? day + 60 : day)}`;
  const nine = `${short}${String(serial).padStart(3, '0')}`;
  const last = (checkDigit(nine) + (mistyped ? 1 : 0)) % 10;
  return `${long ? String(year).slice(0, 2) : ''}${short}${mark}${nine.slice(6)}${last}`;
});

test('a personal identity number or coordination number is never taken, wherever it stands and whoever says that nobody is pointed out', () => {
  fc.assert(
    fc.property(sentence, personNumber, sentence, fc.boolean(), (before, number, after, acknowledged) => {
      const problems = patientDataProblems({ text: `${before} ${number}, ${after}` }, { acknowledged });
      assert.deepEqual(problems, [{ path: 'text', key: 'deviations.personNumber' }], number);
      assert.ok(!JSON.stringify(problems).includes(number), 'no problem carries what was refused');
    }),
    { numRuns: 500 },
  );
});

test('control: sentences, days, times, amounts and diary numbers of the work are taken', () => {
  const amounts = fc.integer({ min: 0, max: 99_999 });
  fc.assert(
    fc.property(sentence, amounts, fc.integer({ min: 2020, max: 2030 }), sentence, (before, amount, year, after) => {
      for (const figure of [`${amount}`, `${amount} kr`, `${year}-03-14`, `kl. 13:45`, `${year % 100}RS${amount}`])
        assert.equal(textRisk(`${before} ${figure} ${after}`), 'none', figure);
    }),
    { numRuns: 300 },
  );
});

test('telephone numbers and e-mail are never taken', () => {
  for (const text of ['ring 019-602 10 00', '070-123 45 67', '+46 70 123 45 67', '08-123 456 78', 'anna.berg@x.se'])
    assert.deepEqual(
      patientDataProblems({ text: `Kontakt ${text} snarast` }, { acknowledged: true }).map(({ key }) => key),
      ['deviations.contact'],
      text,
    );
});

test('what may point a person out is asked about, and taken when somebody has read it again', () => {
  const doubtful = [
    'Pat skrevs ut utan plan.',
    'A.K., 84 år, väntade.',
    'AK 84 år väntade',
    'En 91-åring skickades hem.',
    'En 79-årig person väntade.',
    'Personen, född 1938, väntade.',
    'Vi ringde Anna Svensson på kvällen.',
    'herr Berg väntade',
    'Hämtades på rum 14.',
  ];
  for (const text of doubtful) {
    assert.deepEqual(
      patientDataProblems({ text }, { acknowledged: false }),
      [{ path: 'text', key: 'deviations.perhapsPerson' }],
      text,
    );
    assert.deepEqual(patientDataProblems({ text }, { acknowledged: true }), [], text);
  }
  const plain = [
    'Kallelserna kommer för sent i fyra av tio fall under de senaste två åren.',
    'Samma brist har setts i 5 år.',
    'Region Fjällmark och Norra vårdcentralen har olika rutiner.',
    'Det gäller personer över 65 år i korttidsvård.',
    'Epikrisen saknas vid utskrivning på fredagar.',
    'Patienten kallas inte till SIP.',
  ];
  for (const text of plain) assert.equal(textRisk(text), 'none', text);
  assert.equal(textRisk('Vi ringde Gamla Staden igen.', ['Gamla Staden']), 'none', 'the name of a body is known');
});

test('a count below the bound is hidden, and no sum gives it back', () => {
  assert.deepEqual(hideSmall([[3, 9, 12]])[0], [null, null, 12, 24]);
  assert.deepEqual(hideSmall([[7, 9]]), [
    [7, 9, 16],
    [7, 9, 16],
  ]);
  const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
  fc.assert(
    fc.property(table, (counts) => {
      const shown = hideSmall(counts);
      const lines = [...shown, ...shown[0]!.map((_, column) => shown.map((row) => row[column]!))];
      for (const line of lines) {
        assert.ok(line.every((cell) => cell === null || cell === 0 || cell >= 5));
        const gone = line.filter((cell) => cell === null).length;
        assert.ok(gone !== 1, `one hidden cell can be reckoned out: ${JSON.stringify(line)}`);
        const sum = line.at(-1);
        if (gone > 0 && sum !== null)
          assert.ok(sum! - line.slice(0, -1).reduce<number>((all, cell) => all + (cell ?? 0), 0) >= 5);
      }
    }),
    { numRuns: 500 },
  );
});

test('a pattern has every period, also those in which nothing happened', () => {
  assert.deepEqual(periodsBetween('2025-11-03', '2026-02-01', 'month'), ['2025-11', '2025-12', '2026-01', '2026-02']);
  assert.deepEqual(periodsBetween('2025-11-03', '2026-02-01', 'quarter'), ['2025-K4', '2026-K1']);
  const one = {
    kind: 'aids',
    relation: 'regionMunicipality',
    chainStep: 'discharge',
    level: 'aggregated',
    principal: 'Region X',
  } as const;
  const many = Array.from({ length: 6 }, () => ({ ...one, startsOn: '2026-02-10' }));
  const pattern = patternOf([...many, { ...one, startsOn: '2027-01-01' }], {
    side: 'kind',
    step: 'quarter',
    from: '2026-01-01',
    to: '2026-12-31',
  });
  assert.deepEqual(pattern.periods, ['2026-K1', '2026-K2', '2026-K3', '2026-K4']);
  assert.deepEqual(pattern.rows, [{ key: 'aids', counts: [6, 0, 0, 0], sum: 6 }]);
  assert.equal(pattern.hides, false);
});
