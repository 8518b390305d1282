import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DecisionTask } from './decision-task.ts';
import { decisionTaskStatusCodes, readClause, statusesOnTheList, taskActionsIn, withToldLine } from './index.ts';

test('a clause about posts and money fills a commission beforehand', () => {
  const read = readClause(
    'att förlänga uppdraget till 2023-12-31, där regionen finansierar två årsarbetare och kommunerna en årsarbetare via Nära vård-medel',
    '2022-11-18',
  );
  assert.equal(read.kinds[0], 'commission');
  assert.equal(read.fte, 3);
  assert.match(read.fund ?? '', /medel$/);
  assert.deepEqual(readClause('att avsätta 144 000 kr för tjänsteköp', null).amounts, [144_000]);
});

test('a clause about an agreement until further notice tells its period of notice', () => {
  const read = readClause('att avtalet gäller tills vidare med sex månaders uppsägningstid', '2026-01-10');
  assert.deepEqual([read.kinds[0], read.openEnded, read.noticeMonths, read.to], ['agreement', true, 6, null]);
  const bare = readClause('att avtalet förlängs 2026-01-01 och tills vidare med uppsägningstid 9 månader', null);
  assert.deepEqual([bare.from, bare.openEnded, bare.noticeMonths], ['2026-01-01', true, 9], 'seed 003 item 8');
});

test('a clause that orders something back names its day; one that says nothing tells nothing', () => {
  const read = readClause('att ge förvaltningen i uppdrag att återkomma senast den 1 mars 2027', '2026-11-22');
  assert.equal(read.dueOn, '2027-03-01');
  assert.ok(read.kinds.includes('deliverable') && read.kinds.includes('gaveAssignment'));
  const nothing = readClause('att lägga informationen till handlingarna', '2026-11-22');
  assert.deepEqual([nothing.kinds, nothing.amounts, nothing.fte, nothing.dueOn], [[], [], null, null]);
});

test('every status but the closed one can be closed by the body, and only a closed task is off the list', () => {
  for (const status of decisionTaskStatusCodes)
    assert.equal(taskActionsIn(status).includes('close'), status !== 'closed', status);
  assert.deepEqual(
    decisionTaskStatusCodes.filter((one) => !statusesOnTheList.includes(one)),
    ['closed'],
  );
  assert.deepEqual(taskActionsIn('closed'), ['takeUpAgain']);
});

const task: DecisionTask = {
  id: 'a',
  version: 1,
  decision: { id: 'b', title: 'Planen', decidedOn: '2026-01-10', itemId: null },
  body: { id: 'c', name: 'Nämnden' },
  clause: null,
  task: 'Plan: del 1',
  responsible: 'Handläggaren',
  responsibleBody: null,
  dueOn: null,
  status: 'ongoing',
  toldOn: '2026-01-10',
  lastNote: null,
};

test('a line about a task replaces its own line and no other, and never what a person wrote', () => {
  const other = { ...task, task: 'Plan: del 10' };
  const first = withToldLine(withToldLine('Förord.', task), other);
  const second = withToldLine(`${first}\n\nEfterord.`, { ...task, status: 'done' }, 'Klart.');
  assert.deepEqual(second.split('\n'), [
    'Förord.',
    '',
    '– Plan: del 1: Handläggaren, utan dag, klar. Klart.',
    '– Plan: del 10: Handläggaren, utan dag, pågår.',
    '',
    'Efterord.',
  ]);
});
