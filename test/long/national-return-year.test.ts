import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { questionsOf } from '../../src/domain/forms/index.ts';
import { createSeat, findBodyByName, registerPerson } from '../../src/domain/organisation/index.ts';
import {
  answerInReport,
  answersOfReturn,
  getNationalReport,
  listFormReturns,
  listNationalReports,
} from '../../src/domain/returns/index.ts';
import { noBrowser } from '../support/browser.ts';
import { closeMeeting, conclude, nextItem } from '../support/journey-desk.ts';
import { openWithAll, planMeeting } from '../support/journey-loop.ts';
import { enterBody, follow, mainOf, press, room } from '../support/journey-preparation.ts';
import {
  confirmAtOnce,
  fetchFile,
  giveSections,
  openReturn,
  openSection,
  questionOf,
  readIn,
  saveReady,
  settleFirst,
} from '../support/journey-return.ts';
import { answerers, rowTexts, writeSection } from '../support/journey-return-answers.ts';
import { type JourneySite, openJourneySite } from '../support/journey-site.ts';
import { toldOf } from '../support/printed-return.ts';
import { noSeeds, seedBytes } from '../support/seeds.ts';

const board = 'Hälso- och sjukvårdsnämnden';
const title = 'Redovisning av god och nära vård';

/** The meeting that approves. */
const meeting = { on: '2025-03-20', day: '20 mars 2025' } as const;

suite('a national return from paper to receipt: seed 004', { skip: noBrowser || noSeeds }, () => {
  let journey: JourneySite;
  let desk: Page;
  before(async () => {
    journey = await openJourneySite('2025-01-13T07:00:00.000Z');
    await journey.enter({ login: 'sekreterare', name: 'Siv Skrivare', role: 'committeeSecretary' });
    desk = await journey.visit('controller');
  });
  after(() => journey?.close());

  // A story stands on what came before: when a step fails, those after it are not tried.
  let failed: string | undefined;
  const step = (name: string, run: () => Promise<void>) =>
    test(name, async (t) => {
      if (failed) return t.skip(`after "${failed}"`);
      failed = name;
      try {
        await run();
        failed = undefined;
      } finally {
        if (failed) t.diagnostic(`${desk.url()}\n${await mainOf(desk).ariaSnapshot()}`);
      }
    });
  const report = async () => {
    const [found] = await journey.site.read((r) => listNationalReports(r));
    return await journey.site.read((r) => getNationalReport(r, found!.id));
  };
  const answerSections = async ({ login, sections }: (typeof answerers)[number]) => {
    const tab = await journey.visit(login);
    await openReturn(tab, title);
    for (const section of sections) {
      await openSection(tab, section);
      await writeSection(tab, section);
      await saveReady(tab);
    }
    await tab.context().close();
  };
  const answerTo = async (code: string) => (await report()).response.answers[code];

  step('the board, two units and those who will answer are there', async () => {
    const secretary = await journey.visit('sekreterare');
    await enterBody(secretary, { name: board, kind: 'nämnd' });
    for (const { unit } of answerers) await enterBody(secretary, { name: unit, kind: 'förvaltning', above: board });
    await secretary.context().close();
    for (const { login, name, unit } of answerers)
      await journey.enter({ login, name, role: 'caseOfficer', body: unit });
    await journey.site.write('organisation.edit', async (w) => {
      const bodyId = (await findBodyByName(w, board))!.id;
      for (const [order, name] of ['Olle Ordförande', 'Lena Ledamot', 'Lars Ledamot'].entries())
        await createSeat(w, {
          bodyId,
          kind: 'member',
          party: 'S',
          personId: await registerPerson(w, { name }),
          ...(order === 0 && { role: 'chair' as const }),
        });
    });
  });

  step('the paper is read in, and its answers are confirmed at once', async () => {
    await readIn(journey, desk, {
      name: '004.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(seedBytes('004')),
    });
    await confirmAtOnce(journey, desk, 'controller');
    const [paper] = await journey.site.read((r) => listFormReturns(r));
    assert.equal(paper!.answers.length, 49);
  });

  step('its answers become answers of the shipped form, and what cannot be read surely is asked for', async () => {
    const [paper] = await journey.site.read((r) => listFormReturns(r));
    await room(desk, 'Uppföljning');
    await follow(mainOf(desk), 'Redovisningar');
    await follow(mainOf(desk), paper!.title);
    await follow(mainOf(desk), 'Fyll i formuläret härifrån');
    await desk.getByLabel('Namn på redovisningen').fill(title);
    await desk.getByLabel('Organ som godkänner den').selectOption({ label: board });
    await desk.getByLabel('Ska vara inskickad').fill('2025-03-31');
    await press(mainOf(desk), 'Börja och ta in svaren');
    await mainOf(desk).getByText('Redovisningen är påbörjad med 39 svar ur papperet.').waitFor();
    const asks = mainOf(desk).getByRole('region', { name: 'Att fråga om' });
    const asked = await asks.getByRole('heading', { level: 3 }).allInnerTexts();
    assert.deepEqual(
      asked.map((heading) => /^Fråga (\d+(?: [a-z])?)/.exec(heading.replaceAll('\u00a0', ' '))?.[1]),
      ['4', '6', '8', '13', '15', '16', '18', '19', '21', '22', '29 a', '33', '34'],
    );
    for (const code of ['4', '6', '8', '13', '16', '33']) assert.equal(await answerTo(code), undefined, code);
    await press(asks, /^Det stämmer.*fråga 21$/);
    await mainOf(desk).getByText('Fråga 21 är besvarad.').waitFor();
    assert.equal((await answerTo('21'))!.origin, 'written');
  });

  step('the sections are given out to two people in two units', async () => {
    await openReturn(desk, title);
    for (const { sections, unit, name } of answerers) await giveSections(desk, { sections, unit, person: name });
    const { sections } = await report();
    assert.equal(sections.length, answerers.flatMap((one) => one.sections).length);
    for (const { unit, name, sections: own } of answerers)
      assert.equal(
        sections.filter((one) => one.unit?.name === unit && one.responsible[0]?.name === name).length,
        own.length,
      );
  });

  step('the one answers what is missing on steering; a hidden follow-up comes back with its answer', async () => {
    const rows = async () => rowTexts(await answerTo('15'));
    const told = await rows();
    assert.ok(told.every((text) => text.length > 40));
    await answerSections(answerers[0]);
    assert.deepEqual(await rows(), told);
  });

  step('the other answers the rest, and long texts that nobody touched are as the paper has them', async () => {
    const before = await report();
    const measures = rowTexts(before.response.answers['22']).join('');
    assert.ok(measures.length > 2000 && measures.includes('\n'));
    await answerSections(answerers[1]);
    const { response, sections } = await report();
    assert.deepEqual(
      sections.map(({ state }) => state),
      sections.map(() => 'ready'),
    );
    for (const [code, answer] of Object.entries(before.response.answers))
      if (answer.origin === 'readIn' && !['18', '22'].includes(code)) assert.deepEqual(response.answers[code], answer);
    assert.deepEqual(rowTexts(response.answers['22']), rowTexts(before.response.answers['22']));
  });

  step('a remark on an answer is asked, answered and settled', async () => {
    await openReturn(desk, title);
    await openSection(desk, 'Samverkan');
    await follow(questionOf(desk, '13'), /^Frågor och bilagor/);
    await desk.getByLabel('Fråga eller påpeka').fill('Gäller det även privata vårdcentraler?');
    await press(mainOf(desk), 'Lägg till');
    await mainOf(desk).getByText('Frågan är tillagd.').waitFor();
    const [{ login }] = answerers;
    const tab = await journey.visit(login);
    await openReturn(tab, title);
    await follow(mainOf(tab), 'Fråga 13');
    await tab.getByLabel('Svara på det som Prov Controller skrev').fill('Ja, alla i länet.');
    await press(mainOf(tab), /^Svara/);
    await mainOf(tab).getByText('Svaret är tillagt.').waitFor();
    await press(mainOf(tab), /^Avklarat/);
    await mainOf(tab).getByText('Frågan är avklarad.').waitFor();
    await tab.context().close();
  });

  step('the whole is reviewed, and what does not agree is settled with its reason', async () => {
    await openReturn(desk, title);
    await press(mainOf(desk), 'Lämna till granskning');
    await mainOf(desk).getByText('Redovisningen granskas nu.').waitFor();
    await follow(mainOf(desk), 'Granska hela');
    await mainOf(desk).getByText('Alla frågor som måste besvaras har svar.').waitFor();
    await openReturn(desk, title);
    await follow(mainOf(desk), 'Anmärkningar på svaren');
    await mainOf(desk).getByText('3 anmärkningar att se över').waitFor();
    const told = ((await mainOf(desk).textContent()) ?? '').replace(/\s+/g, ' ');
    for (const words of [
      'Fråga 1 c: Svaret tar upp 4 punkter. Formuläret ber om högst 3.',
      'Fråga 18: Svaret hänvisar till fråga 32, men det som nämns står under fråga 31.',
      'Fråga 22: Svaret säger 6 om vårdcentraler. Registrets serie säger 16 (2024)',
    ])
      assert.ok(told.includes(words), `${words} is not said in:\n${told}`);
    for (const reason of ['Två av punkterna hör ihop.', 'Så står det i originalet.', 'Sex av de sexton svarade.'])
      await settleFirst(desk, reason);
    await mainOf(desk).getByText('Inget att anmärka: talen går ihop och citaten är som i källan.').waitFor();
    await openReturn(desk, title);
    await press(mainOf(desk), 'Klar för beslut');
    await mainOf(desk).getByText('Redovisningen är klar för beslut.').waitFor();
  });

  step('the board approves it by a decision in a meeting, and it is frozen', async () => {
    const secretary = await journey.visit('sekreterare');
    await planMeeting(secretary, { body: board, on: meeting.on, held: false });
    await openReturn(secretary, title);
    await follow(mainOf(secretary), 'Ta upp på ett sammanträde');
    await secretary.getByLabel(meeting.day).check();
    await press(mainOf(secretary), 'Lägg på dagordningen');
    await mainOf(secretary).getByText('Redovisningen ligger på dagordningen.').waitFor();
    await journey.travelTo(`${meeting.on}T08:00:00.000Z`);
    await openWithAll(secretary, meeting.day, '09:00');
    await nextItem(secretary, /Redovisning av god och nära vård/);
    await conclude(secretary, 'Bifall');
    await closeMeeting(secretary, '11:00');
    await secretary.context().close();
    await openReturn(desk, title);
    await mainOf(desk).getByText(`Godkänd ${meeting.day}`).waitFor();
    await mainOf(desk).getByRole('link', { name: 'Öppna beslutet' }).waitFor();
  });

  step('what was approved is answered no more', async () => {
    await openSection(desk, 'Samverkan');
    await mainOf(desk).getByText('Redovisningen är i läget godkänd, så svaren ändras inte nu.').waitFor();
    assert.equal(await mainOf(desk).getByRole('textbox').count(), 0);
    const { id, response } = await report();
    const told = { value: { kind: 'text', text: 'Ett annat svar.' }, comment: null } as const;
    const { version } = response.answers['12']!;
    await assert.rejects(
      journey.site.write('return.edit', (w) =>
        answerInReport(w, { reportId: id, question: '12', answer: told, origin: 'written', expectedVersion: version }),
      ),
      { code: 'record.wrongState' },
    );
    assert.notEqual((await report()).response.frozenAt, null);
    assert.deepEqual((await report()).response.answers, response.answers);
  });

  let files: Readonly<Record<string, Uint8Array>>;
  step('the package is fetched: the document in its formats, the data, the plan that was attached', async () => {
    await openReturn(desk, title);
    const { name, bytes } = await fetchFile(desk, 'Allt att skicka in (ZIP)');
    assert.match(name, /\.zip$/);
    files = unzipSync(bytes);
    const names = Object.keys(files);
    for (const one of [/\.pdf$/, /\.docx$/, /\.csv$/, /\.json$/, /^bilagor\/fraga-4-.*handlingsplan/, /^las-mig\.txt$/])
      assert.ok(
        names.some((file) => one.test(file)),
        `${one} is not among ${names.join(', ')}`,
      );
  });

  for (const format of ['docx', 'pdf'])
    step(`its own ${format.toUpperCase()} is read in again and gives the same answers`, async () => {
      const { formVersion, answers } = (await report()).response;
      const name = Object.keys(files).find((one) => one.endsWith(`.${format}`))!;
      const read = await readIn(journey, desk, {
        name: `igen.${format}`,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(files[name]!),
      });
      assert.equal(read.length, questionsOf(formVersion.structure).length);
      const back = answersOfReturn(formVersion.structure, { answers: read });
      assert.deepEqual(back.toAsk, []);
      assert.deepEqual(back.differences, []);
      assert.deepEqual(toldOf(formVersion.structure, back.answers), toldOf(formVersion.structure, answers));
      // The control: an answer that is another is seen.
      const { '38': _, ...others } = back.answers;
      assert.notDeepEqual(toldOf(formVersion.structure, others), toldOf(formVersion.structure, answers));
    });

  step('it is sent in, and the receipt is noted', async () => {
    await journey.travelTo('2025-03-28T08:00:00.000Z');
    await openReturn(desk, title);
    await follow(mainOf(desk), 'Anteckna att den är inskickad');
    await desk.getByLabel('Dag', { exact: true }).fill('2025-03-27');
    await press(mainOf(desk), 'Anteckna');
    await mainOf(desk).getByText('Inskicket är antecknat.').waitFor();
    await mainOf(desk)
      .getByText(/Inskickad 27 mars 2025 till Socialstyrelsen/)
      .waitFor();
    await follow(mainOf(desk), 'Anteckna kvittot');
    await desk.getByLabel('Kvittots nummer').fill('2025-0417');
    await press(mainOf(desk), 'Anteckna');
    await mainOf(desk).getByText('Kvitto: 2025-0417').waitFor();
    assert.equal((await report()).state, 'sentIn');
  });
});
