import type { Page } from 'playwright-core';
import type { OfficialsItem, OfficialsPaper } from './officials-seed.ts';

/** Words of the menu. */
export const go = (page: Page, room: string): Promise<void> =>
  page.getByRole('navigation').getByRole('link', { name: room, exact: true }).first().click();
const press = (page: Page, button: string | RegExp): Promise<void> =>
  page.getByRole('main').getByRole('button', { name: button }).first().click();
const follow = (page: Page, link: string | RegExp): Promise<void> =>
  page.getByRole('main').getByRole('link', { name: link }).first().click();
const says = (page: Page, words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor();

/** Enters the group with those that have it together. */
export async function enterGroup(page: Page, paper: OfficialsPaper): Promise<void> {
  await go(page, 'Organ');
  await follow(page, 'Lägg in organ');
  await page.getByLabel('Namn', { exact: true }).fill(paper.body);
  await page.getByLabel('Slag av organ').selectOption({ label: 'chefsgrupp' });
  await press(page, 'Spara');
  for (const principal of paper.principals.slice(0, 2)) {
    await follow(page, 'Lägg till huvudman');
    await page.getByLabel('Huvudman', { exact: true }).selectOption({ label: principal });
    await page.getByLabel(/^Från och med/).fill('2022-01-01');
    await press(page, 'Lägg till huvudman');
    await says(page, 'Huvudmannen är tillagd.');
  }
}

/** Writes the group's own standing items instead of the usual ones. */
export async function writeStandingItems(
  page: Page,
  opening: readonly string[],
  closing: readonly string[],
): Promise<void> {
  await follow(page, 'Organets stående punkter');
  const rows = [
    ...opening.map((title) => [title, /^[Ff]örst/] as const),
    ...closing.map((title) => [title, /^[Ss]ist/] as const),
  ];
  const heading = page.getByLabel('Rubrik', { exact: true });
  const place = page.getByLabel('Plats', { exact: true });
  while ((await heading.count()) < rows.length) {
    const count = await heading.count();
    await press(page, 'Lägg till punkt');
    await heading.nth(count).waitFor();
  }
  for (const [index, [title, where]] of rows.entries()) {
    await heading.nth(index).fill(title);
    const options = await place.nth(index).locator('option').allInnerTexts();
    await place.nth(index).selectOption({ label: options.find((one) => where.test(one)) ?? options[0] ?? '' });
  }
  await press(page, 'Spara');
}

/** Plans a meeting of the group from its own page. */
export async function planMeeting(
  page: Page,
  day: {
    readonly body: string;
    readonly heldOn: string;
    readonly lastDay?: string | null;
    readonly place?: string;
    readonly mode?: string | null;
    readonly note?: string | null;
  },
): Promise<void> {
  await go(page, 'Sammanträden');
  await follow(page, 'Planera sammanträde');
  await page.getByLabel('Organ', { exact: true }).selectOption({ label: day.body });
  await page.getByLabel('Dag', { exact: true }).fill(day.heldOn);
  if (day.lastDay) await page.getByLabel(/^Sista dag/).fill(day.lastDay);
  if (day.place) await page.getByLabel(/^Plats/).fill(day.place);
  if (day.mode) await page.getByLabel(/^Form/).selectOption({ label: day.mode });
  if (day.note) await page.getByLabel(/^Anmärkning/).fill(day.note);
  await press(page, 'Planera');
  await says(page, 'Sammanträdet är planerat.');
}

/** Adds an item to the agenda that is open, before one of its closing items. */
export async function addItem(
  page: Page,
  item: OfficialsItem,
  where: { readonly before?: string; readonly under?: string },
): Promise<void> {
  await follow(page, 'Lägg till punkt');
  await page.getByLabel('Rubrik', { exact: true }).fill(item.title);
  await page.getByLabel(/^Föredragande/).fill(item.presenters.join('\n'));
  if (where.before) await choose(page, /^Står före/, where.before);
  if (where.under) await choose(page, /^Delpunkt till/, where.under);
  await press(page, 'Lägg till');
  await says(page, 'Punkten står på dagordningen.');
}

async function choose(page: Page, label: RegExp, words: string): Promise<void> {
  const select = page.getByLabel(label);
  const options = await select.locator('option').allInnerTexts();
  const found = options.find((one) => one.includes(words));
  if (!found) throw new Error(`Nothing in the list is called “${words}”: ${options.join(' | ')}`);
  await select.selectOption({ label: found });
}

/** Opens the page of a meeting from the list. */
export async function openMeeting(page: Page, day: string): Promise<void> {
  await go(page, 'Sammanträden');
  await follow(page, day);
}

/** Notes the proposal of an item before the meeting. */
export async function propose(page: Page, item: OfficialsItem): Promise<void> {
  await follow(page, item.title);
  await follow(page, 'Förslag till beslut');
  await page.getByLabel('Rubrik', { exact: true }).fill(item.title);
  await page.getByLabel('Beslutssatser').fill(item.clause ?? '');
  await page.getByLabel('Förslag till beslut').check();
  await press(page, 'Anteckna');
  await says(page, 'Förslaget till beslut är antecknat.');
}

/** Writes down who is expected, one block of the list at a time. */
export async function expect(page: Page, paper: OfficialsPaper): Promise<void> {
  for (const [block, capacity] of [
    ['region', 'företrädare för huvudman'],
    ['municipality', 'företrädare för huvudman'],
    ['other', 'inbjuden för upplysningar'],
  ] as const) {
    const lines = paper.people
      .filter((one) => one.block === block)
      .map(({ name, organisation, role }) => [name, organisation, role].filter(Boolean).join('; '));
    await page.getByLabel('Som', { exact: true }).selectOption({ label: capacity });
    await page.getByLabel('Deltagare', { exact: true }).fill(lines.join('\n'));
    await press(page, 'Lägg till på listan');
    await says(page, `${lines.length} personer är tillagda.`);
  }
}

/** Answers the roll call and opens the meeting. */
export async function callTheRoll(page: Page, paper: OfficialsPaper, at: string): Promise<void> {
  for (const { name, present } of paper.people)
    await page
      .getByRole('group', { name })
      .getByLabel(present ? 'Närvarande' : 'Frånvarande')
      .check();
  await page.getByLabel(/^Öppnas kl\./).fill(at);
  await press(page, 'Öppna sammanträdet');
}

/** Deals with the next item: what was said, and what was decided. */
export async function treat(page: Page, item: OfficialsItem): Promise<void> {
  await press(page, /^Nästa punkt/);
  await page.getByRole('heading', { name: `${item.number} ${item.title}` }).waitFor();
  if (item.text.length > 0) {
    await page.getByLabel('Ärendets gång').fill(paragraphsOf(item.text));
    await press(page, 'Spara Ärendets gång');
  }
  if (item.clause) await press(page, 'Bifall');
  if (!item.sentence) return;
  await page.getByText('Annan utgång').first().click();
  await page.getByLabel('Beslutet i en mening').fill(item.sentence);
  await press(page, 'Anteckna beslutet');
  await says(page, 'Punktens utgång är antecknad.');
}

/** Paragraphs with a blank line between them; lines that begin with a dash stand together and become a list. */
export function paragraphsOf(lines: readonly string[]): string {
  return lines
    .map((line, index) => {
      const before = lines[index - 1];
      if (before === undefined) return line;
      return line.startsWith('- ') && before.startsWith('- ') ? `\n${line}` : `\n\n${line}`;
    })
    .join('');
}

/** A link whose words are completed for those who hear it: "Anteckna besked: titel". */
function about(words: string, title: string): RegExp {
  return new RegExp(`^${words}\\s*: ${title.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}`, 'u');
}

/** Notes who endorsed a proposal, and where each principal stands when `stand` is told. */
export async function noteBacking(page: Page, item: OfficialsItem, stand?: string): Promise<void> {
  await follow(page, about('Anteckna besked', item.sentence ?? item.title));
  if (item.endorsedBy) await page.getByLabel('Har ställt sig bakom förslaget').fill(item.endorsedBy);
  if (stand)
    for (const select of await page.getByLabel(/^Besked från/).all()) await select.selectOption({ label: stand });
  await press(page, 'Spara');
  await says(page, 'Sparat.');
}

/** Writes what the sub-groups reported and where the slides are. */
export async function writeReports(page: Page, item: OfficialsItem): Promise<void> {
  await follow(page, about('Rapporter och bilder', item.title));
  await fillReports(page, item);
  if (item.slidesIn) await page.getByLabel('Bilderna finns i').fill(item.slidesIn);
  await press(page, 'Spara');
  await says(page, 'Sparat.');
}

async function fillReports(page: Page, { reports }: OfficialsItem): Promise<void> {
  for (const [index, { subGroup, reporter, report }] of reports.entries()) {
    await page.getByRole('textbox', { name: `Undergrupp ${index + 1}` }).fill(subGroup);
    await page.getByLabel(`Rapportör ${index + 1}`).fill(reporter);
    await page.getByRole('textbox', { name: new RegExp(`^Rapport ${index + 1}\\b`) }).fill(report);
  }
}

/** The page on which it is written what a decision led to, from the page about the group's principals. */
async function openEffect(page: Page, item: OfficialsItem, kind: string | RegExp): Promise<void> {
  await openMeeting(page, '9 december 2022');
  await follow(page, 'Huvudmän och undergrupper');
  await page
    .getByRole('main')
    .getByRole('link', { name: item.sentence ?? item.title, exact: true })
    .click();
  await follow(page, kind);
}

const fillIn = (page: Page, label: string, value: string | number | null | undefined): Promise<void> =>
  page
    .getByLabel(new RegExp(`^${label}`, 'u'))
    .fill(typeof value === 'number' ? String(value).replace('.', ',') : (value ?? ''));

/** A commission with what it costs, whom it engages and who pays (seed 003: staff, a purchased service, a budget). */
export async function recordCommission(page: Page, item: OfficialsItem): Promise<void> {
  const { commission } = item;
  if (!commission) throw new Error(`The paper tells no money in item ${item.number}.`);
  await openEffect(page, item, 'beställning med pengar eller tjänst');
  await fillIn(page, 'Vem får uppdraget', commission.who);
  await fillIn(page, 'Vad', commission.what);
  await fillIn(page, 'Tjänst, heltider', commission.fte);
  const payers = [...new Set([...commission.amounts, ...(commission.shares ?? [])].map(({ payer }) => payer ?? null))];
  for (const [index, payer] of payers.entries()) {
    const row = index + 1;
    await fillIn(page, `Betalare ${row}`, payer);
    await fillIn(page, `Belopp ${row}`, commission.amounts.find((one) => (one.payer ?? null) === payer)?.value);
    await fillIn(page, `Heltider ${row}`, commission.shares?.find((one) => one.payer === payer)?.fte);
  }
  await fillIn(page, 'Från och med', commission.from);
  await fillIn(page, 'Till och med', commission.to);
  await fillIn(page, 'Varifrån pengarna kommer', commission.fund);
  await press(page, 'Spara');
  await says(page, 'Det är inlagt och kopplat till beslutet.');
}

/** The renewed agreement: its form is filled from the clause, and only checked. */
export async function recordAgreement(page: Page, item: OfficialsItem): Promise<Readonly<Record<string, string>>> {
  await openEffect(page, item, 'överenskommelse eller förlängning');
  const filled = {
    from: await page.getByLabel(/^Från och med/).inputValue(),
    noticeMonths: await page.getByLabel(/^Uppsägningstid/).inputValue(),
    openEnded: String(await page.getByLabel('Gäller tills vidare').isChecked()),
  };
  await fillIn(page, 'Överenskommelse', item.agreement?.name);
  await press(page, 'Spara');
  await says(page, 'Det är inlagt och kopplat till beslutet.');
  return filled;
}

/** A deliverable that the decision gave no day: it is kept, and the lack is told. */
export async function recordDeliverable(page: Page, item: OfficialsItem): Promise<void> {
  await openEffect(page, item, /^leverans$/);
  await fillIn(page, 'Vad ska levereras', item.deliverable?.what);
  await press(page, 'Spara');
  await says(page, 'Det är inlagt och kopplat till beslutet. Något saknas; det står på beslutets sida.');
}

/** Who is appointed takes the seat that its holder leaves, in the working committee below the group. */
export async function replaceRepresentative(
  page: Page,
  {
    item,
    committee,
    leaves,
    takes,
    day,
  }: { item: OfficialsItem; committee: string; leaves: string; takes: string; day: string },
): Promise<void> {
  await go(page, 'Organ');
  await page.getByRole('main').getByRole('link', { name: committee, exact: true }).click();
  await follow(page, new RegExp(`^Gör vakant.*${leaves}`, 'u'));
  await fillIn(page, 'Från och med', day);
  await press(page, 'Gör vakant');
  await openEffect(page, item, 'utsedd person');
  await page.getByLabel('Plats', { exact: true }).selectOption({ index: 1 });
  await fillIn(page, 'Namn', takes);
  await fillIn(page, 'Från och med', day);
  await press(page, 'Spara');
  await says(page, 'Det är inlagt och kopplat till beslutet.');
}

/** Enters the working committee below the group, with the seat of one of its representatives. */
export async function enterCommittee(page: Page, group: string, committee: string, holder: string): Promise<void> {
  await go(page, 'Organ');
  await follow(page, 'Lägg in organ');
  await page.getByLabel('Namn', { exact: true }).fill(committee);
  await page.getByLabel('Slag av organ').selectOption({ label: 'utskott' });
  await page.getByLabel(/^Överordnat organ/).selectOption({ label: group });
  await press(page, 'Spara');
  await follow(page, 'Lägg till plats');
  await page.getByLabel('ledamot', { exact: true }).check();
  await page.getByLabel(/^Namn/).fill(holder);
  await page.getByLabel(/^Finns från/).fill('2022-01-01');
  await press(page, 'Lägg till plats');
  await says(page, 'Platsen är tillagd.');
}

export { follow, press, says };
