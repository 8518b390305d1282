import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Block, checkTree, outlineOf, plainText } from '../../documents/tree/index.ts';
import { claimsOf } from './claims.ts';
import type { EvidenceSource, Report, ReportClaim, ReportEntry } from './report.ts';
import { reportAsData } from './report-data.ts';
import { linksBelow, reportDocument } from './report-document.ts';

const source = (id: string, date: string, own: Partial<EvidenceSource> = {}): EvidenceSource => ({
  noun: 'agendaItem',
  id,
  meetingId: `möte-${date}`,
  date,
  precision: 'day',
  bodyName: 'Beredning för nära vård',
  itemNumber: '6',
  title: 'Föredragning om piloten',
  meetingKind: 'meeting',
  ...own,
});
const may = source('maj', '2023-05-30');
const september = source('september', '2023-09-20', { itemNumber: null });
const decision = source('beslutet', '2022-12-01', {
  noun: 'decision',
  meetingId: null,
  precision: 'month',
  bodyName: 'Vårdnämnden',
  itemNumber: null,
  title: 'Genomförande',
});

let count = 0;
type EntryInput = Partial<ReportEntry> & {
  readonly number: number | null;
  readonly text?: string;
  readonly proofs?: readonly (readonly EvidenceSource[])[];
};
function entry({ number, text, proofs = [], ...own }: EntryInput): ReportEntry {
  count += 1;
  const answer = own.answer ?? 'Föredragning vid beredningens sammanträde den 30 maj.';
  const claims = claimsOf(answer).map((claim, index): ReportClaim => {
    const evidence = (proofs[index] ?? []).map((one) => ({ ...one, gone: one.title === 'borta', confirmed: false }));
    const state = evidence.length > 0 ? 'supported' : 'unsupported';
    return { ...claim, state, unprovenDates: [], evidence, findings: [], settlement: null };
  });
  return {
    id: `svar-${count}`,
    version: 1,
    position: count,
    assignment: { id: `uppdrag-${count}`, year: 2023, number, title: 'Att göra', fullText: text ?? 'Att göra något.' },
    groupHeading: null,
    answerType: 'briefing',
    answer,
    edited: false,
    chosen: false,
    claims,
    unused: [],
    quotation: null,
    meetings: [],
    ...own,
  };
}
const report = (entries: readonly ReportEntry[], own: Partial<Report> = {}): Report => ({
  id: 'rapporten',
  version: 1,
  kind: 'reportBack',
  body: { id: 'beredningen', name: 'Beredning för nära vård', kind: 'draftingCommittee' },
  to: { id: 'nämnden', name: 'Vårdnämnden' },
  receivers: [],
  year: 2023,
  title: 'Återrapportering till vårdnämnden',
  foreword: 'Ett stycke.\n\nEtt till.',
  closing: '',
  state: 'draft',
  authority: 'Provregionen',
  approval: null,
  deliveredOn: null,
  frozen: null,
  grouping: 'heading',
  selection: 'all',
  entries,
  annexes: [],
  figures: [],
  ...own,
});
const elsewhere = (number: number) =>
  entry({ number, answerType: 'elsewhere', answer: `Uppdrag ${number} riktas till annan beredning.` });
const linkTo = linksBelow('https://kansli.example/');
const treeOf = (own: Report) => reportDocument(own, { linkTo });
const outline = (own: Report) => outlineOf(treeOf(own)).map(({ level, title }) => `${level} ${title}`);
const words = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [plainText(block.content)] : []));

test('the anatomy of seed 000: introduction, headings of the plan, entries, lines for those of others, closing', () => {
  const own = report(
    [
      entry({ number: 1, groupHeading: 'Beredningarna får i uppdrag:' }),
      entry({ number: 2, groupHeading: 'Beredningarna får i uppdrag:' }),
      elsewhere(13),
      elsewhere(14),
      entry({ number: 15, groupHeading: 'Förvaltningen får i uppdrag:' }),
      elsewhere(20),
      entry({
        number: 21,
        groupHeading: 'Förvaltningen får i uppdrag:',
        text: 'Att minska inköpen. De följs upp 2024.',
      }),
    ],
    { closing: 'Tack för i år.' },
  );
  assert.deepEqual(outline(own), [
    '1 1. Inledning',
    '1 2. Återrapportering av uppdrag',
    '2 Beredningarna får i uppdrag:',
    '3 Nr 1. Att göra något.',
    '3 Nr 2. Att göra något.',
    '2 Förvaltningen får i uppdrag:',
    '3 Nr 15. Att göra något.',
    '2 Förvaltningen får i uppdrag:',
    '3 Nr 21. Att minska inköpen.',
    '1 3. Avslutning',
  ]);
  const lines = words(treeOf(own).blocks);
  assert.ok(lines.includes('Uppdrag 13 och 14 riktas till andra beredningar.'));
  assert.ok(lines.includes('Uppdrag 20 riktas till annan beredning.'));
  assert.ok(lines.includes('De följs upp 2024.'), 'the rest of a long assignment follows its heading');
  assert.ok(lines.includes('Svar: Föredragning vid beredningens sammanträde den 30 maj.'));
  assert.deepEqual(checkTree(treeOf(own)), []);
  assert.equal(treeOf(own).subtitle, 'Beredning för nära vård 2023');
});

test('entries without a heading of the plan, and unnumbered ones, skip no level', () => {
  const own = report([entry({ number: null }), elsewhere(3), entry({ number: 4, groupHeading: 'Till nämnden:' })], {
    foreword: '',
  });
  assert.deepEqual(outline(own), [
    '1 2. Återrapportering av uppdrag',
    '2 Att göra något.',
    '2 Till nämnden:',
    '3 Nr 4. Att göra något.',
  ]);
  assert.deepEqual(checkTree(treeOf(own)), []);
});

test('each proof is a note with its address; a source has one number, and one that is gone has none', () => {
  const answer =
    'Föredragning den 30 maj och den 20 september. Beslutet fattades i december 2022. Patienterna är nöjda.';
  const gone = source('borta', '2023-03-14', { title: 'borta' });
  const own = report([
    entry({ number: 4, answer, proofs: [[may, september], [decision, may], [gone]] }),
    entry({ number: 5, proofs: [[may]] }),
  ]);
  const tree = treeOf(own);
  assert.deepEqual(
    tree.notes?.map((note) => [
      note.number,
      plainText(note.content),
      note.content[0]?.kind === 'link' && note.content[0].href,
    ]),
    [
      [
        1,
        'Beredning för nära vård, 30 maj 2023, punkt 6: Föredragning om piloten',
        'https://kansli.example/sammantraden/möte-2023-05-30#punkt-maj',
      ],
      [
        2,
        'Beredning för nära vård, 20 september 2023: Föredragning om piloten',
        'https://kansli.example/sammantraden/möte-2023-09-20#punkt-september',
      ],
      [3, 'Vårdnämnden, december 2022: Genomförande', 'https://kansli.example/beslut/beslutet'],
    ],
  );
  const numbers = tree.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.content.flatMap((part) => (part.kind === 'noteRef' ? [part.number] : []))] : [],
  );
  assert.deepEqual(
    numbers.filter((found) => found.length > 0),
    [[1, 2, 3, 1], [1]],
  );
  assert.deepEqual(checkTree(tree), []);
});

test('the quotation stands under its label, its lines kept', () => {
  const quotation = {
    assessmentId: 'lägesbilden',
    version: 3,
    label: 'Ur delårsrapport:',
    periodName: 'Delårsrapport 2023',
    text: 'Arbete pågår\n- med modellen\n- med översynen',
    status: 'startedOnTrack' as const,
    statusPhrase: null,
    outdated: null,
  };
  const block = treeOf(report([entry({ number: 5, quotation })])).blocks.find((one) => one.kind === 'quotation');
  assert.deepEqual(
    [block?.label, block?.cite, block && plainText(block.content)],
    ['Ur delårsrapport:', 'Delårsrapport 2023', quotation.text],
  );
  const [data] = reportAsData(report([entry({ number: 5, quotation, proofs: [[may]] })])).entries;
  assert.deepEqual(
    [data?.number, data?.answerType, data?.status, data?.quote, data?.evidence[0]?.id, data?.unsupported],
    [5, 'briefing', 'startedOnTrack', quotation.text, 'maj', []],
  );
});

test('an answer that a person wrote about an assignment of others is printed, not replaced by the line', () => {
  const own = report([
    entry({ number: 13, answerType: 'elsewhere', answer: 'Riktas till andra, men vi följer det.', edited: true }),
  ]);
  assert.ok(words(treeOf(own).blocks).includes('Svar: Riktas till andra, men vi följer det.'));
});

test('an approved report is dated by its decision, and the same report gives the same tree', () => {
  const own = report([entry({ number: 1, proofs: [[may]] })], {
    approval: { decisionId: 'beslutet', on: '2023-12-07' },
  });
  assert.equal(treeOf(own).date, '2023-12-07');
  assert.deepEqual(treeOf(own), treeOf(structuredClone(own)));
});
