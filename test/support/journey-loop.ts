import type { Page } from 'playwright-core';
import { follow, mainOf, openMeeting, press, room } from './journey-preparation.ts';

type HeldMeeting = {
  readonly body: string;
  readonly on: string;
  readonly items: readonly { readonly title: string; readonly assignment?: string }[];
};

/** Plans a meeting and ends on its page. */
export async function planMeeting(
  tab: Page,
  { body, on, held }: { readonly body: string; readonly on: string; readonly held: boolean },
): Promise<void> {
  await room(tab, 'Sammanträden');
  await follow(mainOf(tab), 'Planera sammanträde');
  await tab.getByLabel('Organ', { exact: true }).selectOption({ label: body });
  await tab.getByLabel('Dag', { exact: true }).fill(on);
  if (held) await tab.getByLabel('Sammanträdet har redan hållits').check();
  await press(mainOf(tab), 'Planera');
  await mainOf(tab).getByText('Sammanträdet är planerat.').waitFor();
}

/** Enters a meeting that was held, with its items, and says with which assignment each dealt. */
export async function enterHeldMeeting(tab: Page, { body, on, items }: HeldMeeting): Promise<void> {
  await planMeeting(tab, { body, on, held: true });
  for (const { title, assignment } of items) {
    await follow(mainOf(tab), 'Lägg till punkt');
    await tab.getByLabel('Rubrik').fill(title);
    await press(mainOf(tab), 'Lägg till');
    await mainOf(tab).getByText('Punkten står på dagordningen.').waitFor();
    if (assignment) await dealtWith(tab, title, assignment);
  }
}

/** Says on the page of a meeting that an item dealt with an assignment. */
async function dealtWith(tab: Page, item: string, assignment: string): Promise<void> {
  await follow(mainOf(tab), `Koppla uppdrag : ${item}`);
  await press(mainOf(tab), `Koppla uppdrag ${assignment}`);
  await mainOf(tab)
    .getByText(new RegExp(`^Punkten är kopplad till uppdrag ${assignment}`))
    .waitFor();
}

/** Writes down the decision that an item of a held meeting made, on the page of the meeting. */
export async function recordMade(tab: Page, item: string, clauses: readonly string[]): Promise<void> {
  await follow(mainOf(tab), `Anteckna beslut : ${item}`);
  await tab.getByLabel('Beslutssatser').fill(clauses.join('\n'));
  await tab.getByLabel('Fattat beslut').check();
  await press(mainOf(tab), 'Anteckna');
  await mainOf(tab).getByText('Beslutet är fattat och antecknat.').waitFor();
}

/** Enters the interim period of a year and asks every performer for its text. */
export async function askForContributions(tab: Page, year: string): Promise<void> {
  await room(tab, 'Uppföljning');
  await follow(mainOf(tab), 'Lägesbilder');
  await follow(mainOf(tab), 'Perioder');
  await follow(mainOf(tab), 'Lägg in en period');
  await tab.getByLabel('År', { exact: true }).fill(year);
  await press(mainOf(tab), 'Lägg in');
  await mainOf(tab).getByText('Perioden är inlagd.').waitFor();
  await press(mainOf(tab), 'Begär in lägesbilder av alla utförare');
  await mainOf(tab)
    .getByText(/begärda?\./)
    .first()
    .waitFor();
}

/** Writes what a unit says of its assignment and marks it ready, from the list of what is asked for. */
export async function contribute(
  tab: Page,
  { status, text }: { readonly status: RegExp; readonly text: string },
): Promise<void> {
  await room(tab, 'Uppföljning');
  await follow(mainOf(tab), 'Lägesbilder');
  await follow(mainOf(tab), 'Nästa av mina');
  const choices = tab.getByLabel('Läge', { exact: true });
  const label = (await choices.locator('option').allTextContents()).find((one) => status.test(one));
  await choices.selectOption({ label: label! });
  await tab.getByLabel('Text', { exact: true }).fill(text);
  await press(mainOf(tab), 'Spara och markera som klar');
  await mainOf(tab).getByText('Lägesbilden är klar.').waitFor();
}

/** Begins the input of a body to a plan; ends on its page. */
export async function beginInput(
  tab: Page,
  { body, year, to }: { readonly body: string; readonly year: string; readonly to: string },
): Promise<void> {
  await room(tab, 'Uppföljning');
  await follow(mainOf(tab), 'Inspel');
  await follow(mainOf(tab), 'Skriv inspel');
  await tab.getByLabel('Organ', { exact: true }).selectOption({ label: body });
  await tab.getByLabel('Planens år').fill(year);
  await tab.getByLabel('Mottagare').selectOption({ label: to });
  await press(mainOf(tab), 'Börja');
  await mainOf(tab)
    .getByText(/^Inspelet är påbörjat/)
    .waitFor();
}

/** Opens the input of a body from the list. */
export async function openInput(tab: Page, body: string): Promise<void> {
  await room(tab, 'Uppföljning');
  await follow(mainOf(tab), 'Inspel');
  await follow(mainOf(tab).getByRole('row').filter({ hasText: body }), /Inspel/);
  await mainOf(tab).getByRole('heading', { name: 'Punkter', level: 2 }).waitFor();
}

/** Writes a point of one's own, on the page of the input. */
export async function writePoint(
  tab: Page,
  { headline, reasoning, about }: { readonly headline: string; readonly reasoning: string; readonly about?: string },
): Promise<void> {
  await follow(mainOf(tab), 'Skriv en egen punkt');
  await tab.getByLabel('Vad ni vill').fill(headline);
  await tab.getByLabel('Varför').fill(reasoning);
  if (about) {
    const choices = tab.getByLabel('Rör uppdrag');
    const label = (await choices.locator('option').allTextContents()).find((one) => one.includes(about));
    await choices.selectOption({ label: label! });
  }
  await press(mainOf(tab), 'Spara punkten');
  await mainOf(tab).getByText('Sparat.').waitFor();
}

/** Puts the input whose page is open on the agenda of a meeting: that of the body that gives it, or that of the one that receives it. */
export async function putInputOn(tab: Page, day: string): Promise<void> {
  const choices = tab.getByLabel('Sammanträde', { exact: true });
  const label = (await choices.locator('option').allTextContents()).find((one) => one.endsWith(day));
  await choices.selectOption({ label: label! });
  await press(mainOf(tab), 'Lägg på föredragningslistan');
  await mainOf(tab).getByText('Punkten ligger på föredragningslistan.').waitFor();
}

/** Writes the whole report-back on one page: what is changed is changed there, the rest stands as it was drafted. Ends when it is ready. */
export async function writeWholeReport(
  tab: Page,
  {
    body,
    year,
    answers,
  }: { readonly body: string; readonly year: string; readonly answers: ReadonlyMap<string, string> },
): Promise<void> {
  await room(tab, 'Uppföljning');
  await follow(mainOf(tab), 'Skriv återrapportering');
  await tab.getByLabel('Organ', { exact: true }).selectOption({ label: body });
  await tab.getByLabel('År', { exact: true }).fill(year);
  await press(mainOf(tab), 'Skriv utkastet');
  await mainOf(tab)
    .getByText(/^Utkastet är skrivet/)
    .waitFor();
  await follow(mainOf(tab), 'Skriv hela rapporten');
  for (const [title, answer] of answers)
    await mainOf(tab).getByRole('group', { name: title }).getByLabel('Svar', { exact: true }).fill(answer);
  await press(mainOf(tab), 'Spara och gör klar');
  await mainOf(tab).getByRole('heading', { name: 'Klar för beslut?' }).waitFor();
  await press(mainOf(tab), 'Klar för beslut');
  await mainOf(tab).getByText('Rapporten är klar för beslut.').waitFor();
}

/** Summons to a meeting and opens it when its day has come: everybody who has a seat is there. */
export async function openWithAll(tab: Page, day: string, at: string): Promise<void> {
  await openMeeting(tab, day);
  await follow(mainOf(tab), 'Genomför');
  await press(mainOf(tab), 'Börja uppropet');
  for (const seat of await mainOf(tab).getByRole('group').all()) {
    const here = seat.getByLabel('Närvarande', { exact: true });
    if ((await here.count()) === 1) await here.check();
  }
  await tab.getByLabel('Öppnas kl.').fill(at);
  await press(mainOf(tab), 'Öppna sammanträdet');
  await mainOf(tab)
    .getByRole('button', { name: /^Nästa punkt/ })
    .waitFor();
}

/** Says what the plan made of the points of an input: which were taken up, and that the rest is left for a reason. */
export async function settlePoints(
  tab: Page,
  {
    takenUp,
    left,
    decision,
    reason,
  }: { takenUp: readonly number[]; left: readonly number[]; decision: RegExp; reason: string },
): Promise<void> {
  await follow(mainOf(tab), 'Ange vad punkterna blev');
  for (const number of takenUp) {
    const point = mainOf(tab).getByRole('group', { name: new RegExp(`^${number}\\. `) });
    await point.getByLabel('upptagen', { exact: true }).check();
    const choices = point.getByLabel(/^Beslut/);
    const label = (await choices.locator('option').allTextContents()).find((one) => decision.test(one));
    await choices.selectOption({ label: label! });
  }
  for (const number of left) {
    const point = mainOf(tab).getByRole('group', { name: new RegExp(`^${number}\\. `) });
    await point.getByLabel('lämnad', { exact: true }).check();
    await point.getByLabel(/^Skäl/).fill(reason);
  }
  await press(mainOf(tab), 'Spara');
  await mainOf(tab)
    .getByText(/^Sparat\./)
    .waitFor();
}
