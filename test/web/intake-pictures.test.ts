import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Proposal } from '../../src/domain/intake/index.ts';
import { openPaperReader } from '../../src/reading.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { readPaper } from '../support/intake-site.ts';
import { printedReport } from '../support/printed-report.ts';

const png = [0x89, 0x50, 0x4e, 0x47];
const startOf = (bytes: Uint8Array) => [...bytes.subarray(0, 4)];

suite('pages of a paper as pictures', () => {
  let site: DemoSite;
  let secretary: Visitor;
  let paper: Awaited<ReturnType<typeof readPaper>>;
  let one: Proposal;
  before(async () => {
    site = await openDemoSite();
    secretary = await site.signIn('sekreterare');
    paper = await readPaper(site, secretary, { name: 'rapport.pdf', content: await printedReport() });
    one = (await paper.proposals()).find(({ type, fields }) => type === 'assignment' && fields.number === 4)!;
  });
  after(() => site?.close());

  test('the passage is marked on the picture of its page, in the measure of the page', async () => {
    const page = await secretary.read(`/las-in/${paper.id}?post=${one.id}`);
    const [, src, number] = new RegExp(`<image href="(/las-in/${paper.id}/sida/(\\d)\\.png)"`).exec(page) ?? [];
    assert.ok(src, 'the page has a picture');
    assert.match(page, new RegExp(`aria-label="Bild av sidan ${number} med stället markerat`));
    const [, x, y, width] = /<rect class="page-mark" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/.exec(page) ?? [];
    assert.ok(Number(x) > 60 && Number(x) < 75, `x ${x}`);
    assert.ok(Number(y) > 20 && Number(y) < 842 && Number(width) > 50, `y ${y}, width ${width}`);
    const answer = await secretary.get(src);
    assert.equal(answer.headers.get('content-type'), 'image/png');
    assert.equal(answer.headers.get('cache-control'), 'private, no-store');
    assert.deepEqual(startOf(new Uint8Array(await answer.arrayBuffer())), png);
  });

  test('a page that is not there is not there, and who may not read gets none', async () => {
    assert.equal((await secretary.get(`/las-in/${paper.id}/sida/99.png`)).status, 404);
    assert.equal((await secretary.get(`/las-in/${paper.id}/sida/0.png`)).status, 404);
    assert.equal((await secretary.get(`/las-in/${paper.id}/sida/..%2f1.png`)).status, 404);
    const member = await site.signIn('ledamot');
    assert.equal((await member.get(`/las-in/${paper.id}/sida/1.png`)).status, 403);
    const text = await readPaper(site, secretary);
    assert.equal((await secretary.get(`/las-in/${text.id}/sida/1.png`)).status, 404, 'text has no pages');
    assert.doesNotMatch(await secretary.read(`/las-in/${text.id}`), /<image /);
  });

  test('the process that reads draws too, and survives what it cannot draw', async () => {
    const reader = openPaperReader();
    try {
      const bytes = await printedReport();
      const file = { fileName: 'rapport.pdf', bytes };
      assert.deepEqual(startOf(await reader.draw(file, { page: 1, width: 300 })), png);
      await assert.rejects(reader.draw(file, { page: 12, width: 300 }), { code: 'record.notFound' });
      const broken = { fileName: 'trasig.pdf', bytes: bytes.slice(0, 200) };
      await assert.rejects(reader.draw(broken, { page: 1, width: 300 }), { name: 'AppError' });
      assert.ok((await reader.read(file)).result.records.length > 5);
    } finally {
      await reader.close();
    }
  });
});
