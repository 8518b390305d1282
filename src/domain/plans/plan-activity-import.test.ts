import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { focusAreaImport, planPointImport } from './focus-area-import.ts';
import { planActivityImport } from './plan-activity-import.ts';
import { partRunTogether } from './run-together.ts';

const facts = {
  kind: 'activityPlan',
  year: 2024,
  body: 'Beredning för scenkonst',
  title: 'Aktivitetsplan 2024',
} as const;
const head = '5. Planerade aktiviteter för 2024\n\nSammanträdesdag\tÄrenden\tPlats\n';
const activities = (table: string) => planActivityImport.recognise(readingOf(head + table, facts)).records;

test('a row of the year table gives one activity for each category', () => {
  const found = activities(
    'Tisdag 6 februari\t<p>Beslut och beredning:</p> <p>-----</p> <p>Tema barnteater:</p> <p>Turnén i höst</p> <p>Information:</p> <p>Läget</p> <p>Biljetter</p>\tSal Björken',
  );
  assert.deepEqual(
    found.map(({ date, category, heading, items, place }) => [date, category, heading, items, place]),
    [
      ['2024-02-06', 'decision', 'Beslut och beredning', [], 'Sal Björken'],
      ['2024-02-06', 'theme', 'Tema barnteater', ['Turnén i höst'], 'Sal Björken'],
      ['2024-02-06', 'information', 'Information', ['Läget', 'Biljetter'], 'Sal Björken'],
    ],
  );
});

test('items that a conversion ran together are parted, with less confidence', () => {
  const [found] = activities(
    'Tisdag 6 februari\tInformation: Läget på scenerna i Region Nordens hus Biljetter 2024 Turnén mot Vara\tSal Björken',
  );
  assert.deepEqual(found?.items, ['Läget på scenerna i Region Nordens hus', 'Biljetter 2024', 'Turnén mot Vara']);
  assert.ok(found!.confidence < 0.9);
});

test('a row that a page break tore in two is one day', () => {
  const found = activities(
    'Tisdag 6 februari\tBeslut och beredning: Budgeten\tSal Björken\n\n\tInformation: Läget\t\n30-31 mars\tBeslut: Planen\t',
  );
  assert.deepEqual(
    found.map(({ date, endDate, category, place }) => [date, endDate, category, place]),
    [
      ['2024-02-06', undefined, 'decision', 'Sal Björken'],
      ['2024-02-06', undefined, 'information', 'Sal Björken'],
      ['2024-03-30', '2024-03-31', 'decision', undefined],
    ],
  );
});

test('a day without categories is one occasion, and a note above them belongs to all of the day', () => {
  const found = activities(
    'Fredag 3 maj\tGemensamt möte med nämnden för bibliotek Läsning för alla\t\nTisdag 7 maj\t<p>Halvdag</p> <p>Beslut: Planen</p>\t',
  );
  assert.deepEqual(
    found.map(({ category, title, items }) => [category, title, items]),
    [
      ['other', 'Gemensamt möte med nämnden för bibliotek', ['Läsning för alla']],
      ['decision', 'Halvdag', ['Planen']],
    ],
  );
});

test('without a table the lines under the heading are read, and are less sure', () => {
  const text =
    '5. Planerade aktiviteter för 2024\n\nTisdag 6 februari   Beslut och beredning: Budgeten   Sal Björken\nInformation: Läget\n\n6. Annat\n\nTisdag 7 maj   Beslut: Inget av planen';
  const found = planActivityImport.recognise(readingOf(text, facts)).records;
  assert.deepEqual(
    found.map(({ date, category, items }) => [date, category, items]),
    [
      ['2024-02-06', 'decision', ['Budgeten']],
      ['2024-02-06', 'information', ['Läget']],
    ],
  );
  assert.ok(found.every((one) => one.confidence < 0.9));
});

test('a name belongs to the word with a capital before it, an ordinary word begins an item', () => {
  const words = (text: string, small: readonly string[] = []) =>
    partRunTogether({ text, pieces: [{ at: 0, source: 0, length: text.length, line: 1 }] }, new Set(small)).map(
      (part) => part.text,
    );
  assert.deepEqual(words('Besök Norra teatern'), ['Besök Norra teatern']);
  assert.deepEqual(words('Länkar Nya pjäser', ['nya']), ['Länkar', 'Nya pjäser']);
  assert.deepEqual(words('Läget: Biljetter och Scener, Verkstad'), ['Läget: Biljetter och Scener, Verkstad']);
});

const plan = `4. Prioriterade områden 2024

4.1 Fokusområden

Beredningen prioriterar följande under 2024:

- Barn och unga
- Turnéer i hela
länet

4.2 Följa och följa upp

- Biljettpriser

6.1 Verksamhetens information

Verksamheten ska rapportera om:

- Besök

6.2 Annat

- Ingenting`;

test('focus areas are the points under their heading and no others', () => {
  const { records } = focusAreaImport.recognise(readingOf(plan, facts));
  assert.deepEqual(
    records.map(({ order, text }) => [order, text]),
    [
      [1, 'Barn och unga'],
      [2, 'Turnéer i hela länet'],
    ],
  );
});

test('the other lists of the plan are points with their kind', () => {
  const { records } = planPointImport.recognise(readingOf(plan, facts));
  assert.deepEqual(
    records.map(({ kind, text, giver }) => [kind, text, giver]),
    [
      ['followUp', 'Biljettpriser', undefined],
      ['standing', 'Besök', 'Verksamheten'],
    ],
  );
});

test('proposals stand in a row of the table and go on in a list behind it', () => {
  const text = `${head}Tisdag 6 februari\tBeslut: Planen\t\n<p>Förslag på fokusområden och fördjupningar</p> <ul> • Studiebesök på verkstaden • Nya scener <ul> - Bygglov </ul> </ul>\t\t\n\n- Cirkus\n - Tält`;
  const { records } = planPointImport.recognise(readingOf(text, facts));
  assert.deepEqual(
    records.map(({ kind, text, details, order }) => [kind, text, details, order]),
    [
      ['proposal', 'Studiebesök på verkstaden', [], 1],
      ['proposal', 'Nya scener', ['Bygglov'], 2],
      ['proposal', 'Cirkus', ['Tält'], 3],
    ],
  );
});
