import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Answer } from '../../src/domain/forms/index.ts';
import { follow, mainOf, press } from './journey-preparation.ts';
import { answerOpenRows, questionOf } from './journey-return.ts';

/** Who has which sections of the form: the one has those on steering, the other those on the work with patients and staff. */
export const answerers = [
  {
    login: 'styrning',
    name: 'Stina Styrning',
    unit: 'Hälso- och sjukvårdsstaben',
    sections: [
      'Övergripande insatser',
      'Breddinförda insatser',
      'Styrning av omställningen',
      'Uppföljning och utvärdering',
      'Kommunikation',
      'Samverkan',
      'Tillgänglighet',
    ],
  },
  {
    login: 'narvard',
    name: 'Nils Närvård',
    unit: 'Närvården',
    sections: [
      'Delaktighet',
      'Hälsofrämjande insatser',
      'Primärvården i landsbygd',
      'Vårdens medarbetare',
      'Förstärkning av ambulanssjukvård',
      'Kontinuitet och fasta kontakter',
    ],
  },
] as const;

/** What the two write in the sections that the paper left something out of. */
export async function writeSection(tab: Page, section: string): Promise<void> {
  const question = (number: string) => questionOf(tab, number);
  const choose = (number: string, option: string) =>
    question(number).getByLabel(option, { exact: true }).first().check();
  switch (section) {
    case 'Styrning av omställningen':
      await choose('4', 'Ja');
      await choose('6', 'Nej');
      await press(mainOf(tab), 'Spara');
      await mainOf(tab).getByText('Svaren är sparade.').waitFor();
      return attach(tab, '4');
    case 'Uppföljning och utvärdering': {
      await answerOpenRows(question('8'), 'Ja');
      const follow = question('10 a');
      const told = await follow.getByRole('textbox').first().inputValue();
      assert.ok(told.length > 100);
      await choose('10', 'Nej');
      await follow.waitFor({ state: 'hidden' });
      await press(mainOf(tab), 'Spara');
      await mainOf(tab)
        .getByText(/^(Svaren är sparade|Inget var ändrat)/)
        .waitFor();
      assert.equal(await follow.count(), 0);
      await choose('10', 'Ja');
      assert.equal(await follow.getByRole('textbox').first().inputValue(), told);
      return;
    }
    case 'Samverkan':
      return answerOpenRows(question('13'), 'Delvis');
    case 'Tillgänglighet':
      await answerOpenRows(question('15'), 'Ja');
      return answerOpenRows(question('16'), 'Nej');
    case 'Delaktighet':
      await choose('18', 'Information om den till patienter och allmänhet');
      await choose('19', 'Andra åtgärder, ange vad');
      return question('19').getByLabel('Ange vad', { exact: true }).fill('En mall för samtalet');
    case 'Hälsofrämjande insatser':
      return answerOpenRows(question('22'), 'Ja');
    case 'Kontinuitet och fasta kontakter':
      await choose('29 a', 'Specialistläkare i allmänmedicin');
      await choose('29 a', 'ST-läkare i allmänmedicin');
      await answerOpenRows(question('33'), 'Nej');
      return choose('34', 'Via 1177.se');
  }
}

/** What stands beside each row of a matrix. */
export function rowTexts(answer: Answer | undefined): readonly string[] {
  return answer?.value.kind === 'matrix' ? Object.values(answer.value.rows).flatMap(({ text }) => text ?? []) : [];
}

/** Lets the plan go with the answer to a question of the section that is open, and comes back to it. */
async function attach(tab: Page, number: string): Promise<void> {
  await follow(questionOf(tab, number), /^Frågor och bilagor/);
  const buffer = Buffer.from('Handlingsplan');
  await tab.getByLabel('Fil').setInputFiles({ name: 'handlingsplan.txt', mimeType: 'text/plain', buffer });
  await press(mainOf(tab), 'Bifoga');
  await mainOf(tab).getByText('Filen är bifogad.').waitFor();
  await follow(mainOf(tab), 'Till avsnittet');
}
