import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BodyKind } from './body-kinds.ts';
import { rulesOf } from './regulation.ts';
import {
  doorsForcedClosed,
  doorsOf,
  mayDecideUnannounced,
  mayRaiseMatter,
  membersForExtraMeeting,
  staffMayAttend,
  staffRepresentativeLimits,
} from './summons-rules.ts';

const rules = (kind: BodyKind) => rulesOf(kind, [], '2026-03-02');
const allowing = (kind: BodyKind) => ({ ...rules(kind), doors: 'openAllowed' as const });

test('R-KL-02: a third of the members can have an extra meeting of a nämnd, and the law gives no time for its notice', () => {
  assert.deepEqual(
    [9, 10, 11, 15].map((seats) => membersForExtraMeeting(rules('committee'), seats)),
    [3, 4, 4, 5],
  );
  assert.equal(rules('committee').noticeDays, null);
  assert.equal(rules('assembly').noticeDays, 7);
});

test('R-KL-02 does not bind an officials’ group or a beredning', () => {
  for (const kind of ['officialsGroup', 'draftingCommittee'] as const)
    assert.equal(membersForExtraMeeting(rules(kind), 9), undefined);
});

test('R-KL-06: a nämnd meets behind closed doors unless the assembly allowed otherwise, and always about authority or secrets', () => {
  assert.equal(doorsOf(rules('committee'), {}), 'closed');
  assert.equal(doorsOf(allowing('committee'), {}), 'open');
  assert.equal(doorsOf(allowing('committee'), { exerciseOfAuthority: true }), 'closed');
  assert.equal(doorsOf(allowing('committee'), { secrecy: true }), 'closed');
  assert.deepEqual(
    [{}, { secrecy: true }, { exerciseOfAuthority: true }].map((item) =>
      doorsForcedClosed(allowing('committee'), item),
    ),
    [false, true, true],
  );
});

test('R-KL-06 does not bind the assembly, which meets in public and closes its doors itself', () => {
  assert.equal(doorsOf(rules('assembly'), { secrecy: true }), 'open');
  assert.equal(doorsForcedClosed(rules('assembly'), { secrecy: true }), false);
});

test('R-KL-08: representatives of the staff are called to a nämnd, never where authority, bargaining or procurement is handled', () => {
  assert.equal(staffMayAttend(rules('committee'), {}), true);
  for (const item of [
    { exerciseOfAuthority: true },
    { employerNegotiation: true },
    { procurement: true },
    { secrecy: true },
  ])
    assert.equal(staffMayAttend(rules('committee'), item), false, JSON.stringify(item));
  assert.deepEqual(staffRepresentativeLimits, { representatives: 3, deputiesEach: 1 });
});

test('R-KL-08 does not bind a board, an assembly, a beredning or an officials’ group', () => {
  for (const kind of ['executiveBoard', 'assembly', 'draftingCommittee', 'officialsGroup'] as const)
    assert.equal(staffMayAttend(rules(kind), {}), false, kind);
});

test('R-KL-09: an assembly decides a matter that was not announced only when all present agree that it is urgent', () => {
  const ask = (kind: BodyKind, allPresentAgree: boolean, bodyConsents: boolean) =>
    mayDecideUnannounced(rules(kind), { allPresentAgree, bodyConsents });
  assert.equal(ask('assembly', false, true), false);
  assert.equal(ask('assembly', true, false), true);
});

test('R-KL-09 does not bind a nämnd, a beredning or an officials’ group: each consents by its own rule', () => {
  for (const kind of ['committee', 'draftingCommittee', 'officialsGroup'] as const) {
    assert.equal(mayDecideUnannounced(rules(kind), { allPresentAgree: false, bodyConsents: true }), true, kind);
    assert.equal(mayDecideUnannounced(rules(kind), { allPresentAgree: false, bodyConsents: false }), false, kind);
  }
  const strict = { ...rules('committee'), unannouncedMatters: 'no' as const };
  assert.equal(mayDecideUnannounced(strict, { allPresentAgree: true, bodyConsents: true }), false);
});

test('R-KL-10: every member raises matters in a nämnd, an auditor only about the audit', () => {
  assert.equal(mayRaiseMatter(rules('committee'), 'member'), true);
  assert.equal(mayRaiseMatter(rules('committee'), 'auditor'), false);
  assert.equal(mayRaiseMatter(rules('committee'), 'auditor', true), true);
  assert.equal(mayRaiseMatter(rules('committee'), 'committee'), false);
  assert.equal(mayRaiseMatter(rules('assembly'), 'committee'), true);
});

test('R-KL-10 does not bind an officials’ group: its parties raise what they want, and it has no members', () => {
  assert.equal(mayRaiseMatter(rules('officialsGroup'), 'member'), false);
  assert.equal(mayRaiseMatter(rules('officialsGroup'), 'partyInGroup'), true);
  assert.equal(mayRaiseMatter(rules('draftingCommittee'), 'auditor', true), false);
});
