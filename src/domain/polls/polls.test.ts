import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { buildGoal } from '../../../test/support/build-goals.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { answerPoll, buildPoll, stepPoll } from '../../../test/support/build-polls.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type Action, authorize, operatorOf } from '../access/index.ts';
import { getGoal } from '../goals/index.ts';
import {
  addPollQuestion,
  changePoll,
  changePollQuestion,
  chooseComments,
  commentsOf,
  type Distribution,
  findPollByCode,
  getPoll,
  keyStanding,
  listPolls,
  makePollKeys,
  movePollQuestion,
  type Poll,
  removePollQuestion,
  resultOf,
  usedKeys,
} from './index.ts';

let t: TestDatabase;
before(async () => {
  t = await openTestDatabase();
});
after(() => t.close());

const write = <T, A extends Action>(action: A, run: (w: Writer<A>) => Promise<T>): Promise<T> =>
  t.db.transact(authorize(operatorOf(t.tenantId), action), { verb: 'prov' }, run as (w: Writer) => Promise<T>);
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);
const refuses = (key: string) => (error: unknown) =>
  error instanceof AppError &&
  (error.details as readonly Problem[] | undefined)?.some((one) => one.key === key) === true;
const says = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;
const countOf = (poll: Poll) => read(async (r) => (await getPoll(r, poll.id)).ballots);
const agree = (poll: Poll, value: string) => ({ answers: { [poll.questions[0]!.id]: value } });

test('a poll is drafted with questions of each kind, one of them a sentence of a goal', async () => {
  const goalId = await buildGoal(t, { text: 'Vården finns nära. Den svarar när jag frågar.' });
  const goal = await read((r) => getGoal(r, goalId));
  const poll = await buildPoll(t, {
    draft: true,
    groupLabel: 'Kommun',
    groups: ['Sjöberga', 'Granby'],
    questions: [
      { kind: 'agree', prompt: goal.statements[1]!.statement, goalStatementId: goal.statements[1]!.id },
      { kind: 'single', prompt: 'Vad är viktigast?', options: ['Tid', 'Plats'] },
      { kind: 'comment', prompt: 'Något mer?' },
    ],
  });
  assert.deepEqual(
    poll.questions.map(({ kind, position, goal: one }) => [kind, position, one?.id ?? null]),
    [
      ['agree', 1, goalId],
      ['single', 2, null],
      ['comment', 3, null],
    ],
  );
  assert.deepEqual(
    poll.groups.map(({ name }) => name),
    ['Sjöberga', 'Granby'],
  );
  assert.deepEqual(
    (await read((r) => listPolls(r, { goalId }))).map(({ id }) => id),
    [poll.id],
  );
  const step = { pollId: poll.id, questionId: poll.questions[2]!.id };
  await write('poll.edit', (w) => movePollQuestion(w, { ...step, direction: 'up', expectedVersion: poll.version }));
  await write('poll.edit', (w) =>
    changePollQuestion(w, { ...step, expectedVersion: poll.version + 1, kind: 'comment', prompt: 'Fritt' }),
  );
  await write('poll.edit', (w) =>
    removePollQuestion(w, { pollId: poll.id, questionId: poll.questions[1]!.id, expectedVersion: poll.version + 2 }),
  );
  const changed = await read((r) => getPoll(r, poll.id));
  assert.deepEqual(
    changed.questions.map(({ prompt }) => prompt),
    [goal.statements[1]!.statement, 'Fritt'],
  );
  await assert.rejects(
    write('poll.edit', (w) =>
      addPollQuestion(w, { pollId: poll.id, expectedVersion: 1, kind: 'comment', prompt: 'Gammal' }),
    ),
    says('record.changedMeanwhile'),
  );
});

test('what cannot be asked or decided is refused with its field', async () => {
  const poll = await buildPoll(t, { draft: true, questions: [] });
  const edit = { pollId: poll.id, expectedVersion: poll.version };
  const kind = 'single' as const;
  await assert.rejects(
    write('poll.edit', (w) => addPollQuestion(w, { ...edit, kind, prompt: 'Vad?', options: ['Ett'] })),
    refuses('poll.fewOptions'),
  );
  await assert.rejects(
    write('poll.edit', (w) =>
      changePoll(w, { ...edit, title: 'X', access: 'open', groupLabel: 'Roll', groups: ['Ensam'] }),
    ),
    refuses('poll.oneGroup'),
  );
  await assert.rejects(
    write('poll.edit', (w) =>
      changePoll(w, { ...edit, title: 'X', access: 'open', opensOn: '2026-03-05', closesOn: '2026-03-01' }),
    ),
    refuses('poll.closesBeforeOpening'),
  );
  await assert.rejects(stepPoll(t, poll.id, 'open'), refuses('poll.noQuestions'));
  await assert.rejects(
    write('poll.edit', (w) => makePollKeys(w, { pollId: poll.id, count: 3 })),
    refuses('poll.needsNoCodes'),
  );
});

test('somebody with the right on another body can neither change nor open it', async () => {
  const other = await buildBody(t);
  const poll = await buildPoll(t, { draft: true });
  const grants = [{ role: 'committeeSecretary' as const, bodyId: other, validFrom: '2020-01-01', validTo: null }];
  const stranger = authorize({ ...operatorOf(t.tenantId), grants }, 'poll.edit');
  await assert.rejects(
    t.db.transact(stranger, { verb: 'prov' }, (w) =>
      changePoll(w, { pollId: poll.id, expectedVersion: poll.version, title: 'Min', access: 'open' }),
    ),
    says('access.denied'),
  );
});

test('a draft, a poll before its day and one after it take no answers; a closed one never again', async () => {
  const draft = await buildPoll(t, { draft: true });
  assert.equal(await findPollByCode(t.db, draft.code), undefined, 'a draft has no address yet');
  const early = await buildPoll(t, { opensOn: '2026-03-03' });
  await assert.rejects(answerPoll(t, early, agree(early, '3')), says('poll.notOpen'));
  const late = await buildPoll(t, { closesOn: '2026-03-01' });
  await assert.rejects(answerPoll(t, late, agree(late, '3')), says('poll.over'));
  const poll = await buildPoll(t);
  await answerPoll(t, poll, agree(poll, '3'));
  await stepPoll(t, poll.id, 'close');
  await assert.rejects(answerPoll(t, poll, agree(poll, '3')), says('poll.over'));
  await assert.rejects(stepPoll(t, poll.id, 'open'), says('record.wrongState'));
  assert.equal(await countOf(poll), 1);
});

test('an answer to nothing, to another question or outside the scale is refused, and does not use the key', async () => {
  const poll = await buildPoll(t);
  const [scale, words] = poll.questions;
  const key = 'nyckel';
  await assert.rejects(answerPoll(t, poll, { key }), refuses('poll.nothingAnswered'));
  await assert.rejects(answerPoll(t, poll, { key, answers: { [scale!.id]: '6' } }), refuses('validation.choose'));
  await assert.rejects(answerPoll(t, poll, { key, answers: { [words!.id]: '1' } }), refuses('validation.choose'));
  const number = { [words!.id]: `Ring mig, ${['811228', '9874'].join('-')}.` };
  await assert.rejects(answerPoll(t, poll, { key, comments: number }), refuses('privacy.personalNumber'));
  await assert.rejects(
    answerPoll(t, poll, { key, ...agree(poll, '1'), groupId: t.runtime.newId() }),
    refuses('validation.choose'),
  );
  await answerPoll(t, poll, { key, ...agree(poll, '1') });
  await assert.rejects(answerPoll(t, poll, { key, ...agree(poll, '5') }), says('poll.answered'));
  assert.equal(await countOf(poll), 1);
});

test('a code answers once, in its own poll, however it is typed', async () => {
  const poll = await buildPoll(t, { access: 'links' });
  const other = await buildPoll(t, { access: 'links' });
  const [one, two] = await write('poll.edit', (w) => makePollKeys(w, { pollId: poll.id, count: 2 }));
  await answerPoll(t, poll, { key: ` ${one!.toLowerCase().replace(/(.{5})/, '$1-')}`, ...agree(poll, '4') });
  await assert.rejects(answerPoll(t, poll, { key: one!, ...agree(poll, '4') }), says('poll.answered'));
  await assert.rejects(answerPoll(t, other, { key: two!, ...agree(other, '4') }), says('poll.codeUnknown'));
  assert.deepEqual(
    await read(async (r) => [
      await keyStanding(r, poll.id, one!),
      await keyStanding(r, poll.id, two!),
      await keyStanding(r, other.id, two!),
      await usedKeys(r, poll.id),
    ]),
    ['used', 'unused', 'unknown', 1],
  );
  assert.equal((await read((r) => getPoll(r, poll.id))).linksMade, 2);
});

test('totals are exact however answers, repeats and the closing come between one another', async () => {
  const answer = fc.record({ key: fc.integer({ min: 1, max: 8 }), value: fc.constantFrom('1', '2', '3', '4', '5') });
  await fc.assert(
    fc.asyncProperty(
      fc.array(answer, { minLength: 1, maxLength: 12 }),
      fc.option(fc.nat(11), { nil: undefined }),
      fc.scheduler(),
      async (answers, closeAt, s) => {
        const poll = await buildPoll(t);
        const told: { key: number; value: string }[] = [];
        const cast = (one: (typeof answers)[number]) =>
          answerPoll(t, poll, { key: String(one.key), ...agree(poll, one.value) }).then(
            () => void told.push(one),
            (error: unknown) => {
              assert.ok(says('poll.answered')(error) || says('poll.over')(error), String(error));
            },
          );
        const work = answers.map((one, index) => async () => {
          await s.schedule(Promise.resolve());
          if (index === closeAt) await stepPoll(t, poll.id, 'close');
          await cast(one);
        });
        const running = work.map((run) => run());
        await s.waitAll();
        await Promise.all(running);
        if (closeAt === undefined || closeAt >= answers.length) await stepPoll(t, poll.id, 'close');
        assert.equal(await countOf(poll), told.length);
        assert.equal(new Set(told.map(({ key }) => key)).size, told.length, 'a key counts once');
        const [result] = await read(async (r) => resultOf(r, await getPoll(r, poll.id)));
        if (told.length < 5) assert.equal(result!.all, 'few');
        else
          for (const { value, count } of (result!.all as Distribution).values)
            assert.equal(count, told.filter((one) => one.value === value).length);
      },
    ),
    { numRuns: 12 },
  );
});

test('while it is open, what is shown stands still until five more have answered', async () => {
  const poll = await buildPoll(t);
  const answered = async () => {
    const [result] = await read(async (r) => resultOf(r, await getPoll(r, poll.id)));
    return result!.all === 'few' ? 'few' : result!.all.answered;
  };
  const seen: (number | 'few')[] = [];
  for (let count = 0; count < 11; count += 1) {
    await answerPoll(t, poll, agree(poll, '2'));
    seen.push(await answered());
  }
  assert.deepEqual(seen, ['few', 'few', 'few', 'few', 5, 5, 5, 5, 5, 10, 10]);
  await stepPoll(t, poll.id, 'close');
  assert.equal(await answered(), 11);
});

test('comments stand apart, and only the chosen ones are shown', async () => {
  const poll = await buildPoll(t);
  const comment = poll.questions[1]!.id;
  for (const words of ['Längre öppet', '  ', 'Ring tillbaka'])
    await answerPoll(t, poll, { ...agree(poll, '3'), comments: { [comment]: words } });
  await stepPoll(t, poll.id, 'close');
  const all = await read((r) => commentsOf(r, poll.id, { chosenOnly: false }));
  assert.deepEqual(
    all.map((one) => one.comment),
    ['Längre öppet', 'Ring tillbaka'],
  );
  const { version } = await read((r) => getPoll(r, poll.id));
  const chosen = [all[1]!.id];
  await write('poll.edit', (w) => chooseComments(w, { pollId: poll.id, expectedVersion: version, chosen }));
  assert.deepEqual(
    (await read((r) => commentsOf(r, poll.id, { chosenOnly: true }))).map(({ id }) => id),
    chosen,
  );
  await stepPoll(t, poll.id, 'publish');
  await assert.rejects(
    write('poll.edit', (w) => chooseComments(w, { pollId: poll.id, expectedVersion: version + 2, chosen: [] })),
    says('record.wrongState'),
  );
});
