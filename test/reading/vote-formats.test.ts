import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readDocument } from '../../src/documents/in/read-document.ts';
import { closePdfPool } from '../../src/documents/out/index.ts';
import { readRecords } from '../../src/domain/intake/read-records.ts';
import { inFormat, type PaperFormat } from '../support/paper-formats.ts';
import { recordsOf } from '../support/seeds.ts';

after(closePdfPool);

/** Invented minutes whose votes stand as rows under their heading, and in an annex as a table and as rows. */
const minutes = `Sammanträdesprotokoll
Kulturstyrelsen          2025-03-12

Närvarande
Anna Ek (S), ordförande

§ 12 Dnr KUL 2025/31
Ny rutt för bokbussen

Beslut

Rutten godkänns.

Omröstning

Anna Ek (S) – JA

Bo Alm (M) – NEJ

Cia Lind (-) – JA

§ 13 Dnr KUL 2025/44
Taxor för simhallen

Beslut

Taxorna godkänns.

Omröstning

Omröstningen utfaller med 2 Ja mot 1 Nej. En ledamot avstår. Se bilaga 1.

§ 14 Dnr KUL 2025/45
Upprustning av badplatsen

Beslut

Badplatsen rustas upp.

Omröstning

Resultatet framgår av bilaga 2.

§ 15 Dnr KUL 2025/46
Anmälda skrivelser

Beslut

Skrivelserna antecknas.

Bilaga 1

Omröstningsresultat § 13

| Ledamot | Parti | Ja | Nej | Avstår |
|---|---|---|---|---|
| Anna Ek | S | X | | |
| Bo Alm | M | | X | |
| Cia Lind | - | X | | |
| Dan Dahl | FP | | | X |
| Summa | | 2 | 1 | 1 |

Bilaga 2

Voteringslista § 14

Anna Ek (S) Ja

Bo Alm (M) Nej

Cia Lind (-) avstår
`;

const formats: readonly PaperFormat[] = ['text', 'docx', 'taggedPdf', 'untaggedPdf'];

for (const format of formats)
  test(`votes in rows, tables and annexes go on their §§ when the paper is ${format}`, async () => {
    const bytes = await inFormat(new TextEncoder().encode(minutes), format);
    const extension = format === 'text' ? 'txt' : format === 'docx' ? 'docx' : 'pdf';
    const result = readRecords(await readDocument({ fileName: `protokoll.${extension}`, bytes }), 'protokoll');
    const votes = recordsOf(result, 'agendaItem').map((item) => [
      item.number,
      ...('votes' in item ? item.votes : []).map(({ yes, no, abstain }) =>
        [yes, no, abstain].map(({ count, names }) => `${count} ${names.map(({ party }) => party).join()}`),
      ),
    ]);
    assert.deepEqual(votes, [
      [12, ['2 S,-', '1 M', '0 ']],
      [13, ['2 S,-', '1 M', '1 FP']],
      [14, ['1 S', '1 M', '1 -']],
      [15],
    ]);
    assert.deepEqual(
      result.problems.map(({ code }) => code),
      [],
    );
  });
