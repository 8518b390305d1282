import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peopleIn } from './participants-page.ts';

test('participants are read one on each line, with the principal and the role where they are told', () => {
  assert.deepEqual(peopleIn('Ada Ek; Region Fjällmark; områdeschef\n\n  Bo Al\tProvköping \nCia By'), [
    { name: 'Ada Ek', organisation: 'Region Fjällmark', role: 'områdeschef' },
    { name: 'Bo Al', organisation: 'Provköping', role: null },
    { name: 'Cia By', organisation: null, role: null },
  ]);
  assert.deepEqual(peopleIn(' ; utan namn\n'), []);
});
