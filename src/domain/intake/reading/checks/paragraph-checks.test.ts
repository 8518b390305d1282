import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from '../../../../documents/in/read-text.ts';
import { readRecords } from '../../read-records.ts';

/** Invented minutes: their §§ as number, registration number and title, after a list of contents with the rows given. */
function minutes(paragraphs: readonly (readonly [string, string, string])[], contents: readonly string[] = []): string {
  const list =
    contents.length > 0 ? `Innehåll\n${contents.map((row, page) => `${row} ..... ${page + 2}`).join('\n')}\n\n` : '';
  const body = paragraphs.map(
    ([number, diary, title]) => `§ ${number} Dnr KUL 2025/${diary}\n${title}\nBeslut\nFörslaget bifalls.\n`,
  );
  return `Protokoll Kulturnämnden 2025-03-12\n\nNärvarande\nAnna Ek (S), ordförande\n\n${list}${body.join('\n')}`;
}

function told(text: string, fileName = 'protokoll.txt') {
  const { problems } = readRecords(readText(new TextEncoder().encode(text)), fileName);
  return problems.map(({ code, message }) => ({ code, message }));
}
const codes = (...from: Parameters<typeof told>) => told(...from).map(({ code }) => code);

const whole = [
  ['12', '31', 'Val av justerare'],
  ['13', '44', 'Ny rutt för bokbussen'],
  ['14', '45', 'Upprustning av badplatsen'],
  ['15', '46', 'Taxor för simhallen'],
  ['16', '47', 'Anmälda skrivelser'],
  ['17', '48', 'Avslutning av mötet'],
] as const;
const rowsOf = (paragraphs: readonly (readonly [string, string, string])[]) =>
  paragraphs.map(([number, diary, title]) => `§ ${number} Dnr KUL 2025/${diary} ${title}`);

test('minutes whose contents and numbers agree are left in peace', () => {
  assert.deepEqual(codes(minutes(whole, rowsOf(whole))), []);
  assert.deepEqual(codes(minutes(whole)), []);
});

test('a § that is missing between others is told, mildly', () => {
  const [problem, ...more] = told(minutes(whole.filter(([number]) => number !== '14')));
  assert.deepEqual(more, []);
  assert.equal(problem?.code, 'paragraphNumberGap');
  assert.match(problem!.message, /^§ 14 finns inte .* vanligt när/u);
});

test('excerpts leave out what they like', () => {
  assert.deepEqual(codes(minutes(whole.filter(([number]) => number === '14'))), []);
  assert.deepEqual(codes(minutes(whole.filter(([number]) => Number(number) % 2 === 0))), []);
});

test('a number on two §§ is told, and both are read', () => {
  const twice = whole.map(([number, diary, title]) => [number === '15' ? '14' : number, diary, title] as const);
  assert.deepEqual(codes(minutes(twice)).sort(), ['paragraphNumberGap', 'paragraphNumberRepeated']);
});

test('a letter makes another §, and the head of the next page does not', () => {
  assert.deepEqual(codes(minutes([...whole, ['17 a', '49', 'Extra ärende']])), []);
  const turned = minutes(whole).replace(
    '§ 14 Dnr KUL 2025/45\n',
    '§ 13 (forts.)\nFler ord om rutten.\n\n§ 14 Dnr KUL 2025/45\n',
  );
  assert.deepEqual(codes(turned), []);
});

test('another title in the contents is told; a shortened one is not', () => {
  const other = rowsOf(whole).map((row) => row.replace('Upprustning av badplatsen', 'Nytt bibliotek'));
  assert.deepEqual(codes(minutes(whole, other)), ['contentsDiffer']);
  const shorter = rowsOf(whole).map((row) => row.replace('Ny rutt för bokbussen', 'Bokbussens rutt'));
  assert.deepEqual(codes(minutes(whole, shorter)), []);
});

test('a § that only the contents or only the minutes have is told', () => {
  const missing = told(
    minutes(
      whole.filter(([number]) => number !== '14'),
      rowsOf(whole),
    ),
  );
  assert.deepEqual(
    missing.map(({ code }) => code),
    ['contentsDiffer'],
  );
  assert.deepEqual(codes(minutes(whole, rowsOf(whole.filter(([number]) => number !== '14')))), ['contentsDiffer']);
});

test('registration numbers that slipped a row in the contents are told once', () => {
  const slipped = whole.map(([number, , title], index) => [number, whole[index + 1]?.[1] ?? '48', title] as const);
  const problems = told(minutes(whole, rowsOf(slipped)));
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['diaryNumberShifted'],
  );
  assert.match(problems[0]!.message, /KUL 2025\/44 på § 12, men numret hör till § 13; så är det på 5 rader/u);
});

test('another registration number in the contents is told', () => {
  const other = rowsOf(whole).map((row) => row.replace('2025/45', '2025/99'));
  assert.deepEqual(codes(minutes(whole, other)), ['contentsDiffer']);
});

test('a file that is called by another day than its paper is told', () => {
  const text = minutes(whole);
  for (const name of ['kun-2024-03-12.pdf', 'Protokoll 20240312.docx', 'protokoll_2024_03_12.txt'])
    assert.deepEqual(codes(text, name), ['dateOfFileDiffers'], name);
  for (const name of ['kun-2025-03-12.pdf', 'dnr 2024-00312.pdf', '2024-03-12 till 2025-03-12.pdf', 'protokoll.txt'])
    assert.deepEqual(codes(text, name), [], name);
  assert.deepEqual(codes(`${text}\nProtokollet anslås 2025-03-20.\n`, 'kun 2025-03-20.pdf'), []);
});
