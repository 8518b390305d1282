import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordAddress, recordAddresses } from './record-address.ts';

test('each kind of record has an address of its own', () => {
  const paths = Object.values(recordAddresses).map((path) => path.replace(/\{\w+\}/g, '*'));
  assert.equal(new Set(paths).size, paths.length);
});

test('an address is filled with the record and the record it lies in', () => {
  assert.equal(recordAddress('assignment', 'a'), '/uppdrag/a');
  assert.equal(recordAddress('agendaItem', 'i', 'm'), '/sammantraden/m#punkt-i');
});

test('an address within another record cannot be made without it', () => {
  assert.throws(() => recordAddress('agendaItem', 'i'), /lies within another record/);
});
