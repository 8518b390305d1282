import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAllowedIn, stateAfter, type Transition, transitionIn } from './transition-table.ts';

const states = { open: { sv: 'öppen', en: 'open' }, closed: { sv: 'stängd', en: 'closed' } };
const table: readonly (Transition<'open' | 'closed'> & { readonly to: 'open' | 'closed' | 'same' })[] = [
  { action: 'close', from: ['open'], to: 'closed', label: { sv: 'Stäng', en: 'Close' } },
  { action: 'change', from: ['open'], to: 'same', label: { sv: 'Ändra', en: 'Change' } },
];

test('an action leads where its row says, and `same` leaves the state', () => {
  assert.equal(stateAfter(table, states, 'open', 'close'), 'closed');
  assert.equal(stateAfter(table, states, 'open', 'change'), 'open');
});

test('what has no row is refused with the name of the state, and an unknown action too', () => {
  assert.throws(() => stateAfter(table, states, 'closed', 'close'), { code: 'record.wrongState' });
  assert.throws(() => transitionIn<'open' | 'closed', (typeof table)[number]>(table, states, 'open', 'burn'), {
    code: 'record.wrongState',
  });
});

test('a page can ask before it shows a button', () => {
  assert.equal(isAllowedIn(table, 'open', 'change'), true);
  assert.equal(isAllowedIn(table, 'closed', 'change'), false);
});
