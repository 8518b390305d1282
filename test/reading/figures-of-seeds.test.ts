import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { nationalReturn2024, questionsOf } from '../../src/domain/forms/index.ts';
import {
  checkChange,
  checkClaims,
  type FigurePassage,
  getSeries,
  type PopulationChange,
  populationTables,
  recordFigureFromPassage,
  recordIndicatorValue,
} from '../../src/domain/indicators/index.ts';
import { buildDocument } from '../support/build-matters.ts';
import { openTestDatabase } from '../support/database.ts';
import { noSeeds, readSeed, recordsOf } from '../support/seeds.ts';

type Paper = '000' | '001' | '003' | '004';
/** A figure that a rule reads: some words of its name as a damaged page may write it, and its value. */
type Read = {
  readonly how: 'recognised';
  readonly paper: Paper;
  readonly figures: readonly (readonly [name: RegExp, value: number])[];
};
/** A figure that a person points out, because it is a rule, a term or a word for a number: the words stand in the paper. */
type Pointed = {
  readonly how: 'byHand';
  readonly paper: Paper;
  readonly figures: readonly (readonly [words: RegExp, name: string, value: number, unit: string])[];
};
/** A figure that is a field of another record, and is followed there: money, posts, terms. */
type InRecord = { readonly how: 'commission' | 'agreement' | 'population' | 'consultation' | 'attendance' | 'form' };

/** The fifty rows of list B of the seed inventory: how each figure of the texts comes to live with its source. */
const listB: Readonly<Record<string, readonly (Read | Pointed | InRecord)[]>> = {
  'B-01': [{ how: 'population' }],
  'B-02': [{ how: 'population' }],
  'B-03': [byHand('001', [/drygt 60 procent till 2030/u, 'ökning av 80 år och äldre', 60, '%'])],
  'B-04': [read('001', [/tillfällen/u, 20], [/deltagare/u, 400])],
  'B-05': [read('001', [/svar/u, 200])],
  'B-06': [{ how: 'consultation' }],
  'B-07': [byHand('001', [/90 procent dödlighet i kroniska sjukdomar/u, 'dödlighet i kroniska sjukdomar', 90, '%'])],
  'B-08': [read('001', [/flöde/u, 50])],
  'B-09': [
    byHand(
      '001',
      [/fem platser/u, 'platser för direktinläggning', 5, 'antal'],
      [/tidsperiod om 6 månader/u, 'projekttid', 6, 'månader'],
    ),
  ],
  'B-10': [
    byHand('001', [/9 ledamöter och 5 ersättare/u, 'ledamöter', 9, 'antal'], [/5 ersättare/u, 'ersättare', 5, 'antal']),
  ],
  'B-11': [byHand('000', [/sammanlagd tjänstegrad om 200 %/u, 'tjänstegrad för logopeder', 200, '%'])],
  'B-12': [
    read('000', [/vårdgarantin/u, 100]),
    byHand('000', [/alla barn över 11 år/u, 'åldersgräns för informationssamtal', 11, 'år']),
  ],
  'B-13': [byHand('000', [/barn 0- 5 år/u, 'målgruppens högsta ålder', 5, 'år'])],
  'B-14': [{ how: 'commission' }],
  'B-15': [{ how: 'commission' }],
  'B-16': [{ how: 'commission' }],
  'B-17': [{ how: 'commission' }],
  'B-18': [{ how: 'agreement' }],
  'B-19': [
    byHand(
      '003',
      [/1989 års material/u, 'skatteväxlingens underlag', 1989, 'årtal'],
      [/utfall 1990\/1991/u, 'skatteväxlingens utfall', 1990, 'årtal'],
      [/fr\.o\.m\. 2004/u, 'extra ersättning från', 2004, 'årtal'],
    ),
  ],
  'B-20': [
    byHand(
      '003',
      [/Vart 5:e barn/u, 'barn med utlandsfödd förälder', 20, '%'],
      [/1000 första dagarna/u, 'första dagarna', 1000, 'dagar'],
      [/tre års ålder/u, 'språkets grund läggs till', 3, 'år'],
      [/3 tillfällen/u, 'tillfällen i tidig intervention', 3, 'antal'],
    ),
  ],
  'B-21': [byHand('003', [/sex steg/u, 'steg i Börja med barnen', 6, 'antal'])],
  'B-22': [read('004', [/medarbetare/u, 7000])],
  'B-23': [read('004', [/huvudm/u, 13])],
  'B-24': [read('004', [/patient.renden/u, 47_254])],
  'B-25': [read('004', [/l.kar.renden/u, 2280])],
  'B-26': [read('004', [/administrativa/u, 5272])],
  'B-27': [
    byHand('004', [/mindre \S{1,3}n t.{1,2}a veckor/u, 'längsta symtomtid för bedömningsmottagning', 2, 'veckor']),
  ],
  'B-28': [read('004', [/tj.nster/u, 2])],
  'B-29': [read('004', [/projektledare/u, 2])],
  'B-30': [read('004', [/personer som/u, 100])],
  'B-31': [read('004', [/heldygnsv/u, -38])],
  'B-32': [
    byHand(
      '004',
      [/minst en v.rdcentral i varje kommun/u, 'vårdcentraler i varje kommun', 1, 'antal'],
      [/T\S+\s+v.rdcentraler i norra l.nsdelen/u, 'vårdcentraler som privatiseras', 2, 'antal'],
    ),
  ],
  'B-33': [{ how: 'form' }],
  'B-34': [read('004', [/^patienter$/u, 112], [/^bes.k$/u, 155])],
  'B-35': [read('004', [/pilotprojektet/u, 38])],
  'B-36': [read('004', [/^orter/u, 4])],
  'B-37': [read('004', [/^kommuner$/u, 4], [/barn mellan/u, 8000])],
  'B-38': [byHand('004', [/sju dagar efter utskrivning/u, 'dagar efter utskrivning', 7, 'dagar'])],
  'B-39': [
    read(
      '004',
      [/^v.rdcentraler$/u, 16],
      [/^deltagare$/u, 8],
      [/^skolor/u, 40],
      [/medel.lder/u, 76],
      [/lektioner/u, 3],
    ),
    byHand('004', [/fem veckor l.nga/u, 'skolans längd', 5, 'veckor']),
  ],
  'B-40': [
    byHand(
      '004',
      [/40, 50, 60 och 70/u, 'lägsta ålder för hälsosamtal', 40, 'år'],
      [/40, 50, 60 och 70/u, 'högsta ålder för hälsosamtal', 70, 'år'],
    ),
  ],
  'B-41': [byHand('004', [/\S+ver 65 .r/u, 'lägsta ålder för osteoporosskola', 65, 'år'])],
  'B-42': [read('004', [/^v.rdcentraler$/u, 6])],
  'B-43': [read('004', [/utbildningstj/u, 10])],
  'B-44': [read('004', [/^tillf.llen$/u, 2])],
  'B-45': [
    byHand(
      '004',
      [/1100 inv.{1,3}nare per specialist/u, 'riktvärde invånare per specialist', 1100, 'antal'],
      [/550 in\S{2,10}/u, 'riktvärde invånare per läkare i ST', 550, 'antal'],
    ),
  ],
  'B-46': [byHand('004', [/1100 listade per l.kare/u, 'mål listade per läkare', 1100, 'antal'])],
  'B-47': [read('004', [/fast namngiven/u, 46])],
  'B-48': [read('004', [/administrativa systemen/u, 140_441])],
  'B-49': [read('004', [/boende/u, 100])],
  'B-50': [{ how: 'attendance' }],
};

function read(paper: Paper, ...figures: Read['figures']): Read {
  return { how: 'recognised', paper, figures };
}
function byHand(paper: Paper, ...figures: Pointed['figures']): Pointed {
  return { how: 'byHand', paper, figures };
}

const t = await openTestDatabase();
after(t.close);
const auth = authorize(operatorOf(t.tenantId), 'indicator.edit');
const rows = Object.entries(listB).flatMap(([id, ways]) => ways.map((way) => ({ id, way })));
const papers = new Map(
  (noSeeds ? [] : (['000', '001', '003', '004'] as const)).map((paper) => [paper, readSeed(paper)]),
);

test('list B has fifty rows, and every one of them has a way', () => {
  assert.deepEqual(
    Object.keys(listB),
    Array.from({ length: 50 }, (_, at) => `B-${String(at + 1).padStart(2, '0')}`),
  );
  assert.ok(Object.values(listB).every((ways) => ways.length > 0));
});

test('the figures that rules read are read with their value and the passage that says it', { skip: noSeeds }, () => {
  for (const { id, way } of rows) {
    if (way.how !== 'recognised') continue;
    const { source, result } = papers.get(way.paper)!;
    for (const [name, value] of way.figures) {
      const found = recordsOf(result, 'indicator').filter((one) => name.test(one.name) && one.value === value);
      assert.equal(found.length > 0, true, `${id}: ${name} ${value} is not read in ${way.paper}`);
      assert.ok(source.text.slice(found[0]!.source.start, found[0]!.source.end).trim().length > 0, id);
    }
  }
});

test('the others a person points out: the words stand in the paper, and the value keeps them as its passage', {
  skip: noSeeds,
}, async () => {
  const documents = new Map<Paper, string>();
  for (const [paper, { source }] of papers)
    documents.set(paper, await buildDocument(t, { title: `Underlag ${paper}`, sourceText: source.text }));
  for (const { id, way } of rows) {
    if (way.how !== 'byHand') continue;
    const { text } = papers.get(way.paper)!.source;
    for (const [words, name, value, unit] of way.figures) {
      const at: RegExpExecArray | null = words.exec(text);
      assert.ok(at, `${id}: ${words} does not stand in ${way.paper}`);
      const passage: FigurePassage = {
        documentId: documents.get(way.paper)!,
        start: at.index,
        end: at.index + at[0].length,
        line: text.slice(0, at.index).split('\n').length,
      };
      const made = await t.db.transact(auth, { verb: 'recordFigureFromPassage' }, (w) =>
        recordFigureFromPassage(w, { name, unit, value, passage }),
      );
      const { points } = await t.db.read(auth, (r) => getSeries(r, made.indicatorId));
      const point = points.find((one) => one.id === made.valueId)!;
      assert.deepEqual([point.value, point.claimed, point.sourcePassage?.line], [value, true, passage.line], id);
    }
  }
});

test('what is money, posts or a term is a field of its commission or agreement', { skip: noSeeds }, () => {
  const { result } = papers.get('003')!;
  const commissions = recordsOf(result, 'commission');
  const amounts = commissions.flatMap((one) => one.amounts.map(({ value }) => value));
  assert.ok(amounts.includes(1_200_000), 'B-14');
  assert.equal(amounts.filter((value) => value === 144_000).length, 2, 'B-15');
  assert.ok(
    commissions.some(({ fte }) => fte === 0.25),
    'B-16',
  );
  assert.ok(
    commissions.some(({ fte, shares }) => fte === 3 && JSON.stringify(shares?.map((one) => one.fte)) === '[2,1]'),
    'B-17',
  );
  assert.ok(
    recordsOf(result, 'agreement').some(({ noticeMonths }) => noticeMonths === 9),
    'B-18',
  );
});

test('what is counted of other records is counted there: answers, rows of attendance, goal areas', {
  skip: noSeeds,
}, () => {
  const answers = recordsOf(papers.get('001')!.result, 'consultationResponse');
  assert.ok(answers.length >= 7, `B-06: ${answers.length} answers to the consultation`);
  const present = recordsOf(papers.get('003')!.result, 'attendance');
  assert.ok(present.length >= 36, `B-50: ${present.length} rows of attendance`);
  const matrix = questionsOf(nationalReturn2024).find(({ code }) => code === '8')!.answer;
  assert.equal(matrix.kind === 'matrix' && matrix.rows.length, 6, 'B-33');
});

test('the population tables reproduce row by row, and the total that is one off is reported', { skip: noSeeds }, () => {
  const changes = recordsOf(papers.get('001')!.result, 'populationRow').map(
    (one, index): PopulationChange => ({
      ...{ id: String(index), version: 1, municipality: one.municipality, ageGroup: one.group },
      from: { year: one.from.year, count: one.from.value },
      to: { year: one.to.year, count: one.to.value },
      ...{ printedChange: one.change, printedPercent: one.percent },
    }),
  );
  const [old, working] = populationTables(changes).toSorted((a, b) => b.ageGroup.localeCompare(a.ageGroup));
  assert.deepEqual([old?.rows.length, working?.rows.length], [12, 12]);
  for (const change of changes) assert.equal(checkChange(change).percentDiffers, false, change.municipality);
  const whole = old!.total!;
  assert.deepEqual([whole.row.to.count, whole.sumTo], [24_870, 24_869]);
  assert.deepEqual([whole.row.printedChange, old!.rows.reduce((sum, row) => sum + row.change, 0)], [9_280, 9_279]);
  assert.equal(working!.total!.sumTo, working!.total!.row.to.count);
});

test('claimed changes stay claimed with what they imply, and are recomputed as soon as the value before is known', {
  skip: noSeeds,
}, async () => {
  const claimed = recordsOf(papers.get('004')!.result, 'indicator').filter(
    ({ change, unit }) => change && unit === 'antal',
  );
  assert.deepEqual(
    claimed.map(({ change }) => change!.percent),
    [138, 660, 303, 37],
  );
  const bases: readonly number[] = [19_855, 300, 1308, 113];
  for (const [at, { name, unit, value, change }] of claimed.entries()) {
    const put = (asOf: string, amount: number, percent: number | null) =>
      t.db.transact(auth, { verb: 'recordIndicatorValue' }, (w) =>
        recordIndicatorValue(w, {
          name,
          unit,
          value: amount,
          asOf,
          changePercent: percent,
          changedFrom: percent === null ? null : (change!.from ?? null),
        }),
      );
    const { indicatorId } = await put('2024', value, change!.percent);
    const check = async () => checkClaims(await t.db.read(auth, (r) => getSeries(r, indicatorId)))[0]!.finding;
    const before = await check();
    assert.deepEqual([before.kind, before.kind === 'claimed' && before.derived?.value], ['claimed', bases[at]], name);
    await put('2023', bases[at]!, null);
    assert.equal((await check()).kind, 'agrees', name);
  }
});
