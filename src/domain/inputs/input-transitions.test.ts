import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type InputAction,
  type InputState,
  inputStateAfter,
  inputStates,
  inputTransitions,
  mayInput,
} from './input-transitions.ts';

const states = Object.keys(inputStates) as InputState[];
const actions = inputTransitions.map(({ action }) => action);

test('an action is done in the states of its row and nowhere else', () => {
  fc.assert(
    fc.property(fc.constantFrom(...states), fc.constantFrom(...actions), (state, action) => {
      const row = inputTransitions.find((one) => one.action === action)!;
      const inTable = (row.from as readonly InputState[]).includes(state);
      assert.equal(mayInput(state, action), inTable);
      if (!inTable) assert.throws(() => inputStateAfter(state, action), { code: 'record.wrongState' });
      else assert.equal(inputStateAfter(state, action), row.to === 'same' ? state : row.to);
    }),
  );
});

test('whatever is done, what was decided is not written again, and nothing is sent that was not decided', () => {
  const begins = fc.constantFrom<InputState>('draft', 'onRecord');
  fc.assert(
    fc.property(begins, fc.array(fc.constantFrom<InputAction>(...actions), { maxLength: 30 }), (begin, wanted) => {
      let state: InputState = begin;
      const done: InputAction[] = [];
      for (const action of wanted) {
        if (!mayInput(state, action)) continue;
        if (action === 'edit' || action === 'addPoint')
          assert.ok(!done.includes('decide'), 'written after it was decided');
        if (action === 'send') assert.ok(done.includes('decide'), 'sent without a decision');
        if (action === 'answer') assert.ok(done.includes('send'), 'answered without having been sent');
        state = inputStateAfter(state, action);
        done.push(action);
      }
    }),
  );
});
