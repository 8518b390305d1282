import { type Actor, authorize, operatorOf } from '../domain/access/index.ts';
import { noteChange, noteDialogue, noteInsight } from '../domain/dialogues/index.ts';
import { listGoals } from '../domain/goals/index.ts';
import { listMeetings } from '../domain/meetings/index.ts';
import { findBodyByName } from '../domain/organisation/index.ts';
import {
  addPollQuestion,
  castBallot,
  chooseComments,
  commentsOf,
  createPoll,
  getPoll,
  movePoll,
  type Poll,
  type PollFields,
  type PollMove,
  type PollQuestionFields,
} from '../domain/polls/index.ts';
import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import { bodyId, type DemoWriter, onDay } from './demo-writer.ts';
import { bodyNames } from './region.ts';

/** Ballots as the value of each question in its order, and the group by its place; 0 is no answer. */
// biome-ignore format: a table reads better as one.
const answers: readonly (readonly [first: number, second: number, choice: number, group: number])[] = [
  [4, 3, 1, 0], [5, 4, 1, 0], [4, 2, 2, 0], [3, 3, 3, 0], [5, 4, 1, 0], [4, 4, 2, 0], [2, 2, 1, 0], [4, 3, 1, 0],
  [3, 2, 2, 1], [2, 1, 2, 1], [4, 3, 1, 1], [3, 2, 3, 1], [5, 4, 2, 1], [2, 2, 2, 1], [3, 3, 1, 1],
  [4, 4, 1, 2], [5, 3, 3, 2], [1, 1, 2, 2], [4, 0, 1, -1], [3, 2, 2, -1], [5, 5, 1, -1], [4, 3, 0, -1],
];

const words = ['Kortare väg till provtagning.', 'Det är svårt att komma fram på telefon.', 'Bra att ni frågar.'];

/** A season of citizen dialogues with what they led to, a published poll from it, and polls that are open and drafted today. */
export async function loadPolls(demo: DemoWriter): Promise<void> {
  const today = demo.db.runtime.today();
  const spring = onDay(demo, '2026-03-12');
  const dialogueId = await spring.as('dialogue.edit', 'noteDemoDialogues', async (w) => {
    const board = await bodyId(w, bodyNames.board);
    const id = await noteDialogue(w, {
      bodyId: board,
      kind: 'citizen',
      title: 'Medborgardialoger om vård nära hemmet',
      fromOn: '2026-02-03',
      toOn: '2026-03-12',
      place: 'Bibliotek och hembygdsgårdar',
      occasions: 12,
      occasionsQualifier: 'over',
      participants: 260,
      participantsQualifier: 'about',
      answerUnits: 'both',
      summary:
        'Vi frågade vad som ska finnas nära och vad som är värt en resa. Samtalen fördes i små grupper med en fråga i taget.',
      materials: ['Bildspel med målen', 'Film om nära vård', 'Tre frågor att tala om'],
    });
    await noteDialogue(w, {
      bodyId: await bodyId(w, bodyNames.administration),
      kind: 'staff',
      title: 'Medarbetardialog om arbetssätt',
      fromOn: '2026-03-02',
      participants: 140,
      participantsQualifier: 'overSoFar',
      answerUnits: 'both',
      summary: 'Enheterna svarar en och en eller i grupp på samma frågor.',
    });
    const goals = await listGoals(w);
    const [first, second] = goals.flatMap(({ statements }) => statements);
    const conclusion = await noteInsight(w, {
      dialogueId: id,
      kind: 'conclusion',
      insight: 'Det som behövs ofta ska finnas nära; för det ovanliga reser man hellre till den som kan mest.',
      ...(first && { goalStatementId: first.id }),
    });
    await noteInsight(w, {
      dialogueId: id,
      kind: 'conclusion',
      insight: 'Den som ringer vill få veta när någon ringer tillbaka.',
      ...(second && { goalStatementId: second.id }),
    });
    await noteInsight(w, {
      dialogueId: id,
      kind: 'askedByAudience',
      insight: 'Blir ambulansen kvar på natten?',
      answer: 'Ja. Beredskapen ändras inte i den plan som gäller.',
    });
    if (goals[0])
      await noteChange(w, {
        insightId: conclusion,
        sentence: 'Slutsatsen skrevs in bland skälen till målen när de sågs över.',
        goalDocumentId: goals[0].goalDocumentId,
      });
    return id;
  });
  await loadPublished(spring, dialogueId);
  await loadOpen(demo, today);
}

async function loadPublished(demo: DemoWriter, dialogueId: Id<'dialogue'>): Promise<void> {
  const poll = await makePoll(
    demo,
    {
      title: 'Vård nära hemmet: vad tycker du?',
      about: 'Svaren används när nästa plan skrivs. Du svarar utan namn.',
      access: 'open',
      dialogueId,
      groupLabel: 'Kommun',
      groups: ['Sjöberga', 'Granby', 'Tallvik'],
    },
    [
      {
        kind: 'single',
        prompt: 'Vad är viktigast nära dig?',
        options: ['Provtagning', 'Telefon och chatt', 'Öppet på kvällen'],
      },
      { kind: 'comment', prompt: 'Vad vill du säga till nämnden?' },
    ],
  );
  await answerAs(demo, poll, answers);
  await step(demo, poll.id, 'close');
  await demo.as('poll.edit', 'chooseDemoComments', async (w) => {
    const comments = await commentsOf(w, poll.id, { chosenOnly: false });
    const { version } = await getPoll(w, poll.id);
    const chosen = comments.slice(0, 2).map(({ id }) => id);
    await chooseComments(w, { pollId: poll.id, expectedVersion: version, chosen });
  });
  await step(demo, poll.id, 'publish');
}

/** What can be tried today: a poll that is open at the next meeting of the board, one with codes, and a draft. */
async function loadOpen(demo: DemoWriter, today: CivilDate): Promise<void> {
  const meetingId = await demo.db.read(authorize(demo.operator, 'record.read'), async (r) => {
    const board = await findBodyByName(r, bodyNames.board);
    if (!board) return null;
    const { meetings } = await listMeetings(r, {
      bodyId: board.id,
      from: today,
      to: addDays(today, 120),
      order: 'oldest',
      limit: 1,
    });
    return meetings[0]?.id ?? null;
  });
  const open = await makePoll(demo, { title: 'Så arbetar vi i dag', access: 'open', meetingId }, [
    { kind: 'comment', prompt: 'Vad skulle göra störst skillnad?' },
  ]);
  await answerAs(demo, open, answers.slice(0, 7));
  await makePoll(demo, { title: 'Enkät till enheterna', access: 'links' }, []);
  await makePoll(demo, { title: 'Temadag om digitala arbetssätt', access: 'open' }, [], { draft: true });
}

/** A poll whose first two questions are sentences of the goals. */
async function makePoll(
  demo: DemoWriter,
  fields: PollFields,
  more: readonly PollQuestionFields[],
  { draft = false }: { readonly draft?: boolean } = {},
): Promise<Poll> {
  return await demo.as('poll.edit', 'makeDemoPoll', async (w) => {
    const pollId = await createPoll(w, { ...fields, bodyId: await bodyId(w, bodyNames.board) });
    const statements = (await listGoals(w)).flatMap((goal) => goal.statements).slice(0, 2);
    const asked: readonly PollQuestionFields[] = [
      ...statements.map(({ id, statement }) => ({ kind: 'agree' as const, prompt: statement, goalStatementId: id })),
      ...more,
    ];
    for (const [index, question] of asked.entries())
      await addPollQuestion(w, { ...question, pollId, expectedVersion: index + 1 });
    if (!draft) await movePoll(w, { pollId, expectedVersion: asked.length + 1, move: 'open' });
    return await getPoll(w, pollId);
  });
}

/** The answers of a hall, by somebody without a name as on the open page. */
async function answerAs(demo: DemoWriter, poll: Poll, ballots: typeof answers): Promise<void> {
  const nobody: Actor = operatorOf(demo.operator.tenantId, 'Svarande');
  const scales = poll.questions.filter(({ kind }) => kind === 'agree');
  const single = poll.questions.find(({ kind }) => kind === 'single');
  const comment = poll.questions.find(({ kind }) => kind === 'comment');
  await onDay(demo, demo.db.runtime.today(), nobody).as('poll.answer', 'castBallot', async (w) => {
    for (const [index, [first, second, choice, group]] of ballots.entries()) {
      const given = [
        [scales[0]?.id, first],
        [scales[1]?.id, second],
        [single?.id, choice],
      ].filter(([id, value]) => id !== undefined && value !== 0);
      const said = words[index];
      await castBallot(w, {
        pollId: poll.id,
        key: w.runtime.newToken(16),
        groupId: poll.groups[group]?.id,
        answers: Object.fromEntries(given.map(([id, value]) => [id, String(value)])),
        comments: comment && said !== undefined ? { [comment.id]: said } : {},
      });
    }
  });
}

async function step(demo: DemoWriter, pollId: Id<'poll'>, move: PollMove): Promise<void> {
  await demo.as('poll.edit', 'moveDemoPoll', async (w) => {
    const { version } = await getPoll(w, pollId);
    await movePoll(w, { pollId, expectedVersion: version, move });
  });
}
