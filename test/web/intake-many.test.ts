import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { listIntakeFiles, listProposals, type Proposal } from '../../src/domain/intake/index.ts';
import { insertProposals } from '../../src/domain/intake/intake-writer.ts';
import { countQueries, type QueryCounter } from '../support/count-queries.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { decideWaiting, type PaperFile, readPaper } from '../support/intake-site.ts';

/** A plan with as many assignments as a region gives in years, each with its answer. */
function largePaper(year: number, count: number): PaperFile {
  const words = ['skogar', 'stigar', 'broar', 'spår', 'rastplatser', 'utsikter', 'hamnar'];
  const parts = Array.from(
    { length: count },
    (_, at) =>
      `**Nr ${at + 1}. Att följa arbetet med ${words[at % words.length]} i område ${at + 1}.**\n\n**Svar:** Frågan har inte behandlats av beredningen.\n\n---\n`,
  );
  return {
    name: `stor-${year}.txt`,
    content: `# Återrapportering till hälso- och sjukvårdsnämnden\n\nBeredning för lokal vård ${year}\n\n***Hälso- och sjukvårdsnämndens beredningar får i uppdrag:***\n\n${parts.join('\n')}`,
  };
}

/** Milliseconds of the server within which a review of 500 opens; measured warm, as the middle of several. */
const allowed = 300;

suite('a file with 500 proposals', () => {
  let site: DemoSite;
  let secretary: Visitor;
  let paper: Awaited<ReturnType<typeof readPaper>>;
  let counter: QueryCounter;
  before(async () => {
    site = await openDemoSite();
    secretary = await site.signIn('sekreterare');
    paper = await readPaper(site, secretary, largePaper(2012, 250));
    const lack = 500 - (await paper.proposals()).length;
    const [like] = (await paper.proposals()).filter(({ type }) => type === 'assignment');
    if (lack > 0)
      await site.write('intake.handIn', async (w) => {
        await insertProposals(
          w,
          paper.id,
          Array.from({ length: lack }, () => like!),
        );
        await w.log({ noun: 'intakeFile', recordId: paper.id, summary: 'filled for a test' });
      });
    counter = countQueries(site.db);
  });
  after(() => site?.close());

  test('opens fast, a page at a time, with as many queries as a small one', async () => {
    assert.ok((await paper.proposals()).length >= 500);
    const times: number[] = [];
    for (const query of ['', '?sida=3', '?typ=reportEntry', '?sok=rastplatser', '?lage=alla&sida=9', '']) {
      counter.start();
      const started = performance.now();
      const page = await secretary.read(`/las-in/${paper.id}${query}`);
      times.push(performance.now() - started);
      assert.ok((page.match(/class="proposal-card"/g)?.length ?? 0) <= 50);
      assert.ok(counter.asked().length <= 16, `${query}: ${counter.asked().length} queries`);
      assert.ok(page.length < 300_000, `${query}: ${page.length} characters`);
    }
    const middle = times.toSorted((a, b) => a - b)[2]!;
    assert.ok(middle < allowed, `opened in ${times.map(Math.round).join(', ')} ms, where ${allowed} are allowed`);
    if (process.env.KANSLI_TIMES) console.error(`review of 500: ${times.map(Math.round).join(', ')} ms`);
  });

  test('asking to confirm them all answers at once, and the work tells how far it is', async () => {
    const started = performance.now();
    const answer = await secretary.post(`/las-in/${paper.id}/bekrafta`, { minst: '0.9', typ: 'assignment' });
    assert.equal(answer.status, 303);
    assert.ok(performance.now() - started < 1_000, 'nothing is confirmed inside the request');
    const begun = performance.now();
    await decideWaiting(site, secretary);
    if (process.env.KANSLI_TIMES) console.error(`confirming 250: ${Math.round(performance.now() - begun)} ms`);
    const [file] = (await site.read((r) => listIntakeFiles(r))).filter(({ id }) => id === paper.id);
    assert.equal(file?.many?.state, 'done');
    assert.ok((file.many.decided.assignment ?? 0) >= 250);
    assert.equal(file.many.done, file.many.total);
  });
});

suite('many at once and one by one', () => {
  test('come to the same', async () => {
    const outcomes = [];
    for (const together of [true, false]) {
      const site = await openDemoSite();
      try {
        const secretary = await site.signIn('sekreterare');
        const paper = await readPaper(site, secretary, largePaper(2011, 12));
        if (together) {
          await secretary.post(`/las-in/${paper.id}/bekrafta`, { minst: '0' });
          await decideWaiting(site, secretary);
        } else {
          const inOrder = (all: readonly Proposal[]) =>
            all.toSorted((a, b) => Number(a.type === 'reportEntry') - Number(b.type === 'reportEntry'));
          for (const { id, version, type } of inOrder(await paper.proposals()))
            if (!['assignmentLink', 'recordLink', 'bodyAlias'].includes(type))
              await secretary.post(`/las-in/${paper.id}/post/${id}/bekrafta`, { version: String(version) });
        }
        const all = await site.read((r) => listProposals(r, paper.id));
        outcomes.push(
          all.map(({ type, position, state, record, made, decidedBy }) => ({
            type,
            position,
            state,
            noun: record?.noun,
            made: type === 'reportEntry' ? undefined : made.map(({ noun }) => noun),
            decidedBy,
          })),
        );
      } finally {
        await site.close();
      }
    }
    assert.deepEqual(outcomes[0], outcomes[1]);
    assert.ok(outcomes[0]!.filter(({ state }) => state === 'confirmed').length >= 24);
  });
});
