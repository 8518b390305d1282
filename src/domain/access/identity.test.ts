import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { forwardedAddress } from '../../web/pipeline/caller-address.ts';
import { accountActions, accountStates, accountTransitions } from './account-transitions.ts';
import type { RoleGrant } from './actor.ts';
import { identityFrom } from './identity-claims.ts';
import { keyringOf } from './keyring.ts';
import { passwordProblems } from './password-rules.ts';
import { grantsOfSeats } from './seat-roles.ts';
import { deviceWords, isFresh } from './session-rules.ts';
import { waitAfter } from './sign-in-delay.ts';
import { borrowedGrants, type LendableRole, lendableRoles, standInProblems } from './stand-in-rules.ts';

const day = fc.integer({ min: 1, max: 28 }).map((one) => `2026-03-${String(one).padStart(2, '0')}`);
const bodies = fc.constantFrom('a', 'b', 'c');
const role = fc.constantFrom<RoleGrant['role']>(...lendableRoles, 'chair', 'administrator');
const grant: fc.Arbitrary<RoleGrant> = fc.record({
  role,
  bodyId: fc.option(bodies),
  validFrom: day,
  validTo: fc.option(day),
});
const standIn = fc.record({
  giverId: fc.constant('giver'),
  giverName: fc.constant('Giver'),
  role: fc.constantFrom<LendableRole>(...lendableRoles),
  bodyId: bodies,
  validFrom: day,
  validTo: day,
});

test('a stand-in never has more than the giver: each lent day is a day of the same role on the same body', () => {
  const holds = (one: RoleGrant, on: string) => one.validFrom <= on && (one.validTo === null || on <= one.validTo);
  fc.assert(
    fc.property(fc.array(grant), fc.array(standIn), day, (own, lent, on) => {
      for (const borrowed of borrowedGrants(lent, () => own).filter((one) => holds(one, on)))
        assert.ok(
          own.some(
            (one) =>
              one.role === borrowed.role && (one.bodyId === null || one.bodyId === borrowed.bodyId) && holds(one, on),
          ) && borrowed.bodyId !== null,
        );
    }),
  );
});

test('what was borrowed is not lent on, and a seat is not lent', () => {
  const wanted = {
    giverId: 'g',
    receiverId: 'r',
    role: 'caseOfficer' as const,
    bodyId: 'a',
    validFrom: '2026-03-01',
    validTo: '2026-03-09',
  };
  const own: RoleGrant = { role: 'caseOfficer', bodyId: 'a', validFrom: '2026-01-01', validTo: null };
  assert.deepEqual(standInProblems(wanted, [own], '2026-03-01'), []);
  const borrowed = { ...own, onBehalfOf: { accountId: 'x', name: 'X' } };
  assert.deepEqual(
    standInProblems(wanted, [borrowed], '2026-03-01').map(({ key }) => key),
    ['standIn.notHeld'],
  );
});

test('seats give their roles and dates; a kind that nobody knows gives none', () => {
  const seat = { bodyId: 'a', validFrom: null, validTo: '2026-12-31' };
  const roles = grantsOfSeats([
    { ...seat, kind: 'member', office: 'chair' },
    { ...seat, kind: 'member', office: 'viceChair' },
    { ...seat, kind: 'deputy', office: null },
    { ...seat, kind: 'observer', office: null },
  ]);
  assert.deepEqual(
    roles.map((one) => one.role),
    ['chair', 'member', 'deputyMember'],
  );
  assert.ok(roles.every(({ validTo, source }) => validTo === '2026-12-31' && source === 'seat'));
});

test('every state of an account can be left, and every closing can be undone', () => {
  for (const state of Object.keys(accountStates))
    assert.ok(accountTransitions.some(({ from }) => (from as readonly string[]).includes(state)));
  assert.deepEqual(accountActions, ['suspend', 'leaveOffice', 'reinstate']);
});

test('the same person gives the same hash, another provider, kind or installation another', () => {
  const newToken = (bytes: number) => Buffer.alloc(bytes, 3).toString('base64url');
  const [one, other] = [1, 2].map((fill) => keyringOf(new Uint8Array(32).fill(fill), { newToken }));
  const hash = one!.hashSubject('p', 'personalNumber', 'x');
  assert.equal(hash, one!.hashSubject('p', 'personalNumber', 'x'));
  for (const differs of [
    one!.hashSubject('q', 'personalNumber', 'x'),
    one!.hashSubject('p', 'hsaId', 'x'),
    other!.hashSubject('p', 'personalNumber', 'x'),
  ])
    assert.notEqual(differs, hash);
  const sealed = one!.seal('hemligt', 'konto 1');
  assert.equal(one!.open(sealed, 'konto 1'), 'hemligt');
  assert.throws(() => one!.open(sealed, 'konto 2'));
  assert.throws(() => other!.open(sealed, 'konto 1'));
});

test('HSA-id and affiliation are read in one spelling, and held against the organisation', () => {
  const rules = { acrValues: [], organisations: ['2321009999'] };
  const hsa = identityFrom({ employeeHsaId: 'se2321009999-ab12' }, { ...rules, map: 'hsaId' });
  assert.deepEqual(hsa, { identity: { kind: 'hsaId', subject: 'SE2321009999-AB12' } });
  const away = identityFrom({ employeeHsaId: 'SE2321000000-AB12' }, { ...rules, map: 'hsaId' });
  assert.deepEqual(away, { refusal: 'wrongOrganisation' });
  const claim = 'https://id.oidc.se/claim/orgAffiliation';
  const affiliated = identityFrom({ [claim]: 'Kim.Ek@2321009999' }, { ...rules, map: 'affiliation' });
  assert.deepEqual(affiliated, { identity: { kind: 'affiliation', subject: 'kim.ek@2321009999' } });
  assert.deepEqual(identityFrom({ [claim]: 'kim.ek@2321009999@2321000000' }, { ...rules, map: 'affiliation' }), {
    refusal: 'claimShape',
  });
});

test('a password is long, or stands beside a factor, and is not one that is guessed first', () => {
  const of = (password: string, hasSecondFactor = false) =>
    passwordProblems(password, { login: 'stina', name: 'Stina Prov', hasSecondFactor }).map(({ key }) => key);
  assert.deepEqual(of('fjorton tecken'), ['account.passwordShort']);
  assert.deepEqual(of('fjorton tecken', true), []);
  assert.deepEqual(of('lösenord12345678'), ['account.passwordCommon']);
  assert.deepEqual(of('Stina Prov 2026 Stina'), ['account.passwordCommon']);
  assert.deepEqual(of('tre renar på en myr'), []);
});

test('a wait grows to its bound and never becomes a refusal', () => {
  fc.assert(fc.property(fc.nat(10_000), (failures) => waitAfter(failures) <= 8_000));
  assert.deepEqual([0, 3, 4, 5, 6, 7, 8].map(waitAfter), [0, 0, 1000, 2000, 4000, 8000, 8000]);
});

test('a proof is fresh for ten minutes, and none of the future', () => {
  const at = (minutes: number) => isFresh({ provedAt: new Date(0) }, new Date(minutes * 60_000));
  assert.deepEqual(
    [at(0), at(10), at(10.1), at(-1), isFresh(undefined, new Date(0))],
    [true, true, false, false, false],
  );
});

test('a caller cannot write their own address', () => {
  assert.equal(forwardedAddress('1.1.1.1', 0), undefined);
  assert.equal(forwardedAddress('9.9.9.9, 2.2.2.2', 1), '2.2.2.2');
  assert.equal(forwardedAddress('9.9.9.9, 2.2.2.2, 3.3.3.3', 2), '2.2.2.2');
  assert.equal(forwardedAddress('<script>', 1), undefined);
  assert.equal(deviceWords('Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/1 Safari/1'), 'Chrome, Linux');
});
