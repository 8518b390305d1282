import type { Id } from '../../kernel/id.ts';
import { letterMarks, letterTopic, type PostedLetter } from '../../kernel/posted-letter.ts';
import { recordAddress } from '../../kernel/record-address.ts';
import type { Writer } from '../../storage/database.ts';
import { accountsWhoMay } from '../access/index.ts';
import type { BudgetInput } from './budget-input.ts';
import { openOutcome, type PointOutcome, pointOutcomes } from './point-outcomes.ts';

/** Tells those who keep the receiver's meetings that an input has come; it waits until an item of theirs takes it up. */
export async function tellReceiver(w: Writer, input: BudgetInput): Promise<void> {
  if (!input.to) return;
  await postTo(w, input.to.id, 'meeting.edit', {
    subject: `Inspel från ${input.body.name}: ${input.title}`,
    text: [
      `${input.body.name} har lämnat inspel till ${input.to.name} inför ${input.forYear}, i ${input.points.length} punkter.`,
      `Läs brevet och ta upp det på ett sammanträde:\n${addressOf(input)}`,
      'När planen är beslutad anger ni vad varje punkt blev. Den som lämnade inspelet får då besked.',
    ].join('\n\n'),
  });
}

/** Tells those who wrote an input what the receiver has now said of its points. */
export async function tellGiver(
  w: Writer,
  input: BudgetInput,
  said: readonly { readonly pointId: string; readonly outcome: PointOutcome | null; readonly reason?: string | null }[],
): Promise<void> {
  const lines = input.points.flatMap(({ id, number, headline }) => {
    const answer = said.find((one) => one.pointId === id);
    if (!answer) return [];
    const words = answer.outcome ? pointOutcomes[answer.outcome].label.sv : openOutcome.sv;
    const reason = answer.reason?.trim() ? ` Skäl: ${answer.reason.trim()}` : '';
    return [`${number}. ${headline}\n   ${words}.${reason}`];
  });
  await postTo(w, input.body.id, 'report.edit', {
    subject: `Svar på inspel: ${input.title}`,
    text: [
      `${input.to?.name ?? 'Mottagaren'} har angett vad som blev av ert inspel inför ${input.forYear}.`,
      ...lines,
      `Hela svaret:\n${addressOf(input)}`,
    ].join('\n\n'),
  });
}

const addressOf = (input: BudgetInput) => `${letterMarks.site}${recordAddress('budgetInput', input.id)}`;

async function postTo(
  w: Writer,
  bodyId: Id<'body'>,
  action: 'meeting.edit' | 'report.edit',
  words: Pick<PostedLetter, 'subject' | 'text'>,
): Promise<void> {
  for (const { name, email } of await accountsWhoMay(w, action, bodyId, w.runtime.today())) {
    if (email === null) continue;
    const letter: PostedLetter = { id: w.runtime.newId(), to: { name, address: email }, ...words };
    await w.post(letterTopic, letter);
  }
}
