/**
 * The connections that are proposed between the records of the four genuine papers, judged by a person who read the papers (list K of the seed
 * inventory and the papers themselves). Only references stand here: the paper, the type and the number or the place in the paper.
 */
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { before, suite, test } from 'node:test';
import { comparedProposals } from '../../src/domain/intake/likeness/compared-proposals.ts';
import type { ComparedRecord } from '../../src/domain/intake/likeness/compared-record.ts';
import { type LikelyConnection, likelyConnections } from '../../src/domain/intake/likeness/likely-connections.ts';
import { readDocument } from '../../src/reading.ts';
import { noSeeds, seedBytes, seedPath } from '../support/seeds.ts';

const papers = ['000', '001', '003', '004'] as const;

/** What the threads of list K need: if one of these is not asked about, a thread is broken. */
const needed = [
  '004 question 14 – 000 assignment 4',
  '004 question 15 – 000 assignment 4',
  '004 question 14 – 001 assignment L975',
  '003 agendaItem 9 – 000 assignment 11',
  '004 question 1c – 000 assignment 11',
  '004 question 1c – 003 agendaItem 9',
  '004 question 12 – 003 agendaItem 7',
  '004 question 12 – 004 agreement L391',
  '003 meetingDate L404 – 003 agendaItem 7',
  '001 budgetInputPoint 3 – 001 assignment L971',
  '003 agendaItem 6 – 001 assignment L971',
  '001 goalDocument – 001 assignment L971',
  '004 formReturn – 001 goalDocument',
  '004 formReturn – 001 assignment L971',
  '003 decision L191 – 001 assignment L966',
  '003 agendaItem 10 – 000 assignment 10',
  '004 question 15 – 000 assignment 10',
  '004 question 22 – 000 assignment 10',
  '004 question 22 – 003 agendaItem 10',
  '001 budgetInputPoint 4 – 001 assignment L995',
  '001 budgetInputPoint 4 – 000 assignment 16',
  '001 focusArea L1021 – 001 budgetInputPoint 5',
  '001 focusArea L1021 – 000 assignment 16',
  '001 focusArea L1024 – 001 assignment L1012',
  '001 focusArea L1024 – 001 budgetInputPoint 2',
  '001 planPoint L1031 – 001 assignment L1012',
  '004 question 1c – 001 planPoint L1031',
  '004 question 31 – 000 assignment 5',
  '003 agendaItem 4 – 000 assignment 5',
  '004 question 10a – 003 agendaItem 4',
  '004 question 12 – 000 assignment 5',
  '004 question 24 – 000 assignment 5',
] as const;

/** Proposed and wrong: the two share words and not a matter. A new one here is read and judged before it is added. */
const wrong: readonly string[] = [
  '004 question 21 – 003 agendaItem 10',
  '004 question 7a – 001 assignment L995',
  '004 question 1c – 001 agendaItem 7',
  '004 question 25 – 000 assignment 11',
  '001 agendaItem 5 – 000 assignment 17',
  '001 agendaItem 3 – 000 assignment 5',
  '003 agendaItem 9 – 000 assignment 15',
  '004 question 15 – 001 agendaItem 8',
  '001 agendaItem 7 – 000 assignment 11',
  '004 question 7a – 001 assignment L1012',
  '001 budgetInputPoint 2 – 000 assignment 9',
  '001 planPoint L1065 – 000 assignment 10',
  '001 planPoint L1248 – 000 assignment 10',
  '004 question 20a – 003 agendaItem 10',
  '004 question 24 – 000 assignment 15',
  '004 question 12 – 001 agendaItem 3',
  '004 formReturn – 000 assignment 10',
  '004 question 14 – 001 assignment L966',
  '004 question 12 – 004 agreement L465',
];

suite('connections between the records of the genuine papers', { skip: noSeeds }, () => {
  let found: readonly LikelyConnection[] = [];
  before(async () => {
    let past: readonly ComparedRecord[] = [];
    for (const paper of papers) {
      const mine = await compared(paper);
      found = [...found, ...likelyConnections(mine, past)];
      past = [...past, ...mine];
    }
  });

  test('all that the threads of list K need is proposed', () => {
    const proposed = new Set(found.map(refOf));
    assert.deepEqual(
      needed.filter((one) => !proposed.has(one)),
      [],
    );
  });

  test('of what is proposed at most one in five is wrong, and none of the surest', (t) => {
    const proposed = found.map(refOf);
    const mistaken = found.filter((one) => wrong.includes(refOf(one)));
    for (const [kinds, own] of Map.groupBy(found, ({ from, to }) => `${from.kind} – ${to.kind}`)) {
      const bad = own.filter((one) => wrong.includes(refOf(one))).length;
      t.diagnostic(`${kinds}: ${own.length - bad} of ${own.length} right`);
    }
    t.diagnostic(`all: ${proposed.length - mistaken.length} of ${proposed.length} right`);
    assert.ok(proposed.length < 200, `${proposed.length} are too many to ask a person about`);
    assert.ok(mistaken.length * 5 <= proposed.length);
    assert.deepEqual(mistaken.filter(({ confidence }) => confidence >= 0.7).map(refOf), []);
    assert.deepEqual(found.filter(({ confidence }) => confidence > 0.9).map(refOf), []);
  });

  test('no record is proposed more often than a person reads on with', () => {
    const often = Map.groupBy(found, ({ from, to }) => `${from.id} ${to.group} ${to.kind}`);
    assert.ok([...often.values()].every((own) => own.length <= 8));
  });
});

async function compared(paper: string): Promise<readonly ComparedRecord[]> {
  const fileName = basename(seedPath(paper));
  const { result } = await readDocument({ fileName, mediaType: 'text/plain', bytes: seedBytes(paper) });
  const partAt = (start: number) => result.document.parts?.find((part) => part.start <= start && start < part.end);
  const records = result.records.map(({ type, id: _, source, ...fields }) => ({
    id: `${paper} ${type} ${'number' in fields && fields.number ? fields.number : `L${source.line}`}`,
    type,
    fields,
    within: partAt(source.start) ?? { title: result.document.title, kind: result.document.kind },
  }));
  assert.ok(records.length > 0, fileName);
  return comparedProposals(records, paper);
}

function refOf({ from, to }: Pick<LikelyConnection, 'from' | 'to'>): string {
  // A whole is called by its kind: it has the id of its first part behind that.
  const name = ({ id, kind }: ComparedRecord) => (id.startsWith(kind) ? `${id.split(' ')[1]} ${kind}` : id);
  return `${name(from)} – ${name(to)}`;
}
