import type { Id } from '../../kernel/id.ts';
import { letterTopic, type PostedLetter } from '../../kernel/posted-letter.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { type Action, accountsWhoMay } from '../access/index.ts';

/** What a letter about minutes says; the person it goes to is named by the account. */
export type MinutesLetter = { readonly subject: string; readonly text: string };

/** Lays a letter to everybody who may do something with the minutes of a body in the outbox; the one who acts gets none. */
export async function postMinutesLetters(
  w: Writer,
  minutesId: Id<'minutes'>,
  action: Action,
  letter: MinutesLetter,
): Promise<number> {
  const { body_id } = await getRow(w, 'minutes', minutesId);
  const accounts = await accountsWhoMay(w, action, body_id, w.runtime.today());
  const others = accounts.filter(({ id, email }) => id !== w.auth.accountId && email);
  for (const { name, email } of others) await postLetter(w, { name, address: email! }, letter);
  return others.length;
}

/** Lays one letter in the outbox: it leaves when the transaction has been committed, never before. */
export async function postLetter(
  w: Writer,
  to: { readonly name: string; readonly address: string },
  letter: MinutesLetter,
): Promise<void> {
  await w.post(letterTopic, { id: w.runtime.newId(), to, ...letter } satisfies PostedLetter);
}
