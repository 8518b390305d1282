import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildNote, buildNoteTaker, buildVisit } from '../../../test/support/build-joint.ts';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { checkTree, type DocumentTree, outlineOf, plainText } from '../../documents/tree/index.ts';
import type { Id } from '../../kernel/id.ts';
import { authorize, operatorOf } from '../access/index.ts';
import {
  addAgendaItem,
  findVisit,
  getGathering,
  groupProblems,
  listMeetingNotes,
  notesDocument,
  notesOfItem,
  officialsItemsOf,
  recordVisit,
  saveMeetingNote,
  setDiscussionGroups,
  setThemeQuestions,
  slidesSentence,
  subGroupSentence,
  unwrittenNote,
  writeOfficialsItem,
} from './index.ts';

let t: TestDatabase;
before(async () => {
  t = await openTestDatabase();
});
after(() => t?.close());

const operator = () => operatorOf(t.tenantId);
const read = <T>(run: Parameters<TestDatabase['db']['read']>[1]) =>
  t.db.read(authorize(operator(), 'record.read'), run) as Promise<T>;
const save = (input: Parameters<typeof saveMeetingNote>[1]) =>
  t.db.transact(authorize(operator(), 'memo.write'), { verb: 'saveMeetingNote' }, (w) => saveMeetingNote(w, input));
const paragraphsOf = (tree: DocumentTree): readonly string[] =>
  tree.blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'heading'
      ? [plainText(block.content)]
      : block.kind === 'list'
        ? block.items.map(({ content }) => plainText(content))
        : [],
  );

/** A joint meeting like that of seed 001: an introduction, a theme with questions and two items under it, a summing-up. */
async function jointMeeting(): Promise<{
  readonly meetingId: Id<'meeting'>;
  readonly bodies: readonly Id<'body'>[];
  readonly items: readonly Id<'agendaItem'>[];
  readonly themeId: Id<'agendaItem'>;
}> {
  const bodies = [await buildBody(t, { kind: 'draftingCommittee' }), await buildBody(t, { kind: 'draftingCommittee' })];
  const meetingId = await buildMeeting(t, {
    bodyId: bodies[0]!,
    jointBodyIds: [bodies[1]!],
    kind: 'jointMeeting',
    heldOn: '2026-02-20',
    place: 'Eken',
  });
  const add = (title: string, more: object = {}) => buildAgendaItem(t, { meetingId, title, ...more });
  const first = await add('Inledning');
  const themeId = await add('En scen i rörelse', { category: 'theme', summary: 'Om att resa.' });
  const under = [await add('Läget', { parentId: themeId }), await add('Exempel', { parentId: themeId })];
  const last = await add('Summering');
  return { meetingId, bodies, themeId, items: [first, ...under, last] };
}

test('notes of several note-takers become one document with their names, in the form of a joint meeting', async () => {
  const { meetingId, themeId, items } = await jointMeeting();
  await t.db.transact(authorize(operator(), 'meeting.edit'), { verb: 'setThemes' }, async (w) => {
    await setThemeQuestions(w, { itemId: themeId, questions: ['Vart åker vi?', ' ', 'Vem betalar?'] });
    await setDiscussionGroups(w, {
      meetingId,
      groups: [
        { name: 'Grupp 1', people: ['Anna Ek', 'Bo Al'] },
        { name: 'Grupp 2', people: ['Cia Ö'] },
      ],
    });
  });
  const [anna, bo] = [await buildNoteTaker(t, meetingId, 'Anna Ek'), await buildNoteTaker(t, meetingId, 'Bo Al')];
  await assert.rejects(buildNoteTaker(t, meetingId, 'Anna Ek'), { code: 'record.invalid' });
  await buildNote(t, items[1]!, anna, 'Publiken ökar.\n\nDet märks.');
  await buildNote(t, items[1]!, bo, 'Kassan växer.');
  await buildNote(t, items[3]!, bo, '   ');
  const facts = await read<Awaited<ReturnType<typeof getGathering>>>((r) => getGathering(r, meetingId));
  const tree = notesDocument({ ...facts, present: [], decisions: [] });
  assert.deepEqual(checkTree(tree), []);
  assert.deepEqual(
    outlineOf(tree).map(({ level, title }) => `${level} ${title}`),
    [
      '1 Grupper',
      '2 Grupp 1',
      '2 Grupp 2',
      '1 Föredragningar och diskussioner',
      '2 1. Inledning',
      '2 Tema 1: En scen i rörelse',
      '3 2. Läget',
      '3 3. Exempel',
      '2 4. Summering',
    ],
  );
  assert.match(tree.title, /^Sammanträdesanteckningar gemensamt sammanträde Provnämnden \d+ och Provnämnden \d+$/);
  const words = paragraphsOf(tree);
  assert.equal(words[0], 'Sammanträdesanteckningar av Anna Ek och Bo Al.');
  const at = words.indexOf('2. Läget');
  assert.deepEqual(words.slice(at + 1, at + 6), [
    'Antecknat av Anna Ek:',
    'Publiken ökar.',
    'Det märks.',
    'Antecknat av Bo Al:',
    'Kassan växer.',
  ]);
  assert.deepEqual(words.slice(words.indexOf('Frågor att diskutera:') + 1).slice(0, 2), [
    'Vart åker vi?',
    'Vem betalar?',
  ]);
});

test('two note-takers never meet, and in one text the second gets both', async () => {
  const { meetingId, items } = await jointMeeting();
  const [anna, bo] = [await buildNoteTaker(t, meetingId, 'Anna Ek'), await buildNoteTaker(t, meetingId, 'Bo Al')];
  const itemId = items[0]!;
  const start = { itemId, expectedVersion: 0 };
  await Promise.all([
    save({ ...start, noteTakerId: anna, body: 'Annas text' }),
    save({ ...start, noteTakerId: bo, body: 'Bos text' }),
  ]);
  const again = await save({ itemId, noteTakerId: anna, body: 'Annas längre text', expectedVersion: 1 });
  assert.equal(again.version, 2);
  await assert.rejects(
    save({ itemId, noteTakerId: anna, body: 'en annan skärm', expectedVersion: 1 }),
    (error: unknown) => {
      const { code, details } = error as {
        code: string;
        details: { current: { body: string }; written: { body: string } };
      };
      assert.equal(code, 'record.changedMeanwhile');
      assert.equal(details.current.body, 'Annas längre text');
      assert.equal(details.written.body, 'en annan skärm');
      return true;
    },
  );
  const notes = await read<Awaited<ReturnType<typeof listMeetingNotes>>>((r) => listMeetingNotes(r, meetingId));
  assert.deepEqual(notes.map(({ body }) => body).toSorted(), ['Annas längre text', 'Bos text']);
});

test('a note belongs to a note-taker of the same meeting', async () => {
  const [one, other] = [await jointMeeting(), await jointMeeting()];
  const stranger = await buildNoteTaker(t, other.meetingId, 'Dan Ek');
  await assert.rejects(save({ itemId: one.items[0]!, noteTakerId: stranger, body: 'x', expectedVersion: 0 }), {
    code: 'record.notFound',
  });
});

test('only texts that say something are notes', () => {
  const taker = { id: '1', name: 'Anna Ek', accountId: null };
  const note = { ...unwrittenNote('i', '1'), body: ' \n ' };
  assert.deepEqual(notesOfItem([taker], [note], 'i'), []);
  assert.deepEqual(notesOfItem([taker], [{ ...note, body: 'Ja.' }], 'i'), [{ by: 'Anna Ek', body: 'Ja.' }]);
  assert.deepEqual(notesOfItem([taker], [{ ...note, body: 'Ja.' }], 'annan'), []);
});

test('nobody sits in two groups, and two groups have not one name', () => {
  const group = (name: string, ...people: string[]) => ({ name, people });
  assert.deepEqual(groupProblems([group('1', 'Anna'), group('2', 'Bo')]), []);
  assert.deepEqual(
    groupProblems([group('1', 'Anna'), group('1', 'Anna'), group(' ')]).map(({ path, key }) => `${path} ${key}`),
    ['groups.1.name joint.groupTwice', 'groups.1.people joint.personTwice', 'groups.2.name validation.required'],
  );
});

test('a study visit has a purpose and what was learnt, in an item of its own, and prints them once', async () => {
  const bodyId = await buildBody(t, {});
  const meetingId = await buildMeeting(t, { bodyId, kind: 'studyVisit', heldOn: '2026-02-10', place: 'Teatern' });
  const itemId = await buildVisit(t, { meetingId, learnt: 'Scenen är liten.', hostedBy: 'teaterchefen' });
  const again = await t.db.transact(authorize(operator(), 'meeting.edit'), { verb: 'recordVisit' }, (w) =>
    recordVisit(w, { meetingId, expectedVersion: 1, purpose: 'Att se scenen.', learnt: 'Scenen är mycket liten.' }),
  );
  assert.equal(again, itemId);
  await assert.rejects(buildVisit(t, { meetingId, expectedVersion: 1 }), { code: 'record.changedMeanwhile' });
  const visit = await read<Awaited<ReturnType<typeof findVisit>>>((r) => findVisit(r, meetingId));
  assert.deepEqual([visit?.version, visit?.purpose, visit?.hostedBy], [2, 'Att se scenen.', null]);
  const facts = await read<Awaited<ReturnType<typeof getGathering>>>((r) => getGathering(r, meetingId));
  assert.deepEqual(
    facts.meeting.items.map(({ category, title, summary }) => [category, title, summary]),
    [['studyVisit', 'Studiebesök, Teatern', 'Scenen är mycket liten.']],
  );
  const tree = notesDocument({ ...facts, present: [{ from: 'Beredningen', names: ['Anna Ek'] }], decisions: [] });
  assert.deepEqual(
    outlineOf(tree).map(({ title }) => title),
    ['Syfte', 'Lärdomar', 'Närvarande', 'Beredningen'],
  );
});

test('an ordinary meeting has no purpose of a visit', async () => {
  const meetingId = await buildMeeting(t, { bodyId: await buildBody(t, {}) });
  await assert.rejects(buildVisit(t, { meetingId }), { code: 'joint.noVisit' });
  const visit = await buildMeeting(t, { bodyId: await buildBody(t, {}), kind: 'workshop' });
  await assert.rejects(buildVisit(t, { meetingId: visit, purpose: ' ' }), { code: 'record.invalid' });
});

test('a group’s item keeps one line per sub-group and where the slides are, in the words of seed 003', async () => {
  const meetingId = await buildMeeting(t, { bodyId: await buildBody(t, { kind: 'officialsGroup' }) });
  const itemId = await buildAgendaItem(t, { meetingId, title: 'Rapport från undergrupperna' });
  const write = (reports: Parameters<typeof writeOfficialsItem>[1]['reports'], slidesIn: string | null) =>
    t.db.transact(authorize(operator(), 'meeting.conduct'), { verb: 'writeOfficialsItem' }, (w) =>
      writeOfficialsItem(w, { itemId, reports, slidesIn }),
    );
  await write(
    [
      { subGroup: 'Söder', reporter: 'Anna Ek', report: 'Rekrytering pågår.' },
      { subGroup: '', reporter: null, report: '' },
      { subGroup: 'Norr', reporter: null, report: '' },
    ],
    'samarbetsytan',
  );
  const found = (await read<Awaited<ReturnType<typeof officialsItemsOf>>>((r) => officialsItemsOf(r, [itemId]))).get(
    itemId,
  )!;
  assert.deepEqual(found.reports.map(subGroupSentence), [
    'Söder: Anna Ek rapporterade. Rekrytering pågår.',
    'Norr: inget att rapportera.',
  ]);
  assert.equal(slidesSentence(found.slidesIn!), 'De bilder som visades finns i samarbetsytan.');
  await assert.rejects(write([{ subGroup: ' ', reporter: 'Bo Al', report: 'Något.' }], null), {
    code: 'record.invalid',
  });
  await write([], null);
  assert.equal(
    (await read<Awaited<ReturnType<typeof officialsItemsOf>>>((r) => officialsItemsOf(r, [itemId]))).size,
    0,
  );
});

test('the secretary of either body writes on the agenda of a joint meeting, another’s does not', async () => {
  const { meetingId, bodies } = await jointMeeting();
  const secretary = (bodyId: Id<'body'>) =>
    authorize(
      {
        ...operator(),
        grants: [{ role: 'committeeSecretary' as const, bodyId, validFrom: '2020-01-01', validTo: null }],
      },
      'meeting.edit',
    );
  const add = (bodyId: Id<'body'>) =>
    t.db.transact(secretary(bodyId), { verb: 'addAgendaItem' }, (w) =>
      addAgendaItem(w, { meetingId, title: 'Ännu en punkt', category: 'information' }),
    );
  await add(bodies[1]!);
  await assert.rejects(add(await buildBody(t, {})), { code: 'access.denied' });
});
