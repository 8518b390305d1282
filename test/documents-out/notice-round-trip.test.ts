import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { readDocument } from '../../src/documents/in/read-document.ts';
import { closePdfPool, writeDocument } from '../../src/documents/out/index.ts';
import { type ReadResult, readRecords } from '../../src/domain/intake/read-records.ts';
import { type AgendaContent, noticeDocument } from '../../src/domain/meetings/index.ts';
import { noSeeds, readSeed, recordsOf } from '../support/seeds.ts';

after(closePdfPool);

describe('the notice of seed 001, read, printed by us and read again', () => {
  for (const format of ['pdf', 'docx'] as const)
    it(`says the same in the same order, as ${format.toUpperCase()}`, { skip: noSeeds }, async () => {
      const { result } = readSeed('001');
      const notice = noticeIn(result);
      assert.deepEqual(countsIn(notice), { seats: 14, slots: 14, items: 8, decisions: 3 });
      const content = contentOf(notice);
      const tree = noticeDocument({ authority: 'Region Prov', content, dated: content.meeting.heldOn, contact: null });
      const { bytes } = await writeDocument(tree, format);
      const again = readRecords(await readDocument({ fileName: `kallelse.${format}`, bytes }), `kallelse.${format}`);
      assert.deepEqual(plain(noticeIn(again)), plain(notice));
    });
});

type Notice = ReturnType<typeof noticeIn>;

function noticeIn(result: ReadResult) {
  const [meeting] = recordsOf(result, 'meeting').filter(({ cited }) => !cited);
  assert.ok(meeting, 'No meeting was read.');
  const proposed = recordsOf(result, 'decision').filter(({ status }) => status === 'proposed');
  return {
    meeting,
    seats: recordsOf(result, 'seat'),
    slots: recordsOf(result, 'timeslot'),
    items: recordsOf(result, 'agendaItem').filter(({ rule }) => rule === 'agenda-item-numbered'),
    decisions: proposed.filter((decision, index) => proposed.findIndex(({ item }) => item === decision.item) === index),
  };
}

function countsIn({ seats, slots, items, decisions }: Notice) {
  return { seats: seats.length, slots: slots.length, items: items.length, decisions: decisions.length };
}

/** What the records say, without where they were read. */
function plain({ meeting, seats, slots, items, decisions }: Notice) {
  const bare = (text: string) => text.replace(/[,.;]?(?:\s+samt)?[,.;]?$/u, '');
  return {
    meeting: [meeting.body, meeting.date, meeting.start, meeting.end, meeting.place, meeting.mode, meeting.adjustBy],
    seats: seats.map(({ person, vacant, party, role, kind }) => ({ person, vacant, party, role, kind })),
    slots: slots.map(({ start, end, title, presenters }) => ({ start, end, title, presenters })),
    items: items.map(({ number, title, diaryNumber, presenters, documents, points }) => ({
      number,
      title,
      diaryNumber,
      presenters,
      documents,
      points,
    })),
    decisions: decisions.map(({ item, clauses }) => ({ item, clauses: clauses.map(bare) })),
  };
}

/** The agenda that the records would make, as it is frozen. */
function contentOf({ meeting, seats, slots, items, decisions }: Notice): AgendaContent {
  const nothing = { registrationNumber: null, summary: null, exercisesAuthority: false, doorsClosed: false };
  return {
    format: 1,
    meeting: {
      kind: 'meeting',
      title: null,
      bodies: [meeting.body],
      heldOn: meeting.date,
      lastDay: null,
      startsAt: meeting.start ?? null,
      endsAt: meeting.end ?? null,
      place: meeting.place ?? null,
      mode: meeting.mode ?? null,
      adjustBy: meeting.adjustBy ?? null,
      note: null,
    },
    items: items.flatMap((item) => [
      {
        ...nothing,
        id: `item-${item.number}`,
        parentId: null,
        number: String(item.number),
        title: item.title,
        category: item.category,
        registrationNumber: item.diaryNumber ?? null,
        presenters: item.presenters,
        summary: item.summary ?? null,
        proposals: decisions
          .filter((decision) => decision.item === item.number)
          .map(({ clauses }) => ({ body: meeting.body, title: item.title, clauses })),
        documents: item.documents.map((title) => ({ id: title, title, sha256: title })),
        memo: null,
      },
      ...item.points.map(({ title, presenters }, index) => ({
        ...nothing,
        id: `item-${item.number}-${index}`,
        parentId: `item-${item.number}`,
        number: `${item.number}.${index + 1}`,
        title,
        category: 'standing' as const,
        presenters,
        proposals: [],
        documents: [],
        memo: null,
      })),
    ]),
    slots: slots.map(({ start, end, title, presenters }) => ({
      startsAt: start,
      endsAt: end,
      title,
      presenters,
      pause: false,
    })),
    calls: seats.map(({ kind, person, party, role }) => ({
      kind: kind === 'member' ? ('called' as const) : ('notified' as const),
      name: person ?? null,
      party: party ?? null,
      role: role ?? null,
    })),
  };
}
