import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ItemCategory, MeetingKind, MeetingState } from '../meetings/index.ts';
import { itemCategoryCodes, meetingKindCodes, meetingStateCodes } from '../meetings/index.ts';
import { bodyKindNames } from '../organisation/index.ts';
import { type AnswerFacts, type DecisionFact, type OccasionFact, wasHeld } from './answer-facts.ts';
import { type AnswerType, answerTypeCodes, readAnswerType } from './answer-types.ts';
import { evidenceOfDraft, judgeClaims, knownSources } from './claim-evidence.ts';
import { draftAnswer, textOf } from './draft-answer.ts';

const assignment = { id: 'uppdraget', number: 4, title: 'Att följa processen med piloten', fullText: null };
const beredning = { id: 'beredningen', kind: 'draftingCommittee' as const, name: 'Beredning för nära vård' };
const facts = (own: Partial<AnswerFacts> = {}): AnswerFacts => ({
  assignment,
  body: beredning,
  year: 2023,
  reportDate: '2023-11-30',
  hasPart: true,
  occasions: [],
  heldMeetings: [],
  decisions: [],
  position: null,
  ...own,
});
const item = (date: string, title = 'Föredragning', own: Partial<OccasionFact> = {}): OccasionFact => ({
  itemId: `${date} ${title}`,
  date: `2023-${date}`,
  title,
  category: 'information',
  meetingKind: 'meeting',
  meetingState: 'closed',
  ...own,
});
const visit = (date: string, title = 'Studiebesök') =>
  item(date, title, { meetingKind: 'studyVisit', category: 'studyVisit' });
const planned = (date: string, title: string) => item(date, title, { meetingState: 'planned' });
const position = (answerType: AnswerType, text: string) => ({ id: 'ställningen', answerType, text });
const decision = (title: string, date: string, own: Partial<DecisionFact> = {}): DecisionFact => ({
  id: title,
  bodyId: 'nämnden',
  bodyName: 'Hälso- och sjukvårdsnämnden',
  title,
  date,
  precision: 'day',
  ...own,
});

const elsewhere = { hasPart: false };
const piloten = decision('Genomförande av pilotprojektet', '2022-12-01', { precision: 'month' });
const plan = decision('Regional handlingsplan i patientsäkerhet', '2023-09-07');
const everyMeeting = { heldMeetings: ['2023-03-14', '2023-05-30', '2023-09-20'] };
const access = ['03-14', '05-30', '09-20'].map((date) => item(date, 'Tillgänglighet'));

/** All 23 assignments of list A1: the facts as the register holds them, the answer type and the meetings that seed 000 names. */
const listA1: readonly (readonly [number, Partial<AnswerFacts>, AnswerType, readonly string[]])[] = [
  [1, { position: position('absorbed', 'Uppdraget har införlivats i arbetet med utvecklingsplanen.') }, 'absorbed', []],
  [2, { occasions: [item('03-14', 'Redogörelse kring överenskommelse nära vård')] }, 'briefing', ['03-14']],
  [3, { occasions: [item('11-15', 'Information om den årliga avgiftsöversynen')] }, 'briefing', ['11-15']],
  [
    4,
    { occasions: [item('05-30'), item('09-20'), visit('11-15')], decisions: [piloten] },
    'briefing',
    ['05-30', '09-20', '11-15'],
  ],
  [
    5,
    { occasions: [item('03-14', 'Föredragning om fast läkarkontakt'), item('05-30', 'SIP'), item('09-20', 'SIP')] },
    'briefing',
    ['03-14', '05-30', '09-20'],
  ],
  [6, { occasions: [item('05-30', 'Högkostnadsskydd för hjälpmedel')] }, 'briefing', ['05-30']],
  [7, { occasions: [planned('12-07', 'Föredragning av rapport gällande mobila team')] }, 'planned', ['12-07']],
  [
    8,
    { ...everyMeeting, occasions: [...access, item('03-14', '1177 Direkt'), item('05-30', '1177 Direkt')] },
    'briefing',
    ['03-14', '05-30', '09-20'],
  ],
  [9, { occasions: [item('05-30', 'Mellanvårdsplatser')] }, 'briefing', ['05-30']],
  [10, { occasions: [item('03-14', 'MPO och BUP'), item('11-15', 'MPO')] }, 'briefing', ['03-14', '11-15']],
  [11, { occasions: [item('09-20', 'Förstärkt barnhälsovård')] }, 'briefing', ['09-20']],
  [
    12,
    { position: position('notNow', 'Uppdraget ligger inte inom beredningens område i det här skedet.') },
    'notNow',
    [],
  ],
  [13, elsewhere, 'elsewhere', []],
  [14, elsewhere, 'elsewhere', []],
  [
    15,
    { occasions: [item('09-20', 'Förstärkt barnhälsovård'), item('03-14', 'Samverkan')] },
    'briefing',
    ['03-14', '09-20'],
  ],
  [16, { position: position('notConcerned', 'Beredningen berörs ej av uppdraget.') }, 'notConcerned', []],
  [17, { decisions: [plan] }, 'decided', []],
  [18, { position: position('absorbed', 'Uppdraget är en del i kommande färdplanearbete.') }, 'absorbed', []],
  [19, {}, 'notDealtWith', []],
  [20, elsewhere, 'elsewhere', []],
  [21, {}, 'notDealtWith', []],
  [22, elsewhere, 'elsewhere', []],
  [23, elsewhere, 'elsewhere', []],
];
test('list A1 has all 23 assignments once', () => {
  assert.deepEqual(
    listA1.map(([number]) => number),
    Array.from({ length: 23 }, (_, index) => index + 1),
  );
});
for (const [number, own, answerType, meetings] of listA1)
  test(`A1 nr ${number} is ${answerType}${meetings.length ? ` of ${meetings.join(', ')}` : ''}`, () => {
    const all = facts({ ...own, assignment: { ...assignment, number } });
    const draft = draftAnswer(all);
    assert.equal(draft.answerType, answerType);
    assert.equal(readAnswerType(textOf(draft)), answerType, 'a reader of the text gives it the same type');
    const proofs = draft.sentences.flatMap((one) => one.evidence).filter((one) => one.noun === 'agendaItem');
    const dates = proofs.map((one) => all.occasions.find((occasion) => occasion.itemId === one.id)!.date);
    assert.deepEqual(
      [...new Set(dates)].sort(),
      meetings.map((date) => `2023-${date}`),
    );
    const claims = judgeClaims(textOf(draft), evidenceOfDraft(draft), knownSources(all), 2023);
    assert.deepEqual(
      claims.filter((claim) => claim.state !== 'supported' && answerType !== 'elsewhere'),
      [],
    );
  });

const texts: readonly (readonly [string, Partial<AnswerFacts>, string])[] = [
  [
    'two briefings of the same kind are one sentence',
    { occasions: [item('05-30'), item('09-20')] },
    'Föredragning vid beredningens sammanträde den 30 maj och den 20 september.',
  ],
  [
    'three days make a list, and the first meeting is the body’s own',
    { occasions: [item('03-14', 'SIP'), item('05-30', 'SIP'), item('09-20', 'SIP'), item('09-20', 'Barnhälsovård')] },
    'Information om SIP vid beredningens sammanträde den 14 mars, den 30 maj och den 20 september. Information om barnhälsovård vid sammanträdet den 20 september.',
  ],
  [
    'later meetings on several days are in the plural',
    { occasions: [item('03-14', 'SIP'), item('05-30', 'BUP'), item('09-20', 'BUP')] },
    'Information om SIP vid beredningens sammanträde den 14 mars. Information om BUP vid sammanträdena den 30 maj och den 20 september.',
  ],
  ['a study visit', { occasions: [visit('11-15')] }, 'Redogörelse i samband med studiebesök den 15 november.'],
  [
    'a study visit to somewhere',
    { occasions: [visit('11-15', 'Studiebesök på vårdcentralen')] },
    'Redogörelse i samband med studiebesök på vårdcentralen den 15 november.',
  ],
  [
    'what is planned has its year',
    { occasions: [planned('12-07', 'Föredragning av rapporten')] },
    'Vid sammanträdet den 7 december 2023 planeras föredragning av rapporten.',
  ],
  ['nothing', {}, 'Frågan har inte behandlats av beredningen.'],
  [
    'the noun of the body is right',
    { body: { ...beredning, kind: 'officialsGroup' } },
    'Frågan har inte behandlats av gruppen.',
  ],
  [
    'a nämnd has meetings of its own',
    { body: { ...beredning, kind: 'committee' }, occasions: [item('05-30')] },
    'Föredragning vid nämndens sammanträde den 30 maj.',
  ],
  [
    'a decision of another body',
    { decisions: [plan] },
    'Regional handlingsplan i patientsäkerhet beslutades av hälso- och sjukvårdsnämnden den 7 september 2023.',
  ],
  [
    'a decision known to the month',
    { decisions: [{ ...piloten, date: '2023-12-01' }] },
    'Genomförande av pilotprojektet beslutades av hälso- och sjukvårdsnämnden i december 2023.',
  ],
  [
    'every meeting, when it is true',
    { ...everyMeeting, occasions: access },
    'Vid varje sammanträde har beredningen fått information om tillgänglighet.',
  ],
  [
    'not every meeting, when one lacks it',
    { heldMeetings: [...everyMeeting.heldMeetings, '2023-11-15'], occasions: access },
    'Information om tillgänglighet vid beredningens sammanträde den 14 mars, den 30 maj och den 20 september.',
  ],
  [
    'a subject that the assignment says itself is not repeated',
    { occasions: [item('05-30', 'Processen med piloten', { category: 'inDepth' })] },
    'Föredragning vid beredningens sammanträde den 30 maj.',
  ],
  [
    'an in-depth item under its heading',
    { occasions: [item('05-30', 'Fördjupning specialistvård: Venöst centrum', { category: 'inDepth' })] },
    'Föredragning om venöst centrum vid beredningens sammanträde den 30 maj.',
  ],
  [
    'a position stands first, then what was held',
    { position: position('absorbed', 'Uppdraget har införlivats i planen'), occasions: [item('05-30')] },
    'Uppdraget har införlivats i planen. Föredragning vid beredningens sammanträde den 30 maj.',
  ],
  [
    'a refusal stands alone, whatever was held',
    { position: position('notConcerned', 'Beredningen berörs ej av uppdraget.'), occasions: [item('05-30')] },
    'Beredningen berörs ej av uppdraget.',
  ],
  [
    'the body’s own words before its briefings',
    { position: position('briefing', 'Redogörelser har getts vid flera tillfällen.'), occasions: [item('05-30')] },
    'Redogörelser har getts vid flera tillfällen. Föredragning vid beredningens sammanträde den 30 maj.',
  ],
  ['an assignment of others', { hasPart: false }, 'Uppdrag 4 riktas till annan beredning.'],
  [
    'a workshop and a joint meeting are called what they are',
    {
      occasions: [
        item('10-23', 'Kultur och värden', { meetingKind: 'workshop', category: 'workshop' }),
        item('11-24', 'Nära vård', { meetingKind: 'jointMeeting' }),
      ],
    },
    'Workshop om kultur och värden den 23 oktober. Information om nära vård vid gemensamt sammanträde den 24 november.',
  ],
];
for (const [name, own, text] of texts)
  test(`drafting: ${name}`, () => assert.equal(textOf(draftAnswer(facts(own))), text));

test('a summoned meeting is planned before its day and held after it; one that only stands as planned is not held', () => {
  const summoned = { date: '2023-12-07', meetingState: 'summoned' as const };
  assert.deepEqual([wasHeld(summoned, '2023-12-06'), wasHeld(summoned, '2023-12-07')], [false, true]);
  assert.equal(wasHeld({ ...summoned, meetingState: 'planned' }, '2026-01-01'), false);
  assert.equal(wasHeld({ ...summoned, meetingState: 'closed' }, '2023-01-01'), true);
});

const anyDay = fc
  .integer({ min: 0, max: 364 })
  .map((day) => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10));
const anyTitle = fc.constantFrom(
  'Föredragning',
  'SIP',
  'Information om läget',
  'Tema: Vården',
  'Nära vård.',
  'Studiebesök på X',
);
const anyOccasion = fc.record({
  itemId: fc.uuid(),
  date: anyDay,
  title: anyTitle,
  category: fc.constantFrom<ItemCategory>(...itemCategoryCodes),
  meetingKind: fc.constantFrom<MeetingKind>(...meetingKindCodes),
  meetingState: fc.constantFrom<MeetingState>(...meetingStateCodes.filter((state) => state !== 'cancelled')),
});
const anyFacts = fc.record({
  kind: fc.constantFrom(...bodyKindNames),
  hasPart: fc.boolean(),
  reportDate: anyDay,
  occasions: fc.uniqueArray(anyOccasion, { maxLength: 8, selector: (one) => one.itemId }),
  heldMeetings: fc.uniqueArray(anyDay, { maxLength: 4 }),
  decided: fc.boolean(),
  position: fc.option(
    fc
      .constantFrom<AnswerType>(...answerTypeCodes)
      .map((type) => position(type, 'Beredningen har sagt detta. Och mer.')),
  ),
});
const factsFrom = ({ kind, decided, ...own }: typeof anyFacts extends fc.Arbitrary<infer T> ? T : never) =>
  facts({ ...own, body: { ...beredning, kind }, decisions: decided ? [plan] : [] });

test('property: each drafted sentence has evidence, and the register of the same moment supports it', () => {
  fc.assert(
    fc.property(anyFacts, (own) => {
      const all = factsFrom(own);
      const draft = draftAnswer(all);
      assert.ok(draft.sentences.length > 0);
      for (const one of draft.sentences) assert.ok(one.evidence.length > 0, one.text);
      if (draft.answerType === 'elsewhere') return;
      for (const claim of judgeClaims(textOf(draft), evidenceOfDraft(draft), knownSources(all), all.year))
        assert.equal(claim.state, 'supported', `${claim.text} ${JSON.stringify(claim)}`);
    }),
    { numRuns: 300 },
  );
});

test('property: an occasion that moves or goes is seen in the sentence that named it', () => {
  fc.assert(
    fc.property(anyFacts, fc.nat(), (own, pick) => {
      const all = factsFrom({ ...own, heldMeetings: [] });
      const draft = draftAnswer(all);
      const used = draft.sentences.flatMap((one) => one.evidence).filter((one) => one.noun === 'agendaItem');
      fc.pre(used.length > 0);
      const gone = used[pick % used.length]!.id;
      const evidence = evidenceOfDraft(draft);
      const without = { ...all, occasions: all.occasions.filter((one) => one.itemId !== gone) };
      const moved = {
        ...all,
        occasions: all.occasions.map((one) => (one.itemId === gone ? { ...one, date: '2024-02-29' } : one)),
      };
      for (const later of [without, moved]) {
        const states = judgeClaims(textOf(draft), evidence, knownSources(later), all.year).map((claim) => claim.state);
        assert.ok(states.includes('sourceGone'));
      }
    }),
    { numRuns: 300 },
  );
});
