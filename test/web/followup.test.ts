import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { assessmentsOf } from '../../src/domain/assessments/index.ts';
import { listBudgetInputs } from '../../src/domain/inputs/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { claimHash, listReports, reportDocument } from '../../src/domain/reports/index.ts';
import { errorCatalogue } from '../../src/kernel/errors.ts';
import { demoReport, entryTo, followReport } from '../support/demo-report.ts';
import { leadsTo, openDemoSite, secretaryOf } from '../support/demo-site.ts';

const local = 'Beredning för lokal vård';
const site = await openDemoSite();
after(site.close);
const [secretary, member] = [await site.signIn('sekreterare'), await site.signIn('ledamot')];
const otherSecretary = await secretaryOf(site, 'Beredning för psykisk hälsa');
const { draft, path, now, answerPath, save } = await followReport(site, 2026);

suite('the list of report-backs', () => {
  test('has every report with its state, what is missing, and who has not begun', async () => {
    const list = await member.read('/uppfoljning');
    for (const { id } of await site.read((r) => listReports(r))) assert.match(list, new RegExp(`/uppfoljning/${id}"`));
    for (const words of ['utkast', 'överlämnad', 'Inte påbörjade 2026', 'Beredning för psykisk hälsa'])
      assert.ok(list.includes(words), words);
    assert.doesNotMatch(list, /\/uppfoljning\/ny/, 'a member is offered nothing to write');
    assert.match(await secretary.read('/uppfoljning'), /href="\/uppfoljning\/ny"/);
  });

  test('begins a report, and leads to the one that exists', async () => {
    const mental = await site.read((r) => findBodyByName(r, 'Beredning för psykisk hälsa'));
    const begun = await leadsTo(
      await otherSecretary.post('/uppfoljning/ny', { bodyId: mental?.id ?? '', year: '2026' }),
    );
    assert.match(await otherSecretary.read(begun), /neuropsykiatrisk utredning/);
    const again = await otherSecretary.post('/uppfoljning/ny', { bodyId: mental?.id ?? '', year: '2026' });
    assert.equal(again.status, 409);
    assert.match(await again.text(), new RegExp(`href="${begun}"`));
    const wrong = await secretary.post('/uppfoljning/ny', { bodyId: mental?.id ?? '', year: 'i år' });
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), /Skriv ett heltal/);
    const form = await otherSecretary.read('/uppfoljning/ny');
    assert.ok(!form.includes(`>${local}<`), 'only the bodies one may write for');
  });
});

suite('who may read and who may write', () => {
  test('a member reads all of it and is offered nothing to change', async () => {
    const page = await member.read(path(draft));
    assert.match(page, /Information om det mobila teamet/);
    assert.doesNotMatch(page, /Ändra svaret|Klar för beslut<\/span>|\/texter"|\/uppdatera"/);
    await member.read(path(draft, '/forhandsgranska'));
  });

  for (const [name, rest] of [
    ['the answer', () => answerPath(3).replace(path(draft), '')],
    ['the proposal', () => answerPath(3, '/forslag').replace(path(draft), '')],
    ['the texts', () => '/texter'],
    ['ready', () => '/klar'],
  ] as const)
    test(`${name} is shown neither to a member nor to the secretary of another body`, async () => {
      await member.read(path(draft, rest()), 403);
      await otherSecretary.read(path(draft, rest()), 403);
      assert.equal((await member.post(path(draft, rest()), { version: '1' })).status, 403);
    });

  test('the secretary of another body changes nothing', async () => {
    const before = await now();
    assert.equal((await save(otherSecretary, 3, 'Något annat.')).status, 403);
    for (const [rest, fields] of [
      ['/texter', { title: 'Ny', version: String(before.version) }],
      ['/uppdatera', {}],
      ['/klar', { version: String(before.version) }],
      [answerPath(3, '/citat').replace(path(draft), ''), { choice: 'remove', version: '1' }],
      [
        answerPath(3, '/belagg').replace(path(draft), ''),
        { claimHash: entryTo(before, 3).claims[0]?.hash ?? '', source: `agendaItem:${before.id}` },
      ],
    ] as const)
      assert.equal((await otherSecretary.post(path(draft, rest), fields)).status, 403, rest);
    assert.deepEqual(await now(), before);
  });

  test('a report, an answer and a format that do not exist are unknown pages', async () => {
    const none = '00000000-0000-4000-8000-000000000000';
    await secretary.read(`/uppfoljning/${none}`, 404);
    await secretary.read('/uppfoljning/inte-ett-id', 404);
    await secretary.read(path(draft, `/svar/${none}`), 404);
    await secretary.read(path(draft, '/fil/exe'), 404);
    await secretary.read(`/uppfoljning/lagen/${none}`, 404);
    await secretary.read(`/uppfoljning/inspel/${none}`, 404);
  });
});

suite('an answer', () => {
  test('is saved, its unproved sentence marked, and evidence attached and taken away', async () => {
    const answer = 'Information gavs vid sammanträdet den 17 september. Alla vårdcentraler blir klara före jul.';
    assert.equal(await leadsTo(await save(secretary, 4, answer)), path(draft, `#svar-${entryTo(draft, 4).id}`));
    const page = await secretary.read(path(draft));
    assert.match(page, /1 utan belägg/);
    assert.match(page, /data-proved="false">Alla vårdcentraler blir klara före jul\./);
    const entry = entryTo(await now(), 4);
    assert.deepEqual(
      entry.claims.map(({ state }) => state),
      ['supported', 'unsupported'],
    );
    const source = entry.claims[0]?.evidence[0];
    assert.ok(source);
    const pointer = { claimHash: claimHash('Alla vårdcentraler blir klara före jul.') };
    await leadsTo(
      await secretary.post(answerPath(4, '/belagg'), { ...pointer, source: `${source.noun}:${source.id}` }),
    );
    assert.equal(entryTo(await now(), 4).claims[1]?.state, 'supported');
    const detach = { ...pointer, noun: source.noun, sourceId: source.id };
    await leadsTo(await secretary.post(answerPath(4, '/belagg/ta-bort'), detach));
    assert.equal(entryTo(await now(), 4).claims[1]?.state, 'unsupported');
    const nothing = await secretary.post(answerPath(4, '/belagg'), { ...pointer, source: 'nonsens' });
    assert.equal(nothing.status, 422);
  });

  test('goes back to the proposal, which is shown beside it first', async () => {
    const proposed = entryTo(draft, 4).answer;
    const page = await secretary.read(answerPath(4, '/forslag'));
    assert.ok(page.includes(proposed), 'the proposal is shown');
    assert.match(page, /Alla vårdcentraler blir klara före jul/);
    await leadsTo(
      await secretary.post(answerPath(4, '/forslag'), { version: String(entryTo(await now(), 4).version) }),
    );
    const entry = entryTo(await now(), 4);
    assert.deepEqual([entry.answer, entry.edited], [proposed, false]);
  });

  test('that someone else saved meanwhile is shown beside what was typed, and saving again is a choice', async () => {
    const { version } = entryTo(await now(), 6);
    await leadsTo(await save(secretary, 6, 'Den första texten.', version));
    const conflict = await save(secretary, 6, 'Den andra texten.', version);
    assert.equal(conflict.status, 409);
    const page = await conflict.text();
    assert.match(page, /<blockquote lang="sv">Den första texten\.<\/blockquote>/);
    assert.match(page, /<textarea[^>]*>\s*Den andra texten\.<\/textarea>/);
    assert.ok(page.includes(errorCatalogue['record.changedMeanwhile'].text.sv));
    const shown = Number(/name="version" value="(\d+)"/.exec(page)?.[1]);
    assert.equal(shown, version + 1);
    await leadsTo(await save(secretary, 6, 'Den andra texten.', shown));
    assert.equal(entryTo(await now(), 6).answer, 'Den andra texten.');
  });

  test('shows what the body answered the year before', async () => {
    const lastYear = await demoReport(site, 2025);
    const page = await secretary.read(answerPath(3));
    assert.ok(page.includes(entryTo(lastYear, 3).answer));
  });

  test('sent twice with the same key is saved once', async () => {
    const { version } = entryTo(await now(), 8);
    const fields = { answer: 'En gång.', version: String(version), idempotencyKey: 'samma-nyckel' };
    await leadsTo(await secretary.post(answerPath(8), fields));
    await leadsTo(await secretary.post(answerPath(8), fields));
    assert.equal(entryTo(await now(), 8).version, version + 1);
    await leadsTo(await secretary.post(answerPath(8, '/forslag'), { version: String(version + 1) }));
  });

  test('numbers its evidence as the document numbers its notes', async () => {
    const report = await now();
    const page = await member.read(path(report));
    const notes = reportDocument(report, { linkTo: () => '/' }).notes ?? [];
    const shown = [
      ...page.matchAll(/<li value="(\d+)" id="belagg-[\d-]+">.*?<p class="evidence-title"><a [^>]*>([^<]*)</gs),
    ];
    const listed = new Map(shown.map(([, number, title]) => [Number(number), title]));
    assert.equal(listed.size, notes.length);
    for (const { number, content } of notes)
      assert.deepEqual([{ kind: 'link', href: '/', text: listed.get(number) }], content);
  });
});

suite('situations and quotations', () => {
  const assignment = (): string => entryTo(draft, 2).assignment.id;

  test('all of a year stand in a table, those without a situation too', async () => {
    const page = await member.read('/uppfoljning/lagen?ar=2026');
    for (const { assignment: one } of draft.entries)
      assert.ok(page.includes(`/uppfoljning/lagen/${one.id}`), one.title);
    assert.match(page, /saknar lägesbild för Delårsrapport 2026/);
    assert.match(await member.read('/uppfoljning/lagen?ar=1999'), /Året har inga uppdrag/);
  });

  test('a new text gives a new version, the quotation shows both, and a person decides', async () => {
    const [saved] = await site.read((r) => assessmentsOf(r, assignment()));
    assert.ok(saved?.body);
    const text = 'En arbetsgrupp återstår. Uppdraget har startat men bedöms inte vara klart vid årets slut.';
    const fields = { period: 'interim', bodyId: saved.body.id, text };
    await leadsTo(await secretary.post(`/uppfoljning/lagen/${assignment()}`, { ...fields, version: '1' }));
    const [changed] = await site.read((r) => assessmentsOf(r, assignment()));
    assert.deepEqual([changed?.version, changed?.status, changed?.text], [2, 'startedDelayed', text]);
    const page = await secretary.read(path(draft));
    assert.ok(page.includes(saved.text) && page.includes(text), 'both texts');
    assert.match(page, /det finns en nyare text/);
    const choose = async (choice: string): Promise<string> =>
      await leadsTo(
        await secretary.post(answerPath(2, '/citat'), { choice, version: String(entryTo(await now(), 2).version) }),
      );
    await choose('keep');
    assert.equal(entryTo(await now(), 2).quotation?.outdated?.kept, true);
    await choose('refresh');
    assert.equal(entryTo(await now(), 2).quotation?.text, text);
  });

  test('two who write at once see both texts', async () => {
    const [saved] = await site.read((r) => assessmentsOf(r, assignment()));
    const fields = { period: 'interim', bodyId: saved?.body?.id ?? '', text: 'Uppdraget fortsätter.', version: '1' };
    const conflict = await secretary.post(`/uppfoljning/lagen/${assignment()}`, fields);
    assert.equal(conflict.status, 409);
    const page = await conflict.text();
    assert.ok(page.includes(saved?.text ?? '–') && page.includes('Uppdraget fortsätter.'));
    assert.match(page, /name="version" value="2"/);
  });

  test('a situation without words is not saved, and a member may not write one', async () => {
    const empty = await secretary.post(`/uppfoljning/lagen/${assignment()}`, { period: 'annual', version: '0' });
    assert.equal(empty.status, 422);
    assert.match(await empty.text(), /Fyll i fältet/);
    const fields = { period: 'annual', text: 'Uppdraget fortsätter.', version: '0' };
    assert.equal((await member.post(`/uppfoljning/lagen/${assignment()}`, fields)).status, 403);
    assert.doesNotMatch(await member.read(`/uppfoljning/lagen/${assignment()}`), /Skriv en lägesbild/);
  });

  test('what a report cites of a situation or a position can be followed to its page', async () => {
    const page = await member.read(path(draft));
    const cited = [...page.matchAll(/href="(\/(?:lagesbilder|standpunkter)\/[^"]+)"/g)].map(([, href]) => href ?? '');
    assert.ok(
      cited.some((href) => href.startsWith('/lagesbilder/')) && cited.some((href) => href.startsWith('/standpunkter/')),
    );
    for (const href of new Set(cited)) assert.ok([200, 303].includes((await member.get(href)).status), href);
  });
});

suite('input to the next plan', () => {
  test('shows its points, and says which assignment took each up', async () => {
    const [input] = await site.read((r) => listBudgetInputs(r, { forYear: 2026 }));
    assert.ok(input);
    assert.match(await member.read('/uppfoljning/inspel'), new RegExp(`/uppfoljning/inspel/${input.id}"`));
    const page = await member.read(`/uppfoljning/inspel/${input.id}`);
    for (const { text } of input.points) assert.ok(page.includes(text), text);
    assert.doesNotMatch(page, /\/utfall"/, 'a member settles nothing');
    const target = entryTo(draft, 7).assignment.id;
    const first = input.points[0];
    assert.ok(first);
    const fields = {
      version: String(input.version),
      'points.1.outcome': 'takenUp',
      'points.1.assignmentIds': target,
    };
    const at = `/uppfoljning/inspel/${input.id}/utfall`;
    await leadsTo(await secretary.post(at, fields));
    const [saved] = await site.read((r) => listBudgetInputs(r, { id: input.id }));
    assert.deepEqual(
      saved?.points[0]?.assignments.map(({ id }) => id),
      [target],
    );
    assert.deepEqual(saved?.points.slice(1), input.points.slice(1));
    assert.equal((await otherSecretary.post(at, fields)).status, 403);
  });
});

test('every page speaks English, with the Swedish of the records marked as such', async () => {
  const delivered = await demoReport(site, 2025);
  for (const address of [
    '/uppfoljning',
    '/uppfoljning/lagen',
    '/uppfoljning/inspel',
    path(delivered),
    path(delivered, '/forhandsgranska'),
  ]) {
    const page = await member.read(`${address}?lang=en`);
    assert.match(page, /<html lang="en"/);
    assert.match(page, /lang="sv"/);
  }
});
