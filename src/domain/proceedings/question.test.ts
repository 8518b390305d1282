import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { buildHearing } from '../../../test/support/build-proceedings.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Id } from '../../kernel/id.ts';
import { setRegulation } from '../organisation/index.ts';
import {
  announceQuestion,
  answerQuestion,
  carryQuestions,
  listQuestions,
  proceedingsOf,
  withdrawQuestion,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'meeting.conduct');
const told = (itemId: Id<'agendaItem'>) => read((r) => proceedingsOf(r, itemId));

test('questions are announced in one item and answered in another, and go on when nobody answers', async () => {
  const hearing = await buildHearing(t);
  const { meetingId, bodyId, itemIds, itemId } = hearing;
  const ask = (question: string) =>
    as('member', bodyId, 'question.announce', (w) =>
      announceQuestion(w, { meetingId, question, askedBy: 'Någon annan' }),
    );
  const [first, second, third] = [await ask('Hur går det?'), await ask('När?'), await ask('Var?')];
  await write((w) =>
    answerQuestion(w, { questionId: first, expectedVersion: 1, itemId, answeredBy: 'Prov Chefsson', answer: 'Bra.' }),
  );
  await write((w) => withdrawQuestion(w, { questionId: third, expectedVersion: 1 }));
  const next = await buildMeeting(t, { bodyId, heldOn: '2026-04-28' });
  const carry = () => write((w) => carryQuestions(w, { fromMeetingId: meetingId }));
  assert.deepEqual([await carry(), await carry()], [1, 0]);
  const here = await read((r) => listQuestions(r, meetingId));
  assert.deepEqual(
    here.map((one) => [one.askedBy, one.state]),
    [
      ['Prov', 'answered'],
      ['Prov', 'carried'],
      ['Prov', 'withdrawn'],
    ],
    'a member asks in the own name',
  );
  const [carried] = await read((r) => listQuestions(r, next));
  assert.deepEqual([carried?.question, carried?.state, carried?.carriedFrom], ['När?', 'announced', second]);
  assert.equal((await told(itemId)).answers[0]?.answer, 'Bra.');
  await assert.rejects(
    write((w) =>
      answerQuestion(w, {
        questionId: carried!.id,
        expectedVersion: 1,
        itemId: itemIds[1]!,
        answeredBy: 'P',
        answer: 'Nu.',
      }),
    ),
    problemKeys('meeting.itemOfOther'),
  );
});

test('R-ORG-2: a question comes as many days before the meeting as the reglemente says, and until it closes where it says nothing', async () => {
  const bodyId = await buildBody(t);
  const meetingId = await buildMeeting(t, { bodyId, heldOn: '2026-03-05' });
  const ask = () => write((w) => announceQuestion(w, { meetingId, question: 'Hur går det?' }));
  await ask();
  await write(
    (w) => setRegulation(w, { bodyId, key: 'questionDays', value: '5', validFrom: '2020-01-01' }),
    'organisation.edit',
  );
  await assert.rejects(ask(), problemKeys('proceedings.questionTooLate'));
});
