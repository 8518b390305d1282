import type { Locator, Page } from 'playwright-core';
import { follow, mainOf, openMeeting, press } from './journey-preparation.ts';

/** The part of the screen where the item that is dealt with stands. */
export const itemOf = (tab: Page): Locator => tab.getByRole('region', { name: 'Punkten' });

/** Waits until the screen has said that something is written down. */
export const says = (tab: Page, text: string): Promise<void> =>
  tab.getByRole('status').filter({ hasText: text }).first().waitFor();

type RollCall = {
  readonly day: string;
  /** How each one answers, by name: the words of the button. */
  readonly answers: ReadonlyMap<string, string>;
  readonly vacantSeat: { readonly label: RegExp; readonly deputy: string };
  readonly at: string;
};

/** Calls the roll, lets the deputy serve for the vacant seat, and opens the meeting. */
export async function callRoll(tab: Page, { day, answers, vacantSeat, at }: RollCall): Promise<void> {
  await openMeeting(tab, day);
  await follow(mainOf(tab), 'Genomför');
  await press(mainOf(tab), 'Börja uppropet');
  for (const [name, answer] of answers)
    await mainOf(tab)
      .getByRole('group', { name: new RegExp(`^${name} `) })
      .getByLabel(answer, { exact: true })
      .check();
  await mainOf(tab)
    .getByText(/^I tur: /)
    .waitFor();
  await tab.getByLabel(vacantSeat.label).selectOption({ label: vacantSeat.deputy });
  await tab.getByLabel('Öppnas kl.').fill(at);
  await press(mainOf(tab), 'Öppna sammanträdet');
  await mainOf(tab)
    .getByRole('button', { name: /^Nästa punkt/ })
    .waitFor();
}

/** Calls up the next item and answers its § as the screen shows it. */
export async function nextItem(tab: Page, heading: string | RegExp): Promise<string> {
  await press(mainOf(tab), /^Nästa punkt/);
  await itemOf(tab).getByRole('heading', { level: 2, name: heading }).waitFor();
  const section = itemOf(tab)
    .getByText(/^§ \d+/)
    .first();
  await section.waitFor();
  return /§ \d+/.exec((await section.textContent()) ?? '')?.[0] ?? '';
}

/** Writes down how the item that is dealt with ended. */
export async function conclude(tab: Page, outcome: 'Bifall' | 'Till handlingarna'): Promise<void> {
  await press(itemOf(tab), outcome);
  await itemOf(tab).getByRole('button', { name: 'Ta tillbaka utgången' }).waitFor();
}

/** Announces a question in the item that is dealt with. */
export async function announceQuestion(tab: Page, by: string, question: string): Promise<void> {
  await unfold(tab, 'Anmälda frågor', itemOf(tab).getByLabel('Vem frågar'));
  await itemOf(tab).getByLabel('Vem frågar').fill(by);
  await itemOf(tab).getByLabel('Fråga', { exact: true }).last().fill(question);
  await press(itemOf(tab), 'Anmäl frågan');
  await says(tab, 'Frågan är anmäld');
}

/** Writes down the answer to the question that waits for one. */
export async function answerQuestion(tab: Page, by: string, answer: string): Promise<void> {
  await unfold(tab, 'Anmälda frågor', itemOf(tab).getByLabel('Vem svarar'));
  await itemOf(tab).getByRole('combobox', { name: 'Fråga' }).selectOption({ index: 1 });
  await itemOf(tab).getByLabel('Vem svarar').fill(by);
  await itemOf(tab).getByLabel('Svar', { exact: true }).fill(answer);
  await press(itemOf(tab), /svaret/);
  await says(tab, 'Svaret är antecknat');
}

async function unfold(tab: Page, title: string, inside: Locator): Promise<void> {
  if (!(await inside.isVisible())) await itemOf(tab).getByText(title, { exact: true }).click();
  await inside.waitFor();
}

/** Closes the meeting at a time and goes to its minutes. */
export async function closeMeeting(tab: Page, at: string): Promise<void> {
  await follow(mainOf(tab), 'Avsluta sammanträdet');
  await tab.getByLabel('Avslutas kl.').fill(at);
  await press(mainOf(tab), 'Avsluta sammanträdet');
  await follow(mainOf(tab), 'Till protokollet');
}
