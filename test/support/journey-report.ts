import type { Page } from 'playwright-core';
import { giveAssignment } from '../../src/domain/assignments/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import type { Writer } from '../../src/storage/database.ts';
import type { NoticePaper } from './journey-notice-paper.ts';
import { follow, mainOf, press, room } from './journey-preparation.ts';

/** Gives the assignments that the report-back of the paper answers: they stand in the plan of the committee above the body, long before the meeting. */
export async function giveAssignments(
  w: Writer<'assignment.give'>,
  paper: NoticePaper,
  givenBy: string,
): Promise<void> {
  const givenByBodyId = (await findBodyByName(w, givenBy))!.id;
  const bodyId = (await findBodyByName(w, paper.body))!.id;
  for (const { assignmentText, year } of paper.entries)
    await giveAssignment(w, {
      year,
      text: assignmentText ?? '',
      givenByBodyId,
      parties: [{ bodyId, role: 'consulted' }],
    });
}

/** Writes the report-back with the answers of the paper, until it is ready for the meeting. */
export async function writeReport(tab: Page, { body, entries }: NoticePaper): Promise<void> {
  await room(tab, 'Uppföljning');
  await follow(mainOf(tab), 'Skriv återrapportering');
  await tab.getByLabel('Organ').selectOption({ label: body });
  await tab.getByLabel('År').fill('2020');
  await press(mainOf(tab), 'Skriv utkastet');
  await mainOf(tab).getByText('Utkastet är skrivet.').waitFor();
  for (const { assignmentText, answer } of entries) {
    const title = (assignmentText ?? '').replace(/^Att (.)/u, (_, first: string) => first.toLocaleUpperCase('sv'));
    await follow(mainOf(tab).getByRole('region').filter({ hasText: title }), /^Ändra svaret/);
    await tab.getByRole('textbox', { name: 'Svar' }).fill(answer);
    await press(mainOf(tab), 'Spara svaret');
    await mainOf(tab).getByText('Svaret är sparat').waitFor();
    await openReport(tab, body);
  }
  await follow(mainOf(tab), 'Klar för beslut');
  await press(mainOf(tab), 'Klar för beslut');
  await mainOf(tab).getByText('Rapporten är klar för beslut.').waitFor();
}

/** Opens the report-back of a body from the list. */
export async function openReport(tab: Page, body: string): Promise<void> {
  await room(tab, 'Uppföljning');
  await follow(mainOf(tab), new RegExp(`^${body}.* 2020`));
  await mainOf(tab).getByRole('list', { name: 'Rapportens väg' }).waitFor();
}

/** Says on the page of a proposed decision that making it approves the report-back. */
export async function letDecisionApprove(tab: Page, decision: string): Promise<void> {
  await follow(mainOf(tab), decision);
  await follow(mainOf(tab), 'Beslutet godkänner en rapport');
  await tab.getByLabel('Rapport', { exact: true }).selectOption({ index: 1 });
  await press(mainOf(tab), 'Beslutet godkänner den');
  await mainOf(tab).getByText('Beslutet är kopplat till rapporten.').waitFor();
}
