import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatAssignmentRef, parseAssignmentRef } from './assignment-ref.ts';
import {
  type AssignmentAction,
  assignmentActionsIn,
  assignmentAfter,
  assignmentStateNames,
  assignmentTransitions,
} from './assignment-transitions.ts';
import { linkProblems } from './link-rules.ts';
import { longestTitle, shortTitle } from './short-title.ts';
import { verbClassOf } from './verb-class.ts';

test('a reference is read back as it was written', () => {
  const number = fc.integer({ min: 1, max: 99_999 });
  const ref = fc.record({ year: fc.integer({ min: 1950, max: 2100 }), number, unnumbered: fc.boolean() });
  fc.assert(
    fc.property(ref, ({ year, number, unnumbered }) => {
      const one = unnumbered ? { year, number: null, position: number } : { year, number };
      assert.deepEqual(parseAssignmentRef(formatAssignmentRef(one)), one);
    }),
  );
});

test('what is no reference is none', () => {
  for (const text of ['', '2023', '2023:', '2023:0', '2023:x', '23:4', '2023:4a', '2023:123456', '§ 2023:4'])
    assert.equal(parseAssignmentRef(text), undefined, text);
  assert.deepEqual(parseAssignmentRef(' 2020 : U4 '), { year: 2020, number: null, position: 4 });
});

test('a short title is the matter of the assignment', () => {
  for (const [text, title] of [
    ['Att följa arbetet med årlig avgiftsöversyn.', 'Följa arbetet med årlig avgiftsöversyn'],
    ['**Nr 4.** Att  pröva\nsaken', 'Pröva saken'],
    ['Att implementera planen, t.ex. Bilaga 2. Uppföljning ska ske under året.', 'Implementera planen, t.ex. Bilaga 2'],
    [
      'Att fortsätta utvecklingen av samarbetet med kommunerna kring samägda vårdplatser (som till exempel en)',
      'Fortsätta utvecklingen av samarbetet med kommunerna kring samägda vårdplatser …',
    ],
    ['Förvaltningen får i uppdrag att utveckla former för digital kontakt.', 'Utveckla former för digital kontakt'],
    ['Att, i samverkan med forskningsnämnden, utreda en modell', 'I samverkan med forskningsnämnden, utreda en modell'],
    [
      'Att utveckla arbetet med första kontakten och att därefter redovisa vad som har hänt med de patienter som väntat',
      'Utveckla arbetet med första kontakten och att därefter redovisa vad som har hänt …',
    ],
  ] as const)
    assert.equal(shortTitle(text), title);
});

test('a short title is one line of whole words from the text', () => {
  const words = fc.array(fc.stringMatching(/^[a-zåäö]{1,14}$/), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(words, (list) => {
      const title = shortTitle(`Att ${list.join(' ')}.`);
      assert.ok(title.length <= longestTitle + 2, title);
      const kept = title.replace(/ …$/, '').toLocaleLowerCase('sv');
      const whole = shortTitle(list.join(' ')).replace(/ …$/, '').toLocaleLowerCase('sv');
      assert.equal(kept, whole);
      if (title.endsWith(' …')) assert.ok(` ${list.join(' ')} `.includes(` ${kept} `), title);
    }),
  );
});

test('the verb decides the class, past what stands between "att" and it', () => {
  for (const [text, verb] of [
    ['Att beakta målbild 2030 i verksamhetsplaneringsprocessen', 'consider'],
    ['Att följa arbetet', 'follow'],
    ['Att följa upp arbetet', 'followUp'],
    ['Att medverka i arbetet av utformningen', 'contribute'],
    ['Att i samverkan med kommunerna utreda förutsättningarna', 'investigate'],
    ['Att i enlighet med målbild 2030 fortsätta arbetet', 'continue'],
    ['Att fortsatt implementera den regionala handlingsplanen', 'implement'],
    ['Att se över samverkan med sjukreseenheten', 'review'],
    ['Förvaltningen får i uppdrag att det skall finnas planeringar', undefined],
    ['Beredningarna får i uppdrag att bevaka genomförandet av åtgärderna', 'monitor'],
  ] as const)
    assert.equal(verbClassOf(text), verb, text);
});

test('every state × action follows the table, and the buttons are what the table allows', () => {
  const actions = Object.keys(assignmentTransitions) as AssignmentAction[];
  for (const state of assignmentStateNames) {
    const allowed = assignmentActionsIn(state);
    for (const action of actions) {
      if (allowed.includes(action))
        assert.equal(assignmentAfter(state, action), assignmentTransitions[action].to ?? state);
      else assert.throws(() => assignmentAfter(state, action), { code: 'record.wrongState' }, `${state} ${action}`);
    }
    // No state is a dead end: even an ended assignment can be opened again, because people close the wrong one.
    assert.ok(
      allowed.some((action) => assignmentTransitions[action].to !== null),
      state,
    );
  }
});

test('predecessors never run in a circle, whatever is linked in whatever order', () => {
  const ends = fc.record({ from: fc.nat(9), to: fc.nat(9) });
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 2018, max: 2024 }), { minLength: 10, maxLength: 10 }),
      fc.array(ends, { maxLength: 40 }),
      (years, tries) => {
        const links: { fromId: string; toId: string; kind: 'predecessor' }[] = [];
        const end = (i: number) => ({ id: `a${i}`, year: years[i]! });
        for (const { from, to } of tries)
          if (linkProblems(end(from), end(to), 'predecessor', links).length === 0)
            links.push({ fromId: `a${from}`, toId: `a${to}`, kind: 'predecessor' });
        for (let i = 0; i < 10; i += 1) {
          const reached = new Set<string>();
          const waiting = links.filter((link) => link.fromId === `a${i}`).map((link) => link.toId);
          for (let at = waiting.pop(); at; at = waiting.pop())
            if (!reached.has(at)) {
              reached.add(at);
              waiting.push(...links.filter((link) => link.fromId === at).map((link) => link.toId));
            }
          assert.equal(reached.has(`a${i}`), false);
        }
        assert.equal(new Set(links.map((link) => `${link.fromId} ${link.toId}`)).size, links.length);
      },
    ),
  );
});

test('each kind of link refuses what time, itself or a circle forbids', () => {
  const [old, recent, same] = [
    { id: 'old', year: 2020 },
    { id: 'recent', year: 2023 },
    { id: 'same', year: 2023 },
  ];
  const keys = (...args: Parameters<typeof linkProblems>) => linkProblems(...args).map((one) => one.key);
  assert.deepEqual(keys(recent, old, 'predecessor', []), []);
  assert.deepEqual(keys(old, recent, 'predecessor', []), ['assignment.predecessorNotEarlier']);
  assert.deepEqual(keys(recent, same, 'predecessor', []), ['assignment.predecessorNotEarlier']);
  assert.deepEqual(keys(recent, old, 'splitInto', []), ['assignment.partEarlier']);
  assert.deepEqual(keys(recent, recent, 'refersTo', []), ['assignment.linkToItself']);
  const there = [{ fromId: 'recent', toId: 'same', kind: 'refersTo' as const }];
  assert.deepEqual(keys(recent, same, 'refersTo', there), ['assignment.linkExists']);
  assert.deepEqual(keys(same, recent, 'refersTo', there), []);
  const merged = [{ fromId: 'recent', toId: 'same', kind: 'mergedInto' as const }];
  assert.deepEqual(keys(same, recent, 'mergedInto', merged), ['assignment.linkCircle']);
});
