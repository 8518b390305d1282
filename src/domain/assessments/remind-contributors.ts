import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { letterMarks, letterTopic, type PostedLetter } from '../../kernel/posted-letter.ts';
import { recordAddress } from '../../kernel/record-address.ts';
import type { Writer } from '../../storage/database.ts';
import { type AccountOfBody, accountsOfBodies } from '../access/index.ts';
import { type Contribution, daysLate } from './contribution.ts';
import { contributionsOf } from './contribution-reader.ts';
import { requireWholeAuthority } from './keep-period.ts';
import { takeOpenPeriod } from './open-period.ts';
import { remindsContributorOn } from './reminder-days.ts';

/** What a round of reminders did: letters laid in the outbox, contributions they were about, and those that nobody could be reminded of. */
export type Reminded = { readonly letters: number; readonly contributions: number; readonly unreachable: number };

/**
 * Reminds those whose contributions are not ready: each night those whose day it is, or at a person's word everybody who is late at one period.
 * One letter to an account, whatever it is waited for; a contribution is reminded of once a day at most, and never when it is ready.
 */
export async function remindContributors(
  w: Writer<'period.edit'>,
  input: { readonly periodId?: Id<'period'> } = {},
): Promise<Reminded> {
  requireWholeAuthority(w.auth);
  const { periodId } = input;
  if (periodId !== undefined) await takeOpenPeriod(w, periodId, 'ask');
  const today = w.runtime.today();
  const waiting = (await contributionsOf(w, { open: true, ...(periodId !== undefined && { periodId }) })).filter(
    (one) =>
      one.state === 'asked' &&
      one.remindedOn !== today &&
      (periodId === undefined ? remindsContributorOn(today, one.dueOn) : daysLate(one, today) > 0),
  );
  const bodyIds = [...new Set(waiting.map(({ body }) => body.id))];
  const accounts = await accountsOfBodies(w, 'assessment.write', bodyIds, today);
  const asked = new Map<AccountOfBody['id'], { readonly account: AccountOfBody; readonly about: Contribution[] }>();
  const reached = new Set<Contribution>();
  for (const contribution of waiting)
    for (const account of peopleFor(accounts, contribution.body.id)) {
      const letter = asked.get(account.id) ?? { account, about: [] };
      letter.about.push(contribution);
      asked.set(account.id, letter);
      reached.add(contribution);
    }
  for (const { account, about } of asked.values()) {
    const to = { name: account.name, address: account.email! };
    const letter: PostedLetter = { id: w.runtime.newId(), to, ...reminderWords(about, today) };
    await w.post(letterTopic, letter);
  }
  await noteReminded(w, [...reached], today);
  const answer = { letters: asked.size, contributions: reached.size, unreachable: waiting.length - reached.size };
  const round =
    periodId === undefined ? { noun: 'tenant', recordId: w.tenantId } : { noun: 'period', recordId: periodId };
  await w.log({ ...round, summary: 'reminded', after: answer });
  return answer;
}

/** The body's own people with an address; where it has none, those who may write for every body. */
function peopleFor(accounts: readonly AccountOfBody[], bodyId: Id<'body'>): readonly AccountOfBody[] {
  const reachable = accounts.filter(({ email }) => email);
  const own = reachable.filter((account) => account.bodyId === bodyId);
  const found = own.length > 0 ? own : reachable.filter((account) => account.bodyId === null);
  return [...new Map(found.map((account) => [account.id, account])).values()];
}

/** What a reminder says: how many, until when, and each with its own link. */
export function reminderWords(
  about: readonly Contribution[],
  today: CivilDate,
): Pick<PostedLetter, 'subject' | 'text'> {
  const late = about.filter((one) => daysLate(one, today) > 0);
  const count = about.length === 1 ? 'En lägesbild väntar på dig' : `${about.length} lägesbilder väntar på dig`;
  const lines = about.map((one) => {
    const days = daysLate(one, today);
    const when = days === 0 ? `senast ${one.dueOn}` : `skulle ha varit klar ${one.dueOn}, ${daysWord(days)} sen`;
    const link = `${letterMarks.site}${recordAddress('contribution', one.id)}`;
    return `${one.assignment.ref} ${one.assignment.title} (${one.period.name}, ${one.body.name}): ${when}\n${link}`;
  });
  return {
    subject:
      late.length > 0
        ? `Påminnelse: ${count}, ${late.length} försenad${late.length === 1 ? '' : 'e'}`
        : `Påminnelse: ${count}`,
    text: [
      `${count}. Skriv läge, bedömning och text, och markera som klar.`,
      ...lines,
      'Du får inget mer brev om det du har markerat som klart.',
    ].join('\n\n'),
  };
}

const daysWord = (days: number) => (days === 1 ? '1 dag' : `${days} dagar`);

async function noteReminded(w: Writer, about: readonly Contribution[], today: CivilDate): Promise<void> {
  if (about.length === 0) return;
  await w.db
    .updateTable('contribution')
    .set((eb) => ({ reminded_on: today, reminders: eb('reminders', '+', 1) }))
    .where('tenant_id', '=', w.tenantId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val(about.map(({ id }) => id)))))
    .execute();
  for (const { id } of about)
    await w.log({ noun: 'contribution', recordId: id, summary: 'reminded', after: { remindedOn: today } });
}
