import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readDocument } from '../../src/documents/in/read-document.ts';
import { closePdfPool } from '../../src/documents/out/index.ts';
import { type ReadResult, readRecords } from '../../src/domain/intake/read-records.ts';
import { inFormat, type PaperFormat } from '../support/paper-formats.ts';
import { recordsOf } from '../support/seeds.ts';

after(closePdfPool);

/** Invented minutes with what minutes have: a cover, running heads, a vote with names, a reservation and a list of recipients. */
const minutes = `Sammanträdesprotokoll                                   1 (3)
Kulturstyrelsen          2025-03-12

Plats och tid        Sal Björken, Stadshuset, Lillby den 12 mars 2025 kl 13.00-15.30
Beslutande           Anna Ek (S), ordförande
                     Bo Alm (M)
                     Cia Lind (V), §§ 12-13
Ersättare            Dan Dahl (S) för Eva Berg (S)
Övriga närvarande    Frida Holm, kultursekreterare
Utses att justera    Bo Alm
Justeringens plats och tid  Stadshuset 19 mars 2025
Underskrifter
Sekreterare   Frida Holm         Paragrafer 12-14
Ordförande    Anna Ek
Justerande    Bo Alm

ANSLAG/BEVIS
Protokollet är justerat. Justeringen har tillkännagivits genom anslag.
Organ                           Kulturstyrelsen
Datum för anslags uppsättande   2025-03-20
Datum för anslags nedtagande    2025-04-11

§ 12 Dnr KUL 2025/31
Val av justerare
Beslut
Bo Alm utses att jämte ordföranden justera dagens protokoll.

§ 13 Dnr KUL 2025/44
Ny rutt för bokbussen
Beslut
Kulturstyrelsen beslutar
att anta den nya rutten, samt
att ge förvaltningen i uppdrag att följa upp den under hösten.

Sammanfattning
Förvaltningen har prövat tre rutter under vintern och föreslår den kortaste av dem, eftersom den når flest skolor på samma tid.

Yrkanden
Cia Lind (V) yrkar avslag.

Omröstning
Godkänd voteringsproposition: "Ja för bifall till förslaget och Nej för avslag."
Anna Ek (S), Bo Alm (M) och tjänstgörande ersättaren Dan Dahl (S) röstar Ja (3).
Cia Lind (V) röstar Nej (1).

Reservation
Cia Lind (V) reserverar sig mot beslutet.

Protokollsutdrag skickas till
Bokbussens chef

§ 14 Dnr KUL 2025/45
Anmälda skrivelser
Beslut
Skrivelserna antecknas.
`;

const formats: readonly PaperFormat[] = ['text', 'docx', 'taggedPdf', 'untaggedPdf'];

/** What is proposed, without where it stands and how sure it is. */
function said(result: ReadResult) {
  return result.records.map((record) => {
    const { id: _, source: _source, alsoAt: _also, confidence: _confidence, rule: _rule, ...fields } = record;
    return JSON.parse(
      JSON.stringify(fields, (_key, value) => (typeof value === 'string' ? value.replace(/\s+/g, ' ') : value)),
    );
  });
}

async function readAs(format: PaperFormat): Promise<ReadResult> {
  const bytes = await inFormat(new TextEncoder().encode(minutes), format);
  const extension = format === 'text' ? 'txt' : format === 'docx' ? 'docx' : 'pdf';
  return readRecords(await readDocument({ fileName: `protokoll.${extension}`, bytes }), 'protokoll');
}

test('minutes say what they say: cover, §§, vote, reservation and recipients', async () => {
  const result = await readAs('text');
  const [meeting] = recordsOf(result, 'meeting');
  assert.deepEqual([meeting?.body, meeting?.date, meeting?.start], ['Kulturstyrelsen', '2025-03-12', '13:00']);
  assert.equal(recordsOf(result, 'attendance').length, 5);
  const items = recordsOf(result, 'agendaItem');
  assert.deepEqual(
    items.map(({ number, diaryNumber, title }) => [number, diaryNumber, title]),
    [
      [12, 'KUL 2025/31', 'Val av justerare'],
      [13, 'KUL 2025/44', 'Ny rutt för bokbussen'],
      [14, 'KUL 2025/45', 'Anmälda skrivelser'],
    ],
  );
  const [, bus] = items;
  assert.ok(bus && 'votes' in bus);
  assert.deepEqual(
    bus.votes.map(({ yes, no }) => [yes.names.length, yes.count, no.names.length, no.count]),
    [[3, 3, 1, 1]],
  );
  assert.equal(bus.reservations.length, 1);
  assert.deepEqual(bus.sentTo, ['Bokbussens chef']);
  assert.deepEqual(
    recordsOf(result, 'decision').map(({ item, clauses }) => [item, clauses.length]),
    [
      [12, 1],
      [13, 2],
      [14, 1],
    ],
  );
});

for (const format of formats.slice(1))
  test(`minutes as ${format} give the same records as the text`, async () => {
    assert.deepEqual(said(await readAs(format)), said(await readAs('text')));
  });
