import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Action, actionNames, actions, roleMay } from './actions.ts';
import { type Actor, grantsOn, operatorOf, type RoleGrant } from './actor.ts';
import { authorize, may, requireBody } from './authorize.ts';
import { type Role, roleNames } from './roles.ts';

const grant = (role: Role, bodyId: string | null = null): RoleGrant => ({
  role,
  bodyId,
  validFrom: '2020-01-01',
  validTo: null,
});
const actorWith = (...grants: RoleGrant[]): Actor => ({
  tenantId: 'tenant',
  accountId: 'account',
  name: 'Prov',
  language: 'sv',
  grants,
});

test('every role × action follows the table, and nothing else is allowed', () => {
  for (const role of roleNames)
    for (const action of actionNames) {
      const expected = role === 'operator' || (actions[action] as readonly string[]).includes(role);
      assert.equal(roleMay(role, action), expected, `${role} ${action}`);
      if (expected) assert.equal(authorize(actorWith(grant(role)), action).action, action);
      else assert.throws(() => authorize(actorWith(grant(role)), action), { code: 'access.denied' });
    }
});

test('an actor without roles may do nothing at all', () => {
  for (const action of actionNames)
    assert.throws(() => authorize(actorWith(), action as Action), { code: 'access.denied' });
});

test('a role on one body covers that body and no other', () => {
  const secretary = actorWith(grant('committeeSecretary', 'ours'));
  const auth = authorize(secretary, 'meeting.edit');
  requireBody(auth, 'ours');
  assert.throws(() => requireBody(auth, 'theirs'), { code: 'access.denied' });
  assert.equal(may(secretary, 'meeting.edit', 'theirs'), false);
  assert.equal(may(secretary, 'meeting.edit', 'ours'), true);
});

test('reading the register is not bound to a body, so that a member can follow the whole thread', () => {
  assert.equal(authorize(actorWith(grant('member', 'ours')), 'record.read').bodies, 'all');
});

test('a mandate that has ended gives nothing', () => {
  const ended: RoleGrant = { role: 'chair', bodyId: null, validFrom: '2019-01-01', validTo: '2022-12-31' };
  assert.deepEqual(grantsOn([ended], '2023-01-01'), []);
  assert.deepEqual(grantsOn([ended], '2022-12-31'), [ended]);
});

test('the operator may do everything in its own tenant', () => {
  for (const action of actionNames) assert.equal(authorize(operatorOf('tenant'), action).bodies, 'all');
});
