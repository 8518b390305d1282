import type { Page } from 'playwright-core';
import { demoPassword } from './demo-site.ts';
import { follow, mainOf, openMeeting, press } from './journey-preparation.ts';

/** Opens the minutes of a meeting from the list of meetings. */
export async function openMinutes(tab: Page, day: string): Promise<void> {
  await openMeeting(tab, day);
  await follow(mainOf(tab), 'Protokoll');
  await mainOf(tab).getByRole('heading', { level: 1, name: 'Protokoll' }).waitFor();
}

/** Signs what waits on the first page of the one who is to sign. */
export async function signFromToday(tab: Page, day: string): Promise<void> {
  await follow(tab.getByRole('navigation', { name: 'Huvudmeny' }), 'Idag');
  await follow(mainOf(tab), new RegExp(`${day}$`));
  await follow(mainOf(tab), 'Läs och skriv under');
  await tab.getByLabel('Ditt lösenord').fill(demoPassword);
  await press(mainOf(tab), 'Skriv under');
  await mainOf(tab)
    .getByText(/^Du (har skrivit under|skrev under sist)/)
    .waitFor();
}

/** Puts an adjustment on the notice board, by the words of its link. */
export async function announce(tab: Page, link: string | RegExp): Promise<void> {
  await follow(mainOf(tab), link);
  await tab.getByLabel('Var protokollet förvaras').fill('Regionkansliet');
  await press(mainOf(tab), 'Anslå justeringen');
  await mainOf(tab).getByText('Justeringen är anslagen.').waitFor();
}

/** The notice board as anybody reads it: each notice on a line, with its days. */
export async function boardRows(visitor: Page): Promise<readonly string[]> {
  // The rows are read at once, and the board may be the page one comes from: only its loading tells that it is the new one.
  await Promise.all([visitor.waitForEvent('load'), follow(visitor, 'Anslagstavla')]);
  const rows = await mainOf(visitor).getByRole('row').allInnerTexts();
  return rows.map((row) => row.replace(/\s+/g, ' ').trim());
}
