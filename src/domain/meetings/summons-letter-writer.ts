import type { Id } from '../../kernel/id.ts';
import { letterTopic, type PostedLetter } from '../../kernel/posted-letter.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { accountsWhoMay } from '../access/index.ts';
import { calendarEntryOf } from './call-calendar.ts';
import { type LetterFacts, letterWords } from './letter-phrases.ts';
import type { Meeting } from './meeting.ts';
import { type Summons, toldOf } from './summons.ts';

export type SummonsLetterInput = Omit<LetterFacts, 'summons' | 'sender'> & {
  readonly summons: Summons;
  readonly sender: LetterFacts['sender'];
  readonly requestId?: Id<'servingRequest'>;
};

/** Lays a letter in the outbox and notes what it tells. Answers false for somebody whose address nobody knows. */
export async function postSummonsLetter(w: Writer<'meeting.edit'>, input: SummonsLetterInput): Promise<boolean> {
  const { summons, meeting, kind, agendaNumber, requestId } = input;
  if (!summons.address) return false;
  const id: Id<'summonsLetter'> = w.runtime.newId();
  const letter: PostedLetter = {
    id,
    to: { name: summons.name, address: summons.address },
    ...letterWords(input),
    ...calendarOf(input),
  };
  const outbox_id = await w.post(letterTopic, letter);
  await w.db
    .insertInto('summons_letter')
    .values({
      tenant_id: w.tenantId,
      id,
      meeting_id: meeting.id,
      summons_id: summons.id,
      serving_request_id: requestId ?? null,
      kind,
      agenda_number: agendaNumber,
      told: JSON.stringify(toldOf(meeting)),
      address: summons.address,
      posted_at: w.runtime.now(),
      posted_by: w.auth.actorName,
      outbox_id,
    })
    .execute();
  return true;
}

/** The entry for the calendar goes with every letter but the questions to deputies, who have it since they were notified. */
function calendarOf({ kind, meeting, summons }: SummonsLetterInput): Pick<PostedLetter, 'calendar'> {
  const entry = calendarEntryOf(meeting, summons.kind);
  if (kind === 'cancelled' || kind === 'withdrawn')
    return { calendar: { method: 'cancel', entry: { ...entry, status: 'cancelled' } } };
  return kind === 'servingRequest' || kind === 'servingWithdrawn' ? {} : { calendar: { method: 'request', entry } };
}

/** Whom an answer in another way reaches: who sends the letter, with the address when the account has one. */
export async function letterSender(
  r: Reader,
  meeting: Pick<Meeting, 'body'>,
  today: string,
): Promise<LetterFacts['sender']> {
  const accounts = await accountsWhoMay(r, 'meeting.edit', meeting.body.id, today);
  const own = accounts.find(({ id }) => id === r.auth.accountId);
  return { name: r.auth.actorName, email: own?.email ?? null };
}
