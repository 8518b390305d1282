import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, weekdayOf } from '../../kernel/civil-date.ts';
import type { Actor } from '../access/index.ts';
import {
  type DelegationAction,
  type DelegationState,
  delegationStateAfter,
  delegationStates,
  delegationTransitions,
  isHeld,
} from './delegation-transitions.ts';
import { restProblems } from './rest-work.ts';
import { countWork, lastOfWeek, mayDo, placeOf, restHolds, type WorkEntry, type WorkFinding, workKey } from './work.ts';
import { workKindCodes, workKindOf } from './work-kinds.ts';
import { digestLetter, reminderLetter, remindsOfWork, weekOf } from './work-letter.ts';

const today = '2026-03-04'; // a Wednesday
const day = fc.integer({ min: -40, max: 400 }).map((days) => addDays(today, days));
const body = { id: '00000000-0000-4000-8000-0000000000b1', name: 'Provnämnden' };

function finding(more: Partial<WorkFinding> = {}): WorkFinding {
  return {
    kind: 'doTask',
    recordId: 'r1',
    href: '/beslutsuppfoljning/r1',
    title: 'Ta fram förslag',
    body,
    dueOn: today,
    ...more,
  };
}

function entry(more: Partial<WorkEntry> = {}): WorkEntry {
  const found = finding(more);
  return { ...found, key: workKey(found), place: 'today', daysLate: 0, rest: null, delegation: null, ...more };
}

test('a piece of work stands under today, this week or later by its day, and what has no day stands last', () => {
  const place = (dueOn: string | null) => placeOf(finding({ dueOn }), { rest: null, delegation: null }, null, today);
  assert.equal(place('2026-03-01'), 'today');
  assert.equal(place(today), 'today');
  assert.equal(place('2026-03-08'), 'week');
  assert.equal(place('2026-03-09'), 'later');
  assert.equal(place(null), 'later');
});

test('a week ends on its Sunday, and the weeks of the year are those of ISO 8601', () => {
  fc.assert(
    fc.property(day, (one) => {
      const last = lastOfWeek(one);
      assert.equal(weekdayOf(last), 7);
      assert.ok(last >= one && last <= addDays(one, 8));
      if (weekdayOf(one) < 6) assert.equal(weekOf(last), weekOf(one), 'on a weekday this week');
      else assert.equal(weekOf(last), weekOf(addDays(one, 7)), 'at the weekend the coming one');
      assert.equal(weekOf(last), weekOf(addDays(last, -6)));
      assert.notEqual(weekOf(last), weekOf(addDays(last, 1)));
    }),
  );
  assert.equal(weekOf('2026-01-01'), '2026-W01');
  assert.equal(weekOf('2027-01-01'), '2026-W53');
  assert.equal(weekOf('2024-12-30'), '2025-W01');
});

test('work rests until its day and comes back on it, and never past a day of law, even when that day moves', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...workKindCodes),
      fc.option(day, { nil: null }),
      day,
      day,
      (kind, dueOn, untilOn, on) => {
        const rest = { key: 'k', untilOn, reason: 'väntar' };
        const found = finding({ kind, dueOn });
        if (on >= untilOn) assert.equal(restHolds(rest, found, on), false, 'it came back');
        if (workKindOf(kind).law !== null && dueOn !== null && on >= dueOn)
          assert.equal(restHolds(rest, found, on), false, 'nothing rests on or after its last day by law');
        // What the form takes always holds until its day.
        if (restProblems(found, rest, on).length === 0) assert.equal(restHolds(rest, found, on), true);
      },
    ),
  );
});

test('a rest needs a coming day and a reason, and says which day the law gives', () => {
  const keys = (kind: WorkFinding['kind'], dueOn: string | null, untilOn: string, reason = 'r') =>
    restProblems({ kind, dueOn }, { untilOn, reason }, today).map(({ path, key }) => `${path}: ${key}`);
  assert.deepEqual(keys('doTask', null, today, ' '), ['untilOn: work.day', 'reason: validation.required']);
  assert.deepEqual(keys('doTask', '2026-03-05', '2026-04-01'), []);
  assert.deepEqual(keys('announceMinutes', '2026-03-06', '2026-03-07'), ['untilOn: work.pastLaw']);
  assert.deepEqual(keys('announceMinutes', '2026-03-06', '2026-03-06'), []);
  assert.deepEqual(keys('announceMinutes', '2026-03-04', '2026-03-05'), ['untilOn: work.lateByLaw']);
  assert.deepEqual(keys('doTask', null, 'i morgon'), ['untilOn: validation.date']);
});

test('delegations follow their table: what has ended stays as it ended', () => {
  const states = Object.keys(delegationStates) as DelegationState[];
  const actions = delegationTransitions.map(({ action }) => action);
  fc.assert(
    fc.property(fc.constantFrom(...states), fc.constantFrom(...actions), (state, action: DelegationAction) => {
      const row = delegationTransitions.find((one) => one.action === action)!;
      if ((row.from as readonly string[]).includes(state)) assert.equal(delegationStateAfter(state, action), row.to);
      else assert.throws(() => delegationStateAfter(state, action), { code: 'record.wrongState' });
      if (!isHeld(state)) assert.throws(() => delegationStateAfter(state, action), { code: 'record.wrongState' });
    }),
  );
});

test('who may not do the work on that body never has it on the list, and nobody has the signature of another', () => {
  const actor = (role: 'member' | 'committeeSecretary', bodyId: string | null): Actor => ({
    tenantId: 't',
    accountId: 'a1',
    name: 'Prov',
    language: 'sv',
    grants: [{ role, bodyId, validFrom: '2020-01-01', validTo: null }],
  });
  assert.equal(mayDo(actor('committeeSecretary', body.id), finding()), true);
  assert.equal(mayDo(actor('committeeSecretary', 'another'), finding()), false);
  assert.equal(mayDo(actor('member', body.id), finding()), false);
  const own = finding({ kind: 'signMinutes', accountId: 'a1' });
  assert.equal(mayDo(actor('member', body.id), own), true);
  assert.equal(mayDo(actor('member', body.id), { ...own, accountId: 'a2' }), false);
});

test('what others have in hand is not at hand, what one was handed is, and what came back is', () => {
  const delegation = {
    id: 'd',
    version: 1,
    key: 'k',
    from: { accountId: 'giver', name: 'G' },
    to: { accountId: 'receiver', name: 'R' },
    note: null,
    state: 'offered' as DelegationState,
    answer: null,
    delegatedOn: today,
  };
  const place = (state: DelegationState, reader: string) =>
    placeOf(finding(), { rest: null, delegation: { ...delegation, state } }, reader, today);
  assert.equal(place('offered', 'giver'), 'others');
  assert.equal(place('accepted', 'third'), 'others');
  assert.equal(place('offered', 'receiver'), 'today');
  assert.equal(place('returned', 'giver'), 'today');
});

test('a letter says nothing of what is guarded but its kind and its body, and every line has a link', () => {
  const secret = 'Orosanmälan om Lillan';
  const guarded = entry({ kind: 'answerDisclosure', title: secret, guarded: true });
  const letter = digestLetter('Siv', 'sv', [guarded, entry({ recordId: 'r2' })])!;
  const whole = JSON.stringify(letter);
  assert.ok(!whole.includes(secret));
  assert.ok(whole.includes('Svara på begäran om handling') && whole.includes('Ta fram förslag'));
  assert.ok(
    letter.sections!.flatMap(({ lines }) => lines).every(({ path }) => path.startsWith('/beslutsuppfoljning/')),
  );
  // Control: unguarded, the same words are in the letter.
  assert.ok(JSON.stringify(digestLetter('Siv', 'sv', [{ ...guarded, guarded: false }])).includes(secret));
});

test('nobody is written to when there is nothing at hand, and the words follow the language of the account', () => {
  assert.equal(digestLetter('Siv', 'sv', []), undefined);
  assert.equal(digestLetter('Siv', 'sv', [entry({ place: 'others' }), entry({ place: 'resting' })]), undefined);
  assert.match(digestLetter('Siv', 'en', [entry()])!.subject, /^Your work this week: one thing$/);
  assert.match(digestLetter('Siv', 'sv', [entry(), entry({ recordId: 'r2' })])!.subject, /2 saker$/);
});

test('reminders can be switched off, but not those of work with a day of law', () => {
  const off = { reminders: false };
  const law = entry({ kind: 'announceMinutes' });
  assert.equal(remindsOfWork(entry(), off, today), false);
  assert.equal(remindsOfWork(entry(), { reminders: true }, today), true);
  assert.equal(remindsOfWork(law, off, today), true);
  assert.equal(reminderLetter('Siv', 'sv', [entry()], off, today), undefined);
  assert.equal(reminderLetter('Siv', 'sv', [entry(), law], off, today)?.sections?.[0]?.lines.length, 1);
  // Those with letters of their own are not reminded of twice.
  assert.equal(remindsOfWork(entry({ kind: 'signMinutes' }), { reminders: true }, today), false);
});

test('work is counted by kind', () => {
  assert.deepEqual(
    [...countWork([entry(), entry({ recordId: 'r2' }), entry({ kind: 'writeReport' })])],
    [
      ['doTask', 2],
      ['writeReport', 1],
    ],
  );
});
