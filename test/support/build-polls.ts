import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import {
  addPollQuestion,
  type Ballot,
  castBallot,
  createPoll,
  findPollByCode,
  getPoll,
  movePoll,
  type Poll,
  type PollFields,
  type PollMove,
  type PollQuestionFields,
} from '../../src/domain/polls/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildBody } from './build-organisation.ts';
import type { TestDatabase } from './database.ts';

type Where = Pick<TestDatabase, 'db' | 'tenantId'>;

/** A poll made through the verbs: open for all, one statement and one open question, and open for answers unless told. */
export async function buildPoll(
  where: Where,
  input: Partial<PollFields> & {
    readonly bodyId?: Id<'body'>;
    readonly questions?: readonly PollQuestionFields[];
    readonly draft?: boolean;
  } = {},
): Promise<Poll> {
  const { questions, draft, ...fields } = input;
  const bodyId = input.bodyId ?? (await buildBody(where));
  const auth = authorize(operatorOf(where.tenantId), 'poll.edit');
  const asked: readonly PollQuestionFields[] = questions ?? [
    { kind: 'agree', prompt: 'Jag vet vart jag vänder mig.' },
    { kind: 'comment', prompt: 'Vad saknas?' },
  ];
  return await where.db.transact(auth, { verb: 'buildPoll' }, async (w) => {
    const pollId = await createPoll(w, { title: 'Nära vård', access: 'open', ...fields, bodyId });
    for (const question of asked) {
      const { version } = await getPoll(w, pollId);
      await addPollQuestion(w, { ...question, pollId, expectedVersion: version });
    }
    if (!draft) {
      const { version } = await getPoll(w, pollId);
      await movePoll(w, { pollId, expectedVersion: version, move: 'open' });
    }
    return await getPoll(w, pollId);
  });
}

/** Answers a poll as somebody without an account does, through its address. */
export async function answerPoll(
  { db }: Where,
  poll: Pick<Poll, 'id' | 'code'>,
  ballot: Partial<Ballot> & { readonly key?: string },
): Promise<void> {
  const visit = await findPollByCode(db, poll.code);
  if (!visit) throw new Error(`No poll has the address ${poll.code}: open it first.`);
  const key = ballot.key ?? db.runtime.newToken(16);
  await db.transact(authorize(visit.respondent, 'poll.answer'), { verb: 'castBallot' }, (w) =>
    castBallot(w, { answers: {}, comments: {}, ...ballot, pollId: poll.id, key }),
  );
}

/** Moves a poll on, as it stands now. */
export async function stepPoll({ db, tenantId }: Where, pollId: Id<'poll'>, move: PollMove): Promise<void> {
  await db.transact(authorize(operatorOf(tenantId), 'poll.edit'), { verb: 'movePoll' }, async (w) => {
    const { version } = await getPoll(w, pollId);
    await movePoll(w, { pollId, expectedVersion: version, move });
  });
}
