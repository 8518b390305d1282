import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { errorCatalogue } from '../../src/kernel/errors.ts';
import { decideOnReport, entryTo, followReport } from '../support/demo-report.ts';
import { demoOrigin, leadsTo, openDemoSite } from '../support/demo-site.ts';
import { assertConformingPdf } from '../support/pdf.ts';

const site = await openDemoSite();
after(site.close);
let [secretary, member] = [await site.signIn('sekreterare'), await site.signIn('ledamot')];
const { draft, path, now, save } = await followReport(site, 2026);

suite('the document and its files', () => {
  test('the preview is the document, and each file has its type and its name', async () => {
    const page = await member.read(path(draft, '/forhandsgranska'));
    assert.match(page, /<article class="document" lang="sv">/);
    for (const [format, type] of [
      ['pdf', 'application/pdf'],
      ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      ['html', 'text/html; charset=utf-8'],
      ['json', 'application/json'],
    ] as const) {
      const response = await member.get(path(draft, `/fil/${format}`));
      assert.equal(response.headers.get('content-type'), type);
      assert.match(
        response.headers.get('content-disposition') ?? '',
        new RegExp(`^attachment; filename="aterrapportering-2026-beredning-for-lokal-vard\\.${format}"`),
      );
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (format === 'pdf') await assertConformingPdf(bytes);
      if (format === 'html') assert.ok(new TextDecoder().decode(bytes).includes(`href="${demoOrigin}/sammantraden/`));
      if (format === 'json') assert.equal(JSON.parse(new TextDecoder().decode(bytes)).year, 2026);
    }
  });
});

suite('the way to the end', () => {
  test('title, foreword, closing and receiver are saved; a conflict shows both', async () => {
    const { version, to } = await now();
    const fields = { title: 'Återrapportering 2026', foreword: 'Inledning.', closing: 'Slut.', toBodyId: '' };
    await leadsTo(await secretary.post(path(draft, '/texter'), { ...fields, version: String(version) }));
    const saved = await now();
    assert.deepEqual(
      [saved.title, saved.foreword, saved.closing, saved.to],
      ['Återrapportering 2026', 'Inledning.', 'Slut.', null],
    );
    const conflict = await secretary.post(path(draft, '/texter'), {
      ...fields,
      foreword: 'En annan.',
      version: String(version),
    });
    assert.equal(conflict.status, 409);
    const page = await conflict.text();
    assert.ok(page.includes('<blockquote lang="sv">Inledning.</blockquote>') && page.includes('En annan.'));
    await leadsTo(
      await secretary.post(path(draft, '/texter'), {
        ...fields,
        toBodyId: to?.id ?? '',
        version: String(saved.version),
      }),
    );
    const untitled = await secretary.post(path(draft, '/texter'), { ...fields, title: ' ', version: '9' });
    assert.equal(untitled.status, 422);
  });

  test('what must be put right stands in the way of ready; what should be looked at does not', async () => {
    await leadsTo(await save(secretary, 9, ''));
    const blocked = await secretary.read(path(draft, '/klar'));
    assert.match(blocked, /Uppdrag 9 saknar svar/);
    assert.doesNotMatch(blocked, /<form[^>]*\/klar"/);
    const refused = await secretary.post(path(draft, '/klar'), { version: String((await now()).version) });
    assert.equal(refused.status, 422);
    await leadsTo(await save(secretary, 9, 'Kraven är klara.'));
    assert.match(
      await secretary.read(path(draft, '/klar')),
      /Uppdrag 9<\/a>: Meningen har inget belägg\. <span lang="sv">”Kraven är klara\.”/,
    );
    await leadsTo(await secretary.post(path(draft, '/klar'), { version: String((await now()).version) }));
    assert.equal((await now()).state, 'ready');
  });

  test('a report that is ready takes no edits until it is reopened', async () => {
    const refused = await save(secretary, 3, 'Efteråt.');
    assert.equal(refused.status, 409);
    assert.match(await refused.text(), /läget ”klar för beslut”/);
    await leadsTo(await secretary.post(path(draft, '/oppna'), { version: String((await now()).version) }));
    assert.equal((await now()).state, 'draft');
    await leadsTo(await secretary.post(path(draft, '/uppdatera')));
    await leadsTo(await secretary.post(path(draft, '/klar'), { version: String((await now()).version) }));
  });

  test('approval asks for a decision of the body, and says how to get one', async () => {
    const without = await secretary.read(path(draft, '/godkann'));
    assert.match(without, /Det finns inget fattat beslut att välja/);
    assert.match(without, /torsdag 3 december 2026/);
    assert.equal((await secretary.post(path(draft, '/godkann'), { version: '1' })).status, 422);
    const wrong = { decisionId: draft.id, version: String((await now()).version) };
    const refused = await secretary.post(path(draft, '/godkann'), wrong);
    assert.equal(refused.status, 409);
    const decisionId = await decideOnReport(site, 'Återrapporteringen godkänns');
    const page = await secretary.read(path(draft, '/godkann'));
    assert.match(page, /Återrapporteringen godkänns/);
    const fields = { decisionId, version: String((await now()).version) };
    const remarksCount = /name="remarksCount" value="(\d+)"/.exec(page)?.[1] ?? '';
    assert.ok(Number(remarksCount) >= 2, 'the meeting of 3 December and the answer without evidence');
    const ticks: readonly Record<string, string>[] = [{}, { remarksCount }, { remarksSeen: 'on', remarksCount: '1' }];
    for (const seen of ticks) {
      const unseen = await secretary.post(path(draft, '/godkann'), { ...fields, ...seen });
      assert.equal(unseen.status, 422);
      assert.match(await unseen.text(), /anmärkningar som ingen har tagit ställning till/);
    }
    await leadsTo(await secretary.post(path(draft, '/godkann'), { ...fields, remarksSeen: 'on', remarksCount }));
    assert.equal((await now()).state, 'approved');
    const { rows } = await site.db.pool.query('select seen_by, remarks from remarks_seen');
    assert.deepEqual([rows.length, rows[0].remarks.length], [1, Number(remarksCount)]);
  });

  test('a frozen report shows the document that was approved, and refuses every edit with the sentence of the catalogue', async () => {
    const report = await now();
    const page = await secretary.read(path(draft));
    assert.ok(report.frozen && page.includes(report.frozen.hash));
    assert.match(page, /Rapporten är låst/);
    assert.doesNotMatch(page, /Ändra svaret|\/texter"|\/uppdatera"/);
    const sentence = errorCatalogue['record.wrongState'].text.sv.replace('{state}', 'godkänd');
    const { version } = entryTo(report, 3);
    const claim = entryTo(report, 3).claims[0];
    for (const [rest, fields] of [
      [`/svar/${entryTo(report, 3).id}`, { answer: 'Efteråt.', version: String(version) }],
      [`/svar/${entryTo(report, 3).id}/forslag`, { version: String(version) }],
      [`/svar/${entryTo(report, 3).id}/citat`, { choice: 'remove', version: String(version) }],
      [
        `/svar/${entryTo(report, 3).id}/belagg`,
        { claimHash: claim?.hash ?? '', source: `agendaItem:${claim?.evidence[0]?.id}` },
      ],
      ['/texter', { title: 'Ny', version: String(report.version) }],
      ['/uppdatera', {}],
      ['/klar', { version: String(report.version) }],
      ['/oppna', { version: String(report.version) }],
    ] as const) {
      const refused = await secretary.post(path(draft, rest), fields);
      assert.equal(refused.status, 409, rest);
      assert.ok((await refused.text()).includes(sentence), rest);
    }
    for (const rest of ['/texter', '/klar', '/godkann', `/svar/${entryTo(report, 3).id}`])
      assert.ok((await secretary.read(path(draft, rest), 409)).includes(sentence), rest);
    assert.deepEqual(await now(), report);
  });

  test('delivery asks first, notes the day, and ends the way', async () => {
    assert.match(await secretary.read(path(draft, '/overlamna')), /Hälso- och sjukvårdsnämnden/);
    await member.read(path(draft, '/overlamna'), 403);
    const { version } = await now();
    const early = await secretary.post(path(draft, '/overlamna'), { version: String(version), on: '2026-11-22' });
    assert.equal(early.status, 422, 'before it was approved');
    site.travelTo('2026-12-10T09:00:00Z');
    secretary = await site.signIn('sekreterare');
    member = await site.signIn('ledamot');
    await leadsTo(await secretary.post(path(draft, '/overlamna'), { version: String(version), on: '2026-12-04' }));
    const report = await now();
    assert.deepEqual([report.state, report.deliveredOn], ['delivered', '2026-12-04']);
    const pdf = await member.get(path(draft, '/fil/pdf'));
    await assertConformingPdf(new Uint8Array(await pdf.arrayBuffer()));
    await secretary.read(path(draft, '/overlamna'), 409);
  });
});
