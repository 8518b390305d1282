import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../kernel/civil-date.ts';
import { bodyKindNames } from './body-kinds.ts';
import { rulesOf } from './regulation.ts';
import { hasSeats, rulesetOf, rulesets } from './rulesets.ts';

const day = '2026-03-02';

test('R-ORG-1: only a body that decides has minutes by the law, appeal, notice board and quorum', () => {
  for (const kind of bodyKindNames) {
    const rules = rulesOf(kind, [], day);
    if (rules.mayDecide !== 'no') continue;
    assert.deepEqual(
      [rules.minutesRegulated, rules.appealable, rules.noticeBoard, rules.quorumNeeded],
      ['no', 'no', 'no', false],
      kind,
    );
  }
});

test('R-ORG-1 does not bind an officials’ group or a beredning to the sections about a nämnd', () => {
  for (const kind of ['officialsGroup', 'draftingCommittee'] as const) {
    const { mayDecide, castingVote, openVote, mayDelegate, extraMeetingByThird, staffRepresentatives } = rulesOf(
      kind,
      [],
      day,
    );
    assert.deepEqual(
      [mayDecide, castingVote, openVote, mayDelegate, extraMeetingByThird, staffRepresentatives],
      ['no', false, false, false, false, false],
      kind,
    );
  }
  assert.deepEqual([hasSeats('draftingCommittee'), hasSeats('officialsGroup')], [true, false]);
});

test('R-ORG-1: every kind has exactly one ruleset on every day, without gap or overlap', () => {
  for (const kind of bodyKindNames) {
    const own = rulesets.filter((one) => one.kind === kind);
    assert.equal(own.at(-1)?.validFrom, null);
    assert.equal(own[0]?.validTo, null);
    for (const [i, older] of own.slice(1).entries()) assert.equal(addDays(older.validTo!, 1), own[i]?.validFrom);
  }
});

test('R-ORG-1: a meeting is judged by the law of its day, and what was not read in an act is marked', () => {
  const on = (date: string) => {
    const { source, certainty, rules } = rulesetOf('committee', date);
    return [source, certainty, rules.remote, rules.noticeBoardOn];
  };
  assert.deepEqual(on('2018-01-01'), ['kommunallagen (2017:725)', 'read', 'notAllowed', 'website']);
  assert.deepEqual(on('2017-12-31'), ['kommunallagen (1991:900)', 'assumed', 'notAllowed', 'premises']);
  assert.deepEqual(on('2014-06-30').slice(1), ['assumed', 'notPossible', 'premises']);
  assert.equal(rulesetOf('officialsGroup', '2014-06-30').rules.remote, 'free', 'no act ruled it then either');
});
