import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../organisation/index.ts';
import { appealInstruction, appealKindOf } from './appeal.ts';
import { appealClock, periodHasRun } from './appeal-clock.ts';
import { boardDutyOf, mustAnnounce } from './board-duty.ts';
import { noticeKindCodes, noticeKinds } from './notice-kinds.ts';

const on = (postedOn: string | null, interrupted = false) => ({ postedOn, state: 'posted' as const, interrupted });
const rules = (kind: Parameters<typeof rulesOf>[0]) => rulesOf(kind, [], '2026-02-24');
const plain = { proceduralLaw: 'kommunallagen', preparatory: false, byDelegation: false } as const;

test('R-KL-57: the time of appeal is three weeks from the announcement, moved past holidays', () => {
  assert.equal(appealClock([on('2015-04-22')], 0).last, '2015-05-13');
  assert.equal(
    appealClock([on('2026-12-04')], 0).last,
    '2026-12-28',
    'Christmas Day, Boxing Day, Sunday: the Monday after',
  );
  assert.equal(appealClock([on('2026-05-29')], 0).last, '2026-06-22', 'midsummer eve and the weekend after it');
});

test('R-KL-57 does not bind what nobody announces: a drafting committee has no clock', () => {
  assert.ok(!mustAnnounce(boardDutyOf(rules('draftingCommittee'), { decided: true })));
  assert.deepEqual(appealClock([], 0), { runsFrom: null, last: null, removeEarliest: null, interrupted: false });
});

test('R-KL-57: an entry that was out of sight breaks the time, and the end of the period does not come by itself', () => {
  const broken = appealClock([on('2026-02-25', true)], 0);
  assert.equal(broken.last, '2026-03-18');
  assert.equal(periodHasRun(broken, '2026-04-30'), false);
  assert.equal(
    periodHasRun(appealClock([on('2026-02-25')], 0), '2026-03-18'),
    false,
    'the last day is a day to appeal',
  );
  assert.equal(periodHasRun(appealClock([on('2026-02-25')], 0), '2026-03-19'), true);
});

test('R-KL-60: the day to take it down follows the last day, with the margin of the authority', () => {
  assert.deepEqual(((clock) => [clock.last, clock.removeEarliest])(appealClock([on('2018-04-03')], 0)), [
    '2018-04-24',
    '2018-04-25',
  ]);
  assert.equal(appealClock([on('2022-02-02')], 1).removeEarliest, '2022-02-25');
});

test('R-KL-60 does not bind an officials’ group: its minutes are on no board', () => {
  assert.equal(boardDutyOf(rules('officialsGroup'), { decided: true }), 'preparing');
});

test('R-KL-61: the clock of a joint nämnd runs from the last board, and not before all have it', () => {
  assert.equal(appealClock([on('2026-02-25'), on(null)], 0).last, null);
  assert.equal(appealClock([on('2026-02-25'), on('2026-02-27')], 0).last, '2026-03-20');
});

test('R-KL-61 does not bind a nämnd of one authority: its own board is all', () => {
  assert.equal(boardDutyOf(rules('committee'), { decided: true }), 'own');
  assert.equal(boardDutyOf(rules('jointCommittee'), { decided: true }), 'everyParticipant');
});

test('R-KL-58: a nämnd’s decision can be reviewed for its legality; what only prepares cannot be appealed', () => {
  assert.equal(appealKindOf(rules('committee'), plain), 'legalityReview');
  assert.equal(appealKindOf(rules('committee'), { ...plain, preparatory: true }), 'notAppealable');
  assert.equal(appealKindOf(rules('subCommittee'), plain), 'notAppealable');
  assert.equal(appealKindOf(rules('subCommittee'), { ...plain, byDelegation: true }), 'legalityReview');
  assert.equal(
    appealKindOf(rules('committee'), { ...plain, proceduralLaw: 'forvaltningslagen' }),
    'administrativeAppeal',
  );
});

test('R-KL-58 does not bind a drafting committee or an officials’ group: nothing they say can be appealed', () => {
  assert.equal(appealKindOf(rules('draftingCommittee'), plain), 'notAppealable');
  assert.equal(appealKindOf(rules('officialsGroup'), plain), 'notAppealable');
});

test('R-FL-5: the two instructions are two texts, and none of them says what the other says', () => {
  const facts = {
    authority: 'Provregionen',
    body: 'Provnämnden',
    court: 'förvaltningsrätten',
    lastDay: '18 mars 2026',
    address: 'Storgatan 1',
  };
  const review = appealInstruction('legalityReview', facts).join(' ');
  const appeal = appealInstruction('administrativeAppeal', facts).join(' ');
  assert.match(review, /medlem.*anslagstavlan/s);
  assert.doesNotMatch(review, /fick del av|förvaltningslagen/);
  assert.match(appeal, /lämnas till Provnämnden.*fick del av beslutet/s);
  assert.doesNotMatch(appeal, /anslagstavlan|medlem|kommunallagen/);
});

test('R-FL-5 does not bind what cannot be appealed: it has no instruction', () => {
  assert.deepEqual(
    appealInstruction('notAppealable', { authority: '', body: '', court: '', lastDay: null, address: '' }),
    [],
  );
});

test('R-KL-56: the board holds eight kinds of entry, each with its section of the law, and no news', () => {
  assert.equal(noticeKindCodes.length, 8);
  for (const kind of noticeKindCodes) assert.match(noticeKinds[kind].law, /^KL \d/);
});

test('R-KL-56 does not bind a committee to announce its meetings: that entry is allowed, no duty', () => {
  assert.equal(rules('committee').noticeDays, null);
  assert.equal(rules('assembly').noticeDays, 7);
});
