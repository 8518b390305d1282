import type { Page } from 'playwright-core';
import { follow, mainOf, press, room } from './journey-preparation.ts';

/** Begins the plan of a year from the room of goals, and ends on its page. */
export async function beginPlan(tab: Page, owner: string, year: string): Promise<void> {
  await room(tab, 'Mål');
  await follow(mainOf(tab), 'Planer');
  await follow(mainOf(tab), 'Börja en plan');
  await tab.getByLabel('Ägare').selectOption({ label: owner });
  await tab.getByLabel('År').fill(year);
  await tab.getByLabel('Rubrik').fill('Verksamhetsplan');
  await press(mainOf(tab), 'Börja');
  await mainOf(tab).getByText('Planen är påbörjad.').waitFor();
}

/** Opens the plan of a year from the list. */
export async function openPlan(tab: Page, year: string): Promise<void> {
  await room(tab, 'Mål');
  await follow(mainOf(tab), 'Planer');
  await follow(mainOf(tab).getByRole('row').filter({ hasText: year }), /^Verksamhetsplan/);
  await mainOf(tab).getByRole('heading', { name: 'Föreslagna uppdrag', level: 2 }).waitFor();
}

type Proposal = {
  readonly text?: string;
  readonly performers: readonly string[];
  readonly consulted?: readonly string[];
  /** The number of the point of input that it comes from. */
  readonly point?: number;
};

/** Proposes an assignment on the page of the plan, of its own or from a point of input; ends there. */
export async function proposeAssignment(tab: Page, { text, performers, consulted, point }: Proposal): Promise<void> {
  await follow(mainOf(tab), point === undefined ? 'Föreslå uppdrag' : `Föreslå uppdrag av punkt ${point}`);
  if (text) await tab.getByLabel('Uppdraget').fill(text);
  for (const [legend, names] of [
    ['Utförs av', performers],
    ['I samråd med', consulted ?? []],
  ] as const)
    for (const name of names)
      await mainOf(tab).getByRole('group', { name: legend }).getByLabel(name, { exact: true }).check();
  await press(mainOf(tab), 'Föreslå');
  await mainOf(tab).getByText('Uppdraget är föreslaget.').waitFor();
}

/** Gives all proposed assignments of the plan by a decision, on the page of the plan. */
export async function giveByDecision(tab: Page, decision: RegExp): Promise<void> {
  const chosen = mainOf(tab).getByRole('group', { name: 'Uppdrag att ge' });
  for (const box of await chosen.getByRole('checkbox').all()) await box.check();
  const choices = tab.getByLabel('Beslut', { exact: true });
  const label = (await choices.locator('option').allTextContents()).find((one) => decision.test(one));
  await choices.selectOption({ label: label! });
  await press(mainOf(tab), 'Ge valda uppdrag');
  await mainOf(tab)
    .getByText(/^Uppdragen är givna:/)
    .waitFor();
}
