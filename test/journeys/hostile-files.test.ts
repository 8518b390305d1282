import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { authorize } from '../../src/domain/access/index.ts';
import { listIntakeFiles, readIntakeFile } from '../../src/domain/intake/index.ts';
import { quickCorpus } from '../hostile/corpus.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { handInFiles } from '../support/intake-site.ts';
import { openPaperReader } from '../support/paper-reader.ts';

/** Three files made to do harm, as someone hands them in, while others work. */
const names = ['bomb-1gb.docx', 'billion-laughs.docx', 'flate-bomb-1gb.pdf'] as const;
const says = [/blir mer än \d+ megabyte när det packas upp/, /egna definitioner i sin XML/, /blir mer än \d+ megabyte/];

suite('files made to do harm', () => {
  let site: DemoSite;
  let secretary: Visitor;
  const reader = openPaperReader();
  before(async () => {
    site = await openDemoSite();
    secretary = await site.signIn('sekreterare');
  });
  after(async () => {
    await reader.close();
    await site.close();
  });

  test('the server answers others while they are read, its memory stays flat, and each file says what was wrong', async () => {
    const papers = names.map((name) => {
      const file = quickCorpus.find((one) => one.name === name)!;
      return { name, content: Uint8Array.from(file.bytes()) };
    });
    assert.equal((await handInFiles(site, secretary, papers)).status, 303);
    const auth = authorize(site.operator, 'intake.handIn');
    const files = (await site.read((r) => listIntakeFiles(r))).filter(({ state }) => state === 'queued');
    assert.equal(files.length, names.length);
    const memory = process.memoryUsage().rss;
    const tools = { db: site.db, blobs: site.services.blobs, read: reader.read };
    const reading = Promise.all(files.map(({ id }) => readIntakeFile(tools, auth, id)));
    let answered = 0;
    let done = false;
    void reading.finally(() => {
      done = true;
    });
    while (!done) {
      const started = performance.now();
      assert.equal((await secretary.get('/')).status, 200);
      assert.ok(performance.now() - started < 3_000, 'the page came while files were read');
      answered += 1;
    }
    await reading;
    assert.ok(answered > 2, `only ${answered} pages were answered meanwhile`);
    const grown = (process.memoryUsage().rss - memory) / 1_000_000;
    assert.ok(grown < 150, `the server grew by ${grown.toFixed(0)} MB`);
    for (const [index, name] of names.entries()) {
      const file = files.find(({ fileName }) => fileName === name)!;
      const page = await secretary.read(`/las-in/${file.id}`);
      assert.match(page, /Filen kunde inte läsas/);
      assert.match(page, says[index]!);
      assert.doesNotMatch(page, /\{\w+\}/);
    }
  });

  test('a file that is too large is refused when it is handed in', async () => {
    const content = new Uint8Array(10_000_001);
    const answer = await handInFiles(site, secretary, [{ name: 'stor.pdf', content }]);
    assert.equal(answer.status, 413);
    assert.match(await answer.text(), /större än 10 megabyte/);
  });
});
