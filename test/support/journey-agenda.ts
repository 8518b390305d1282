import type { Page } from 'playwright-core';
import { createSeat, findBodyByName, registerPerson, type SeatRole } from '../../src/domain/organisation/index.ts';
import type { Writer } from '../../src/storage/database.ts';
import type { NoticePaper } from './journey-notice-paper.ts';
import {
  addItem,
  changeItem,
  follow,
  mainOf,
  openAgenda,
  openMeeting,
  press,
  removeItem,
} from './journey-preparation.ts';

/** What the activity plan says of the day, in its own words: they are not those of the notice. */
export const planned = {
  report: 'Återrapportering av uppdrag från hälso- och sjukvårdsnämnden 2020',
  input: 'Budgetinspel till hälso- och sjukvårdsnämnden',
  depth: 'Venöst centrum, Karlskoga',
  theme: 'Cervixscreening, möjligheter och utmaningar',
  prevention: 'Förebyggande och samhällsfrämjande arbete',
  plan: 'Aktivitetsplan 2021 utifrån arbetet med VP 2021',
  vision: 'Målbild 2030',
} as const;

/** The seats as the list of members of the paper has them: in a real authority they come from the election. */
export async function seatPeople(w: Writer<'organisation.edit'>, { body, seats }: NoticePaper): Promise<void> {
  const bodyId = (await findBodyByName(w, body))!.id;
  for (const { kind, order, party, role, person } of seats)
    await createSeat(w, {
      bodyId,
      kind,
      order,
      ...(party && { party }),
      ...(role && { role: role as SeatRole }),
      ...(person && { personId: await registerPerson(w, { name: person }) }),
    });
}

/** A clock time in minutes since midnight. */
export function minutes(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return hour! * 60 + minute!;
}

/** The summary of an item as it is typed: paragraphs apart, and the five points of the input as a list. */
export function summaryOf({ items, line }: NoticePaper, number: number): string {
  const summary = (items[number - 1]!.summary ?? '').split('\n').join('\n\n');
  if (number !== 5) return summary;
  const points = [`${line(132)} ${line(136).replace('- ', '')}`, ...[137, 138, 139, 140].map(line)];
  return [summary, ...points].join('\n');
}

/** The seven points of the information: two are standing, two come from the plan, three are new; then they are put in the order of the paper. */
export async function writePoints(desk: Page, day: string, { items }: NoticePaper): Promise<void> {
  const { title: head, points } = items[5]!;
  // In the paper the depth and the theme of the day stand under the information, and the vision is only a document.
  for (const title of [planned.depth, planned.theme, planned.vision]) await removeItem(desk, title);
  await renumber(desk, day);
  await openMeeting(desk, day);
  for (const [index, plannedAs] of [
    [0, points[0]!.title],
    [3, planned.prevention],
    [5, planned.plan],
    [6, points[6]!.title],
  ] as const)
    await changeItem(desk, plannedAs, { title: points[index]!.title, presenters: points[index]!.presenters });
  for (const [index, category] of [
    [1, 'fördjupning'],
    [2, 'tema'],
    [4, 'information'],
  ] as const) {
    await openAgenda(desk, day);
    const { title, presenters } = points[index]!;
    await addItem(desk, { title, presenters, category, under: `6 ${head}` });
  }
  await openAgenda(desk, day);
  const order = [3, 5, 0, 6, 1, 2, 4];
  for (const [place, point] of [...order].sort().entries())
    for (let at = order.indexOf(point); at > place; at -= 1) {
      await press(mainOf(desk), `Flytta upp : ${points[point]!.title}`);
      order.splice(at - 1, 2, point, order[at - 1]!);
    }
  await renumber(desk, day);
}

async function renumber(desk: Page, day: string): Promise<void> {
  await openAgenda(desk, day);
  await press(mainOf(desk), 'Numrera om');
  await mainOf(desk).getByText('Punkterna är numrerade i sin ordning.').waitFor();
}

/** The memo of a matter; its proposal comes from the item. */
export async function writeMemo(desk: Page, { items, line }: NoticePaper, number: number): Promise<void> {
  const { title, presenters, documents, summary } = items[number - 1]!;
  await follow(mainOf(desk), `PM : ${title}`);
  await desk.getByLabel('Tjänsteställe').fill('Staben Hälso- och sjukvård');
  await desk.getByLabel('Handläggare').fill(presenters[1]!);
  await desk.getByLabel('Sammanfattning').fill((summary ?? '').split('\n').join('\n\n'));
  for (const box of await desk.getByLabel('Beslutet får inga konsekvenser').all()) await box.check();
  await desk.getByLabel('Beslutsunderlag').fill(documents.join('\n'));
  await desk.getByLabel('Underskrift').fill([220, 221, 222].map(line).join('\n'));
  await desk.getByLabel('Skickas till').fill([226, 227].map(line).join('\n'));
  await press(mainOf(desk), 'Spara');
  await press(mainOf(desk), 'PM:et är klart');
  await mainOf(desk).getByText('PM:et är klart och kan skickas').waitFor();
}
