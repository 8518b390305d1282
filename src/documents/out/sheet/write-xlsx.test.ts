import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type { Sheet } from './sheet.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

const sheet: Sheet = {
  title: 'Läget 2026: organ/mål',
  language: 'sv',
  columns: [
    { head: 'Uppdrag', kind: 'link' },
    { head: 'Antal', kind: 'number' },
    { head: 'Klart', kind: 'date' },
    { head: 'Anmärkning', kind: 'text' },
  ],
  rows: [
    [{ text: 'Följa hemsjukvården', href: 'https://kansli.example/uppdrag/1?a=1&b=2' }, 12.5, '2026-11-30', '=1+1'],
    [{ text: 'Farlig länk', href: 'javascript:alert(1)' }, -3, null, '+46 & <b>"citat"</b>\u0007'],
  ],
};

const partsOf = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

test('numbers, dates, words and links are kept as what they are, under a frozen head', async () => {
  const parts = partsOf(await writeXlsx(sheet));
  const page = parts.get('xl/worksheets/sheet1.xml')!;
  assert.match(page, /<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/);
  assert.match(page, /<c r="B2"[^>]*><v>12\.5<\/v>/, 'a number has no type: it is a number');
  // 30 November 2026 is day 46356 since the turn of the century's serials began.
  assert.match(page, /<c r="C2"[^>]*><v>46356<\/v>/);
  assert.doesNotMatch(page, /<f>/, 'no cell is a formula');
  assert.match(parts.get('xl/sharedStrings.xml')!, /<t>=1\+1<\/t>/);
  assert.match(
    page,
    /<hyperlinks><hyperlink ref="A2" r:id="link-0-0"\/><\/hyperlinks>/,
    'only a web address is a link',
  );
  assert.match(
    parts.get('xl/worksheets/_rels/sheet1.xml.rels')!,
    /Target="https:\/\/kansli\.example\/uppdrag\/1\?a=1&#38;b=2" TargetMode="External"/,
  );
  assert.match(parts.get('docProps/core.xml')!, /<dc:title>Läget 2026: organ\/mål<\/dc:title>.*<dc:language>sv-SE</);
  assert.match(parts.get('xl/workbook.xml')!, /name="Läget 2026 organ mål"/);
});

test('whatever the words are, no cell is a formula and no part of the file is broken', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('=', '+', '-', '@', '\t', ''),
      async (words, first) => {
        const text = `${first}${words}`;
        const bytes = await writeXlsx({ ...sheet, rows: [[text, 1, text, text]] });
        const page = partsOf(bytes).get('xl/worksheets/sheet1.xml')!;
        assert.doesNotMatch(page, /<f[ >]|t="str"/);
        const [, row] = new TextDecoder()
          .decode(writeCsv({ ...sheet, rows: [[text, null, null, null]] }))
          .split('\r\n');
        assert.doesNotMatch(row!, /^"?\s*[=+\-@\t]/u);
      },
    ),
    { numRuns: 40 },
  );
});

test('every part is whole XML, and every part and relation that is named is there', async () => {
  const parts = partsOf(await writeXlsx(sheet));
  for (const [name, xml] of parts) {
    const parser = new SaxesParser({ xmlns: true, fileName: name });
    parser.on('error', (error) => assert.fail(`${name}: ${error.message}`));
    parser.write(xml).close();
  }
  const types = [...parts.get('[Content_Types].xml')!.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name!);
  assert.ok(types.includes('docProps/core.xml'));
  for (const name of types) assert.ok(parts.has(name), name);
  for (const name of parts.keys())
    assert.ok(types.includes(name) || name.endsWith('.rels') || name === '[Content_Types].xml', name);
  const used = [...parts.get('xl/worksheets/sheet1.xml')!.matchAll(/ r:id="([^"]+)"/g)].map(([, id]) => id!);
  for (const id of used) assert.match(parts.get('xl/worksheets/_rels/sheet1.xml.rels')!, new RegExp(`Id="${id}"`));
});
