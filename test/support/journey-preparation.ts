import type { Locator, Page } from 'playwright-core';
import { readDocument } from '../../src/documents/in/read-document.ts';

/** The main part of a page: where a person looks for what can be done. */
export const mainOf = (tab: Page): Locator => tab.getByRole('main');

/** Presses a button by its words. */
export const press = (where: Page | Locator, name: string | RegExp): Promise<void> =>
  where
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

/** Follows a link by its words. */
export const follow = (where: Page | Locator, name: string | RegExp): Promise<void> =>
  where
    .getByRole('link', { name, exact: typeof name === 'string' })
    .first()
    .click();

/** Goes to a room of the product by the main menu. */
export const room = (tab: Page, name: string): Promise<void> =>
  follow(tab.getByRole('navigation', { name: 'Huvudmeny' }), name);

/** Enters a body. */
export async function enterBody(tab: Page, body: { name: string; kind: string; above?: string }): Promise<void> {
  await room(tab, 'Organ');
  await follow(mainOf(tab), 'Lägg in organ');
  await tab.getByLabel('Namn', { exact: true }).fill(body.name);
  await tab.getByLabel('Slag av organ').selectOption({ label: body.kind });
  if (body.above) await tab.getByLabel('Överordnat organ').selectOption({ label: body.above });
  await press(mainOf(tab), 'Spara');
  await mainOf(tab).getByText('Organet är inlagt.').waitFor();
}

type Regulation = { readonly group: string; readonly rule: string; readonly value: string; readonly from: string };

/** Records what the body's own rules say, on its open page. */
export async function regulate(tab: Page, { group, rule, value, from }: Regulation): Promise<void> {
  const part = mainOf(tab).getByRole('group').filter({ hasText: group }).first();
  const change = part.getByRole('link', { name: `Ändra ${rule}` });
  if (!(await change.isVisible())) await part.getByText(group).first().click();
  await change.click();
  if (/^\d+$/.test(value)) await tab.getByLabel(rule).fill(value);
  else await tab.getByLabel(value, { exact: true }).check();
  await tab.getByLabel('Från och med').fill(from);
  await tab.getByLabel('Källa').fill('Bestämmelser för politiska organ');
  await press(mainOf(tab), 'Spara');
  await mainOf(tab).getByText('Värdet är antecknat').waitFor();
}

/** Begins a body's activity plan of a year, and ends on its page. */
export async function beginActivityPlan(tab: Page, body: string, year: string): Promise<void> {
  await room(tab, 'Sammanträden');
  await follow(mainOf(tab), 'Aktivitetsplaner');
  await follow(mainOf(tab), 'Ny aktivitetsplan');
  await tab.getByLabel('Organ').selectOption({ label: body });
  await tab.getByLabel('År').fill(year);
  await tab.getByLabel('Titel').fill(`Aktivitetsplan ${year}`);
  await press(mainOf(tab), 'Skapa planen');
  await mainOf(tab).getByText('Planen är skapad.').waitFor();
}

type NewDay = {
  readonly date: string;
  readonly place: string;
  /** What the day takes up, a line each, by category. */
  readonly slots: Readonly<Record<string, readonly string[]>>;
};

/** Adds a day to the activity plan whose page is open. */
export async function planDay(tab: Page, { date, place, slots }: NewDay): Promise<void> {
  await follow(mainOf(tab), 'Lägg till en dag');
  await tab.getByLabel('Datum').fill(date);
  await tab.getByLabel('Plats').fill(place);
  for (const [category, lines] of Object.entries(slots)) await tab.getByLabel(category).fill(lines.join('\n'));
  await press(mainOf(tab), 'Spara');
  await mainOf(tab).getByText('Sparat.').waitFor();
}

/** Opens a meeting from the list by its day. */
export async function openMeeting(tab: Page, day: string): Promise<void> {
  await room(tab, 'Sammanträden');
  await follow(mainOf(tab), new RegExp(day));
  await mainOf(tab)
    .getByRole('heading', { level: 1, name: new RegExp(day) })
    .waitFor();
}

/** Opens the page where the agenda is put together, from wherever in the meeting one is. */
export async function openAgenda(tab: Page, day: string): Promise<void> {
  const here = mainOf(tab).getByRole('link', { name: /^(Till dagordningen|Arbeta med dagordningen)$/ });
  if ((await here.count()) === 0) await openMeeting(tab, day);
  await here.first().click();
  await mainOf(tab).getByRole('heading', { name: 'Dagordning och kallelse' }).waitFor();
}

type ItemWords = {
  readonly title: string;
  readonly category?: string;
  readonly presenters?: readonly string[];
  readonly matter?: string | undefined;
  readonly summary?: string;
  /** The item that a new point stands under, as the list names it. */
  readonly under?: string;
};

/** Adds an item on the page of the agenda; ends on the page of the meeting. */
export async function addItem(tab: Page, item: ItemWords): Promise<void> {
  await follow(mainOf(tab), 'Lägg till punkt');
  await writeItem(tab, item);
  await press(mainOf(tab), 'Lägg till');
  await mainOf(tab).getByText('Punkten står på dagordningen.').waitFor();
}

/** Changes an item on the page of the meeting, and ends there. */
export async function changeItem(tab: Page, title: string, item: ItemWords): Promise<void> {
  await follow(mainOf(tab), `Ändra punkten : ${title}`);
  await writeItem(tab, item);
  await press(mainOf(tab), 'Spara');
  await mainOf(tab)
    .getByRole('link', { name: `Ändra punkten : ${item.title}`, exact: true })
    .waitFor();
}

async function writeItem(tab: Page, item: ItemWords): Promise<void> {
  await tab.getByLabel('Rubrik').fill(item.title);
  if (item.category) await tab.getByLabel('Slag av punkt').selectOption({ label: item.category });
  if (item.presenters) await tab.getByLabel('Föredragande').fill(item.presenters.join('\n'));
  if (item.matter) {
    await tab.getByLabel('Diarienummer').fill(item.matter);
    await tab.getByLabel('Öppna ett ärende').check();
  }
  if (item.summary) await tab.getByLabel('Sammanfattning').fill(item.summary);
  if (item.under) await tab.getByLabel('Delpunkt till').selectOption({ label: item.under });
}

/** Takes an item off the agenda, on the page of the meeting. */
export async function removeItem(tab: Page, title: string): Promise<void> {
  await follow(mainOf(tab), `Ta bort punkten : ${title}`);
  await press(mainOf(tab), 'Ta bort punkten');
  await mainOf(tab).getByRole('heading', { name: 'Dagordning' }).waitFor();
}

/** Writes the proposed decision of an item, on the page of the meeting. */
export async function propose(tab: Page, item: string, clauses: readonly string[]): Promise<void> {
  await follow(mainOf(tab), `Anteckna beslut : ${item}`);
  await tab.getByLabel('Beslutssatser').fill(clauses.join('\n'));
  await press(mainOf(tab), 'Anteckna');
  await mainOf(tab)
    .getByRole('link', { name: `Ändra förslaget : ${item}` })
    .waitFor();
}

/** Hands in the documents of an item, on the page of the agenda. */
export async function handIn(tab: Page, item: string, titles: readonly string[]): Promise<void> {
  await follow(mainOf(tab), `inget underlag : ${item}`);
  for (const title of titles) {
    const buffer = Buffer.from(title);
    await tab.getByLabel('Fil').setInputFiles({ name: 'handling.txt', mimeType: 'text/plain', buffer });
    await tab.getByLabel('Rubrik').fill(title);
    await press(mainOf(tab), 'Lämna in');
    await mainOf(tab).getByRole('link', { name: title, exact: true }).waitFor();
  }
  await follow(mainOf(tab), 'Till dagordningen');
}

/** Fetches a document by its link, and reads it as Kansli reads any paper: the text, line by line. */
export async function fetchText(tab: Page, link: string): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([tab.waitForEvent('download'), follow(mainOf(tab), link)]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const fileName = download.suggestedFilename();
  return { name: fileName, text: (await readDocument({ fileName, bytes: Buffer.concat(chunks) })).text };
}
