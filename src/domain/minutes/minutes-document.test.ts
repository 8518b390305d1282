import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildHeldMeeting, buildMinutes, buildSigner } from '../../../test/support/build-minutes.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { checkTree, type DocumentTree, inlinesOf, outlineOf, plainText } from '../../documents/tree/index.ts';
import { authorize, operatorOf } from '../access/index.ts';
import { declareDisqualification, noteEvent } from '../attendance/index.ts';
import { rulesOf } from '../organisation/index.ts';
import { adjustersNamedIn } from './adjusters-named.ts';
import { attendanceBlocks } from './attendance-document.ts';
import { composeMinutes, readMinutesDraft } from './compose-minutes-reader.ts';
import { extractDocument } from './extract-document.ts';
import { extractOf } from './extract-reader.ts';
import { minutesDocument } from './minutes-document.ts';
import { type MinutesFacts, type SectionFacts, sectionRange } from './minutes-facts.ts';
import { publicStanding } from './public-minutes.ts';
import { minutesHash } from './tree-hash.ts';

let t: TestDatabase;
before(async () => {
  t = await openTestDatabase();
});
after(() => t.close());

type Reading = Parameters<Parameters<TestDatabase['db']['read']>[1]>[0];
const read = <T>(run: (r: Reading) => Promise<T>) => t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);
const wordsOf = (tree: Pick<DocumentTree, 'blocks'>) =>
  tree.blocks
    .flatMap((block) =>
      block.kind === 'facts'
        ? block.facts.map(({ label, value }) => `${label}: ${value}`)
        : inlinesOf(block).map(plainText),
    )
    .join('\n');

const section: SectionFacts = {
  itemId: '00000000-0000-4000-8000-000000000001',
  number: 41,
  itemNumber: '4',
  title: 'Rapport om uppdrag',
  registrationNumber: '20RS10323',
  presenters: ['Föredragande Ett'],
  adjustedAtOnce: { declared: false, on: null },
  decisions: [
    {
      id: '00000000-0000-4000-8000-000000000002',
      title: 'Rapporten',
      body: 'Nämnden',
      made: true,
      clauses: ['att godkänna rapporten'],
      decidedOn: '2020-11-24',
    },
  ],
  outcome: null,
  motivation: null,
  summary: 'Kort om saken.\n\n- ett\n- två',
  deliberation: null,
  documents: ['FöredragningsPM'],
  proposed: [],
  proposals: [
    { label: 'avslag på förslaget', movers: ['A (S)', 'B (S)'], clauses: [], motivation: null, withdrawn: false },
    { label: 'återtaget yrkande', movers: ['C (M)'], clauses: [], motivation: null, withdrawn: true },
  ],
  propositions: [
    {
      orderText: 'Först bifall mot avslag.',
      yesMeans: 'bifall',
      noMeans: 'avslag',
      chairFinding: null,
      vote: {
        secret: false,
        yes: 2,
        no: 1,
        abstain: 0,
        result: 'Svaret är ja.',
        casts: [{ name: 'A', party: 'S', choice: 'nej' }],
      },
    },
  ],
  dissent: [{ kind: 'reservation', label: 'Reservation', people: ['A (S)'], statement: 'Jag hade velat annat.' }],
  disqualified: [{ name: 'D', ground: 'är part' }],
  questions: [],
  sentTo: ['Kommunerna'],
};
const person = { party: null, role: null, organisation: null, during: null };
const facts: MinutesFacts = {
  authority: 'Provregionen',
  body: 'Nämnden',
  form: 'sections',
  decisionPlace: 'first',
  title: null,
  heldOn: '2020-11-24',
  lastDay: null,
  startsAt: '09:00',
  endsAt: '15:30',
  place: 'Regionhuset',
  secretary: 'Siv',
  signers: [
    { role: 'chair', name: 'Ordföranden' },
    { role: 'adjuster', name: 'Justeraren' },
  ],
  adjustPlace: 'Digitalt',
  adjustBy: '2020-12-08',
  attendance: {
    members: [{ ...person, name: 'A', party: 'S' }],
    servingDeputies: [{ ...person, name: 'E', party: 'M', during: '§§ 1–4, kl. 13.00–14.10', replaces: 'F' }],
    otherDeputies: [{ ...person, name: 'G' }],
    others: [{ ...person, name: 'H', role: 'planeringschef' }],
    principals: [],
  },
  sections: [section],
  nextMeetings: [],
};

test('R-KL-51: the minutes show which members and deputies served, with their §§, apart from those who did not', () => {
  const words = wordsOf({ blocks: attendanceBlocks(facts.attendance) });
  assert.match(words, /Ledamöter\nA \(S\)\nTjänstgörande ersättare\nE \(M\), ersätter F, §§ 1–4, kl\. 13\.00–14\.10/);
  assert.match(words, /Ej tjänstgörande ersättare\nG\nÖvriga närvarande\nH, planeringschef/);
});

test('R-KL-51: from a real meeting, who left is told with the §§ that were left, and each matter has its §', async () => {
  const held = await buildHeldMeeting(t, { members: 5, deputies: 1, items: 3, close: false });
  const conduct = authorize(operatorOf(t.tenantId), 'meeting.conduct');
  await t.db.transact(conduct, { verb: 'noteEvent' }, (w) =>
    noteEvent(w, {
      meetingId: held.meetingId,
      at: '09:20',
      event: { kind: 'left', attendanceId: held.members[4]!, reason: 'leaves' },
    }),
  );
  const minutesId = await buildMinutes(t, held.meetingId);
  const { facts: gathered, tree } = await read((r) => composeMinutes(r, minutesId));
  assert.equal(gathered.attendance.members.length, 5);
  assert.match(gathered.attendance.members[4]!.during ?? '', /^§§ 1–2, kl\. 09\.00–09\.20$/);
  assert.equal(gathered.attendance.members[0]!.during, null);
  assert.deepEqual(
    gathered.sections.map(({ number }) => number),
    [1, 2, 3],
  );
  assert.deepEqual(checkTree(tree), []);
});

test('R-KL-51 does not bind an officials’ group: its attendance is told per principal, the absent struck through', () => {
  const official: MinutesFacts = {
    ...facts,
    form: 'officials',
    attendance: {
      ...facts.attendance,
      principals: [
        {
          name: 'Askersund',
          people: [
            { ...person, name: 'I', present: true },
            { ...person, name: 'J', present: false },
          ],
        },
      ],
    },
    sections: [{ ...section, number: null, presenters: ['I', 'K'] }],
    nextMeetings: [
      { heldOn: '2021-01-15', note: 'internat' },
      { heldOn: '2021-03-30', lastDay: '2021-04-01', note: null },
    ],
  };
  const tree = minutesDocument(official);
  const table = tree.blocks.find((block) => block.kind === 'table');
  assert.ok(table?.kind === 'table' && table.caption === 'Företrädare för huvudmännen');
  assert.deepEqual(
    table.rows.map(([name]) => name?.[0]?.kind === 'text' && name[0].struck === true),
    [false, true],
  );
  const words = wordsOf(tree);
  assert.doesNotMatch(words, /§|Beslutande/);
  assert.match(words, /4\. Rapport om uppdrag\nI och K föredrog ärendet\./);
  assert.match(
    words,
    /Sammanfattning av beslut[\s\S]*Nämnden beslutar att godkänna rapporten\.[\s\S]*huvudmans eget mandat/,
  );
  assert.match(words, /Kommande möten\nfredag 15 januari 2021 \(internat\)\n30 mars–1 april 2021/);
});

test('a § has its fixed headings in their order, the decision first or last by the choice of the body', () => {
  const titles = (place: 'first' | 'last') =>
    outlineOf(minutesDocument({ ...facts, decisionPlace: place }))
      .filter(({ level }) => level >= 3)
      .map(({ title }) => title)
      .slice(2);
  const course = [
    'Sammanfattning',
    'Beslutsunderlag',
    'Yrkanden',
    'Propositionsordning',
    'Omröstning',
    'Reservation',
    'Jäv',
  ];
  assert.deepEqual(titles('first'), ['Beslut', ...course, 'Skickas till']);
  assert.deepEqual(titles('last'), [...course, 'Beslut', 'Skickas till']);
  const words = wordsOf(minutesDocument(facts));
  assert.match(words, /A \(S\) och B \(S\): avslag på förslaget/);
  assert.doesNotMatch(words, /återtaget yrkande/, 'KL 5:67 asks for the proposals that were not withdrawn');
  assert.match(words, /Resultat: 2 ja, 1 nej\. Svaret är ja\./);
});

test('the same facts give the same document and the same hash, and any other word another', () => {
  assert.deepEqual(checkTree(minutesDocument(facts)), []);
  assert.equal(minutesHash(minutesDocument(facts)), minutesHash(minutesDocument(structuredClone(facts))));
  const other = { ...facts, sections: [{ ...section, summary: 'Kort om saken!' }] };
  assert.notEqual(minutesHash(minutesDocument(other)), minutesHash(minutesDocument(facts)));
});

test('R-FL-2: an extract shows day, content, who decided, who presented and who took part without deciding', async () => {
  const held = await buildHeldMeeting(t, { members: 3, deputies: 0, items: 1 });
  const minutesId = await buildMinutes(t, held.meetingId);
  const extract = await read((r) => extractOf(r, minutesId, held.itemIds[0]!));
  const tree = extractDocument({ ...extract.facts, appeal: [] }, extract.section);
  const labels = (tree.facts ?? []).map(({ label }) => label);
  for (const label of ['Beslutsdag', 'Beslutat av', 'Föredragande', 'Deltog utan att besluta'])
    assert.ok(labels.includes(label), label);
  assert.equal(extract.facts.decidedBy.length, 4, 'the body, and the three who served');
  assert.match(wordsOf(tree), /att godkänna ärende 1/);
  assert.deepEqual(checkTree(tree), []);
});

test('R-FL-2 does not bind an officials’ group to name members: it names its principals', async () => {
  const held = await buildHeldMeeting(t, { kind: 'officialsGroup', items: 1 });
  const minutesId = await buildMinutes(t, held.meetingId);
  const { facts: said } = await read((r) => extractOf(r, minutesId, held.itemIds[0]!));
  assert.deepEqual(said.decidedBy, [said.body]);
});

const standing = (kind: Parameters<typeof rulesOf>[0], more: Partial<Parameters<typeof publicStanding>[1]> = {}) =>
  publicStanding(rulesOf(kind, [], '2026-02-24'), {
    state: 'adjusted',
    adjustedOn: '2026-03-02',
    dispatched: false,
    caseClosed: false,
    ...more,
  });

test('R-TF-1: minutes of a nämnd become an official document when they are adjusted', () => {
  assert.equal(standing('committee'), 'official');
});

test('R-TF-1 does not bind a drafting committee that way: adjusted minutes wait until they are sent out or the matter is closed', () => {
  assert.equal(standing('draftingCommittee'), 'preparing');
  assert.equal(standing('draftingCommittee', { dispatched: true }), 'official');
  assert.equal(standing('draftingCommittee', { caseClosed: true }), 'official');
});

test('R-TF-2: a draft is no official document, whatever has happened around it; what is archived always is', () => {
  assert.equal(standing('committee', { state: 'signing', adjustedOn: null, dispatched: true }), 'draft');
  assert.equal(standing('draftingCommittee', { state: 'archived' }), 'official');
});

test('R-TF-2 does not bind a draft to be archived: what was never adjusted has no way to the archive', () => {
  assert.equal(standing('officialsGroup', { state: 'draft', adjustedOn: null }), 'draft');
});

test('adjusters are read from the words that seed 001 appoints them with', () => {
  assert.deepEqual(
    adjustersNamedIn(['att jämte ordföranden justera dagens protokoll utse Anna Ek (M) med Bo Al (L) som ersättare.']),
    [{ name: 'Anna Ek', party: 'M', substitute: 'Bo Al' }],
  );
  assert.deepEqual(
    adjustersNamedIn(['att utse Anna Ek (M) och Cia By (S) att justera protokollet']).map(({ name }) => name),
    ['Anna Ek', 'Cia By'],
  );
  assert.deepEqual(
    adjustersNamedIn(['att jämte ordföranden justera protokollet utse Anna Ek (M) och Cia By (S)']).map(
      ({ name }) => name,
    ),
    ['Anna Ek', 'Cia By'],
  );
  assert.deepEqual(adjustersNamedIn(['att godkänna rapporten']), []);
});

test('numbers of §§ are printed as runs', () => {
  assert.equal(sectionRange([]), null);
  assert.equal(sectionRange([41]), '§ 41');
  assert.equal(sectionRange([43, 41, 42, 45]), '§§ 41–43, 45');
});

test('a draft leaves out the § from which its reader is disqualified, and shows it to everybody else', async () => {
  const held = await buildHeldMeeting(t, { members: 5, items: 2, close: false });
  const minutesId = await buildMinutes(t, held.meetingId);
  const reader = await buildSigner(t, held.bodyId);
  await t.db.transact(authorize(operatorOf(t.tenantId), 'meeting.conduct'), { verb: 'test' }, async (w) => {
    await w.db
      .updateTable('account')
      .set({ person_id: held.personIds[2]! })
      .where('tenant_id', '=', t.tenantId)
      .where('id', '=', reader.accountId)
      .execute();
    await declareDisqualification(w, {
      itemId: held.itemIds[0]!,
      attendanceId: held.members[2]!,
      ground: 'own',
      declaredBySelf: true,
      at: '09:30',
    });
  });
  const numbers = async (actor: Parameters<typeof authorize>[0]) => {
    const draft = await t.db.read(authorize(actor, 'record.read'), (r) => readMinutesDraft(r, minutesId));
    return draft.facts.sections.map(({ number }) => number);
  };
  assert.deepEqual(await numbers(reader), [2]);
  assert.deepEqual(await numbers(operatorOf(t.tenantId)), [1, 2]);
});
