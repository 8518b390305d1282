import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { meetingStateCodes } from '../meetings/index.ts';
import { type DayFacts, type DayMeeting, findingsOfClaim, occasionFindings } from './claim-findings.ts';
import type { OccasionMention } from './claim-mentions.ts';

const own = { bodyId: 'beredningen', year: 2023 };
const names = new Map([
  ['beredningen', 'Beredningen'],
  ['nämnden', 'Nämnden'],
]);
const meeting = (date: string, more: Partial<DayMeeting> = {}): DayMeeting => ({
  id: date,
  date,
  lastDay: null,
  bodyIds: ['beredningen'],
  state: 'closed',
  onlyFromReport: false,
  ...more,
});
const facts = (more: Partial<DayFacts> = {}): DayFacts => ({ meetings: [], decisions: [], bodyNames: names, ...more });
const said = (date: string, bodyId = 'beredningen', sort: OccasionMention['sort'] = 'meeting') => ({
  occasions: [{ date, bodyIds: [bodyId], bodyNamed: true, sort }],
});
const kinds = (...[mentions, found]: [ReturnType<typeof said>, DayFacts]) =>
  occasionFindings(mentions, found, own).map((one) => one.kind);

const rows: readonly (readonly [string, ReturnType<typeof said>, DayFacts, readonly string[]])[] = [
  ['a held meeting of the body that day', said('2023-03-14'), facts({ meetings: [meeting('2023-03-14')] }), []],
  ['no meeting that day', said('2023-03-15'), facts({ meetings: [meeting('2023-03-14')] }), ['missingMeeting']],
  [
    'a meeting of another body',
    said('2023-03-14', 'nämnden'),
    facts({ meetings: [meeting('2023-03-14')] }),
    ['missingMeeting'],
  ],
  [
    'a joint meeting is of each',
    said('2023-03-14', 'nämnden'),
    facts({ meetings: [meeting('2023-03-14', { bodyIds: ['beredningen', 'nämnden'] })] }),
    [],
  ],
  [
    'the second day of a meeting of two',
    said('2023-03-15'),
    facts({ meetings: [meeting('2023-03-14', { lastDay: '2023-03-15' })] }),
    [],
  ],
  [
    'a planned meeting',
    said('2023-12-07'),
    facts({ meetings: [meeting('2023-12-07', { state: 'planned' })] }),
    ['futureMeeting'],
  ],
  [
    'a cancelled meeting',
    said('2023-12-07'),
    facts({ meetings: [meeting('2023-12-07', { state: 'cancelled' })] }),
    ['futureMeeting'],
  ],
  ['a meeting under way', said('2023-12-07'), facts({ meetings: [meeting('2023-12-07', { state: 'opened' })] }), []],
  [
    'one cancelled and one held that day',
    said('2023-03-14'),
    facts({ meetings: [meeting('2023-03-14', { state: 'cancelled' }), meeting('2023-03-14')] }),
    [],
  ],
  [
    'only the report tells of its own meeting',
    said('2023-03-14'),
    facts({ meetings: [meeting('2023-03-14', { onlyFromReport: true })] }),
    ['onlyFromReport'],
  ],
  [
    'only the report tells of a meeting of another year',
    said('2022-03-14'),
    facts({ meetings: [meeting('2022-03-14', { onlyFromReport: true })] }),
    ['missingMeeting'],
  ],
  [
    'only the report tells of another body',
    said('2023-03-14', 'nämnden'),
    facts({ meetings: [meeting('2023-03-14', { bodyIds: ['nämnden'], onlyFromReport: true })] }),
    ['missingMeeting'],
  ],
  [
    'a decision of the day',
    said('2023-09-07', 'nämnden', 'decision'),
    facts({ decisions: [{ id: 'b', when: '2023-09-07', bodyId: 'nämnden', onlyFromReport: false }] }),
    [],
  ],
  [
    'a decision known to the month',
    said('2023-09-07', 'nämnden', 'decision'),
    facts({ decisions: [{ id: 'b', when: '2023-09', bodyId: 'nämnden', onlyFromReport: false }] }),
    [],
  ],
  [
    'a decision known to the year proves no day',
    said('2023-09-07', 'nämnden'),
    facts({ decisions: [{ id: 'b', when: '2023', bodyId: 'nämnden', onlyFromReport: false }] }),
    ['missingMeeting'],
  ],
  ['what is no meeting', said('2023-07-01', 'beredningen', 'other'), facts(), []],
];
for (const [name, mentions, found, expected] of rows)
  test(name, () => assert.deepEqual(kinds(mentions, found), expected));

test('a summoned meeting is to come until its day', () => {
  const found = occasionFindings(
    said('2023-12-07'),
    facts({ meetings: [meeting('2023-12-07', { state: 'summoned' })] }),
    own,
  );
  assert.deepEqual(
    found.map(({ kind, until }) => [kind, until]),
    [['futureMeeting', '2023-12-07']],
  );
});

test('without evidence is said only where nothing graver says why', () => {
  const none = { state: 'unsupported' as const, evidence: [] };
  assert.deepEqual(
    findingsOfClaim(none, [], []).map((one) => one.kind),
    ['unsupported'],
  );
  const missing = occasionFindings(said('2023-03-15'), facts(), own);
  assert.deepEqual(
    findingsOfClaim(none, missing, []).map((one) => one.kind),
    ['missingMeeting'],
  );
  const planned = { state: 'supported' as const, evidence: [{ date: '2023-12-07', stillPlanned: true, gone: false }] };
  assert.deepEqual(
    findingsOfClaim(planned, [], []).map((one) => one.kind),
    ['futureMeeting'],
  );
  assert.deepEqual(
    findingsOfClaim(
      { ...planned, state: 'sourceGone', evidence: [{ ...planned.evidence[0]!, gone: true }] },
      [],
      [],
    ).map((one) => one.kind),
    ['sourceGone'],
  );
});

const anyMeeting = fc.record({
  id: fc.uuid(),
  date: fc.constantFrom('2023-03-14', '2023-05-30', '2022-09-10'),
  lastDay: fc.constant(null),
  bodyIds: fc.constantFrom(['beredningen'], ['nämnden'], ['beredningen', 'nämnden']),
  state: fc.constantFrom(...meetingStateCodes),
  onlyFromReport: fc.boolean(),
});
test('property: a meeting that somebody else shows as held silences the day; taking every meeting away makes it missing', () => {
  fc.assert(
    fc.property(
      fc.array(anyMeeting, { maxLength: 6 }),
      fc.constantFrom('2023-03-14', '2022-09-10'),
      (meetings, date) => {
        const shown = [...meetings, meeting(date)];
        assert.deepEqual(kinds(said(date), facts({ meetings: shown })), []);
        assert.deepEqual(kinds(said(date), facts({ meetings: shown.filter((one) => one.date !== date) })), [
          'missingMeeting',
        ]);
        const circular = meetings.map((one) => ({ ...one, state: 'closed' as const, onlyFromReport: true }));
        const found = kinds(said(date), facts({ meetings: circular }));
        assert.ok(found.length === 1, 'what only the report tells never passes in silence');
      },
    ),
  );
});
