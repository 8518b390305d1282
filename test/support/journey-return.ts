import type { Locator, Page } from 'playwright-core';
import { readAnswerOf } from '../../src/domain/intake/confirm/confirm-question.ts';
import { listIntakeFiles, listProposals } from '../../src/domain/intake/index.ts';
import type { FormAnswer } from '../../src/domain/returns/index.ts';
import { decideWaiting, readWaiting } from './intake-site.ts';
import { follow, mainOf, press, room } from './journey-preparation.ts';
import type { JourneySite } from './journey-site.ts';

type Paper = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** Hands a paper in and lets it be read; ends on the page of the paper. Answers what was read as answers to questions. */
export async function readIn({ site }: JourneySite, tab: Page, paper: Paper): Promise<readonly FormAnswer[]> {
  await room(tab, 'Läs in');
  await tab.getByLabel('Filer').setInputFiles(paper);
  await press(mainOf(tab), 'Läs in');
  await mainOf(tab).getByRole('heading', { name: 'Filen läses in' }).waitFor();
  await press(mainOf(tab), 'Sluta uppdatera sidan av sig själv');
  await readWaiting(site);
  await press(mainOf(tab), 'Visa läget nu');
  await mainOf(tab)
    .getByRole('link', { name: /^Bekräfta \d+ säkra?/ })
    .waitFor();
  const proposals = await site.read(async (r) => {
    const file = (await listIntakeFiles(r)).find(({ fileName }) => fileName === paper.name);
    return listProposals(r, file!.id);
  });
  return proposals.flatMap(({ type, id, version, fields }) =>
    type === 'question'
      ? [
          {
            id: id as string as FormAnswer['id'],
            version,
            ...readAnswerOf(fields as Parameters<typeof readAnswerOf>[0]),
          },
        ]
      : [],
  );
}

/** Confirms all that was read in the paper whose page is open and has no open question. */
export async function confirmAtOnce({ site }: JourneySite, tab: Page, login: string): Promise<void> {
  await follow(mainOf(tab), /^Bekräfta \d+ säkra?/);
  await tab.getByLabel('Hur säker läsningen ska ha varit').selectOption({ label: 'Alla utan öppna frågor' });
  await press(mainOf(tab), 'Filtrera');
  await press(mainOf(tab), /^Bekräfta \d+ förslag$/);
  await mainOf(tab).getByText('Många förslag bekräftas').waitFor();
  await decideWaiting(site, await site.signIn(login));
  await mainOf(tab)
    .getByText(/^Bekräftat: /)
    .waitFor();
}

/** Opens the return that is worked on, from the list. */
export async function openReturn(tab: Page, title: string): Promise<void> {
  await room(tab, 'Uppföljning');
  await follow(mainOf(tab), 'Redovisningar');
  await follow(mainOf(tab), title);
  await mainOf(tab)
    .getByRole('heading', { level: 1, name: new RegExp(`^${title}`) })
    .waitFor();
}

/** Opens a section of a return, from the page of the return. */
export async function openSection(tab: Page, title: string): Promise<void> {
  await follow(mainOf(tab), title);
  await mainOf(tab).getByRole('heading', { level: 1, name: title }).waitFor();
}

/** A question of the section that is open, by its number. */
export const questionOf = (tab: Page, number: string): Locator =>
  mainOf(tab).getByRole('article', { name: new RegExp(`^${number} `) });

/** Gives sections of the return whose page is open to a person of a unit. */
export async function giveSections(
  tab: Page,
  { sections, unit, person }: { readonly sections: readonly string[]; readonly unit: string; readonly person: string },
): Promise<void> {
  await follow(mainOf(tab), 'Dela ut avsnitt');
  for (const section of sections) await tab.getByLabel(section, { exact: true }).check();
  await tab.getByLabel('Enhet').selectOption({ label: unit });
  await tab.getByLabel(person, { exact: true }).check();
  await press(mainOf(tab), 'Dela ut');
  await mainOf(tab).getByText('Avsnitten är utdelade.').waitFor();
}

/** Answers every row of a matrix that has no answer with one option. */
export async function answerOpenRows(question: Locator, option: string): Promise<void> {
  for (const row of await question.getByRole('radiogroup').all())
    if ((await row.getByRole('radio', { checked: true }).count()) === 0)
      await row.getByRole('radio', { name: option, exact: true }).check();
}

/** Saves the section that is open and says that it is ready; ends on the page of the return. */
export async function saveReady(tab: Page): Promise<void> {
  await press(mainOf(tab), 'Spara och markera klart');
  await mainOf(tab).getByText('Avsnittet är klart.').waitFor();
}

/** Settles the first remark on the answers, on the page of all of them, with the reason why the answer stands; ends on that page again. */
export async function settleFirst(tab: Page, reason: string): Promise<void> {
  await follow(mainOf(tab), /^Lämna svaret så/);
  await tab.getByLabel('Skäl', { exact: true }).fill(reason);
  await press(mainOf(tab), 'Lämna så');
  await mainOf(tab).getByText('Anmärkningen är avgjord.').waitFor();
  await follow(tab, 'Anmärkningar på svaren');
  await mainOf(tab).getByRole('heading', { level: 1, name: 'Anmärkningar på svaren' }).waitFor();
}

/** Fetches a file of the return whose page is open by its link. */
export async function fetchFile(
  tab: Page,
  link: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const [download] = await Promise.all([tab.waitForEvent('download'), follow(mainOf(tab), link)]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(Buffer.concat(chunks)) };
}
