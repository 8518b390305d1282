import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { peopleIn } from './named-people-import.ts';
import { paragraphImport } from './paragraph-import.ts';
import { disqualifiedIn } from './statement-import.ts';
import { votesIn } from './vote-import.ts';

const read = (text: string) => paragraphImport.recognise(readingOf(text, { kind: 'minutes' }));
const heads = (text: string) =>
  read(text).records.map(({ number, diaryNumber, title }) => [number, diaryNumber, title]);

const minutes = `§ 12 Ärendenummer KLK-2025-00031

Ny idrottshall vid Ekbackens skola och upprustning av
badplatsen
Beslut

Enligt kontorets förslag:
Idrottshallen byggs.

Yrkanden

Tjänstgörande ersättaren Disa Dal (X) yrkar bifall till kontorets förslag.
Bo Berg (Y) och Eva Ek (Z) yrkar avslag. Vidare yrkar Eva Ek (Z) återremiss.

Omröstning

Godkänd voteringsproposition: "Ja för bifall till Disa Dals yrkande och Nej för bifall till
Bo Bergs yrkande."
Anna Alm (X), tjänstgörande ersättarna Disa Dal (X) och
Carl Ceder (X) röstar Ja (3).
Bo Berg (Y) röstar Nej (1).
Eva Ek (Z) avstår från att rösta (1).

Reservation

Bo Berg (Y) reserverar sig mot beslutet.

Protokollsutdrag skickas till
Tekniska nämnden
Skolnämnden genom
kansliet

§ 13 Ärendenummer KLK-2025-00032
Anmälningar
Beslut

Antecknas.

§ 14
Frågestund
Fråga 1
Eva Ek (Z) frågar om bron.
`;

test('§§ have their number, registration number and title, also when the title is wrapped', () => {
  assert.deepEqual(heads(minutes), [
    [12, 'KLK-2025-00031', 'Ny idrottshall vid Ekbackens skola och upprustning av badplatsen'],
    [13, 'KLK-2025-00032', 'Anmälningar'],
    [14, undefined, 'Frågestund'],
  ]);
});

test('motions, votes, reservations and recipients are read with who and how many', () => {
  const [item, announced] = read(minutes).records;
  assert.deepEqual(
    item!.proposals.map(({ by }) => by.map(({ person }) => person)),
    [['Disa Dal'], ['Bo Berg', 'Eva Ek']],
  );
  const [vote] = item!.votes;
  assert.deepEqual([vote!.yes.count, vote!.no.count, vote!.abstain.count, vote!.outcome], [3, 1, 1, 'yes']);
  assert.equal(vote!.yes.names[2]!.role, 'tjänstgörande ersättarna');
  assert.equal(item!.reservations.length, 1);
  assert.deepEqual(item!.sentTo, ['Tekniska nämnden', 'Skolnämnden genom kansliet']);
  assert.deepEqual([item!.category, announced!.category], ['decision', 'information']);
});

test('a reference that a line happens to begin with is no §', () => {
  const text =
    '§ 1 Upprop\n\nText.\n\n§ 2 Budget\nBeslut\nUppdraget, givet av fullmäktige 2024-03-01\n§ 8, att bygga, och\n§ 24 i reglementet, avslutas.\n';
  assert.deepEqual(
    heads(text).map(([number]) => number),
    [1, 2],
  );
});

test('the number that comes again on the next page goes on its §', () => {
  const text =
    '§ 1 0128/24\nStadshuset\nBeslut\n\nBifalls.\n\n§ 1 0128/24\nProtokollsutdrag skickas till\nKansliet\n\n§ 2 0129/24\nHamnen\nBeslut\n\nAvslås.\n';
  assert.deepEqual(heads(text), [
    [1, '0128/24', 'Stadshuset'],
    [2, '0129/24', 'Hamnen'],
  ]);
  assert.deepEqual(read(text).records[0]!.sentTo, ['Kansliet']);
});

test('a list of §§ is contents; what only the contents have is proposed with little confidence', () => {
  const text =
    'Ärendelista\nKs § 3  Dnr KS 2024/14  Upprop ..... 3\nKs § 4  Dnr KS 2024/15  Bron ..... 4\nKs § 5  Dnr KS 2024/16  Vägen ..... 5\n\nKs § 3  Dnr KS 2024/14\nUpprop\nText.\n';
  assert.deepEqual(
    read(text).records.map(({ number, numberPrefix, rule, title }) => [number, numberPrefix, rule, title]),
    [
      [4, 'Ks §', 'paragraph-listed', 'Bron'],
      [5, 'Ks §', 'paragraph-listed', 'Vägen'],
      [3, 'Ks §', 'paragraph-numbered', 'Upprop'],
    ],
  );
});

test('a tally without names, absent members and the annex', () => {
  const { votes } = votesIn('Omröstningen utfaller med 40 Ja mot 41 Nej. 2 ledamöter är frånvarande. Se bilaga 7.', {
    start: 0,
    end: 1,
    line: 1,
  });
  assert.deepEqual(
    votes.map(({ yes, no, absent, outcome, annex }) => [yes.count, no.count, absent, outcome, annex]),
    [[40, 41, 2, 'no', 'bilaga 7']],
  );
});

test('names that are not as many as the printed number are told', () => {
  const { problems } = votesIn('Anna Alm (X) och Bo Berg (Y) röstar Ja (3). Eva Ek (Z) röstar Nej (1).', {
    start: 0,
    end: 1,
    line: 1,
  });
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['voteCountDiffers'],
  );
});

test('roles are taken off names, whatever letter they begin with', () => {
  assert.deepEqual(peopleIn('Förste vice ordföranden Åke von Ahn (X) och Eva-Lena Ek (-). Den av Bo Berg (Y) väckta'), [
    { person: 'Åke von Ahn', party: 'X', role: 'förste vice ordföranden' },
    { person: 'Eva-Lena Ek', party: '-' },
    { person: 'Bo Berg', party: 'Y' },
  ]);
});

test('who steps aside because of a conflict of interest', () => {
  assert.deepEqual(
    disqualifiedIn('Eva Ek (Z) deltar inte i handläggningen på grund av jäv. Bo Berg (Y) deltar inte i beslutet.').map(
      ({ person }) => person,
    ),
    ['Eva Ek'],
  );
});

test('a heading of its own says the conflict of interest, and is no part of the name under it', () => {
  const [paragraph] = read(
    '§ 7\n\nStöd till en förening\n\nBeslut\n\nNämnden beslutar\n\natt bevilja stödet.\n\nJäv\n\nEva Ek (Z) deltar inte i handläggningen.\n\nReservationer\n\nBo Berg (Y) deltar inte i beslutet.',
  ).records;
  assert.deepEqual(
    paragraph!.disqualified.map(({ person, party }) => [person, party]),
    [['Eva Ek', 'Z']],
  );
});
