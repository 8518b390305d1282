import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { getDecision } from '../../src/domain/decisions/index.ts';
import { correctValue, defineIndicator, getSeries, keepValues } from '../../src/domain/indicators/index.ts';
import { getPeriodReport, getReport, type Report, reportsWaitingFor } from '../../src/domain/reports/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildDecision } from '../support/build-decisions.ts';
import { buildPeriod } from '../support/build-followup.ts';
import { buildAgendaItem, buildMeeting } from '../support/build-meetings.ts';
import { buildBody } from '../support/build-organisation.ts';
import { buildHearing } from '../support/build-proceedings.ts';
import { type DemoSite, leadsTo, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { assertConformingPdf } from '../support/pdf.ts';

let site: DemoSite;
let controller: Visitor;
let secretary: Visitor;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  controller = await site.signIn('controller');
  secretary = await site.signIn('sekreterare');
  member = await site.signIn('ledamot');
});
after(() => site.close());

const now = (id: string): Promise<Report> => site.read((r) => getReport(r, id as Id<'report'>));
const version = async (id: string) => String((await now(id)).version);

/** Begins a report in its form, and answers with its id. */
async function begin(kind: 'interim' | 'annual', bodyId: string, year: string): Promise<string> {
  const made = await controller.post('/uppfoljning/period/ny', { kind, year, bodyId });
  assert.equal(made.status, 303);
  return made.headers.get('location')!.split('/').at(-1)!;
}

suite('an interim report, from its start until it waits with its receivers', () => {
  let id: string;
  let page: string;
  let figure: string;
  let hearing: Awaited<ReturnType<typeof buildHearing>>;
  let assembly: Id<'body'>;
  let auditors: Id<'body'>;

  test('it is begun, gets its title and receivers, and a chapter is written', async () => {
    hearing = await buildHearing(site.database, { clauses: ['att godkänna delårsrapporten'] });
    assembly = await buildBody(site.database, { name: 'Länets fullmäktige' });
    auditors = await buildBody(site.database, { name: 'Länets revisorer' });
    const { body } = await site.read((r) => getDecision(r, hearing.decisionId!));
    id = await begin('interim', body.id, '2026');
    page = `/uppfoljning/period/${id}`;
    const form = await controller.read(`${page}/texter`);
    assert.match(form, /Titel och mottagare/);
    assert.doesNotMatch(form, /name="foreword"/, 'the texts of a period report are chapters');
    assert.ok(form.includes(`${page}/kapitel/closing`), 'the closing words are a chapter');
    const fields = {
      title: 'Delårsrapport augusti 2026',
      toBodyId: assembly,
      'alsoTo.0.bodyId': auditors,
      version: await version(id),
    };
    const wrong = await controller.post(`${page}/texter`, { ...fields, toBodyId: body.id });
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), /value="Delårsrapport augusti 2026"/, 'what was typed is kept');
    await leadsTo(await controller.post(`${page}/texter`, fields));
    assert.equal((await controller.post(`${page}/texter`, fields)).status, 409, 'somebody has saved since');
    assert.equal((await member.get(`${page}/texter`)).status, 403);
    assert.equal((await member.post(`${page}/texter`, fields)).status, 403);
    const receivers = (await now(id)).receivers.map(({ body: to, purpose }) => [to.name, purpose]);
    assert.deepEqual(receivers, [
      ['Länets fullmäktige', 'treatment'],
      ['Länets revisorer', 'information'],
    ]);
    const chapter = (await site.read((r) => getPeriodReport(r, id as Id<'report'>))).chapters.find(
      (one) => one.chapter === 'closing',
    )!;
    const text = 'Tack till alla som har skrivit.';
    await leadsTo(await controller.post(`${page}/kapitel/closing`, { text, version: String(chapter.version) }));
  });

  test('a chart of a series is added, described and ordered by who writes the report, and lives with the register', async () => {
    const indicatorId = await site.write('indicator.edit', async (w) => {
      const made = await defineIndicator(w, { name: 'Andel med plan', unit: 'procent', direction: 'higher' });
      const values = [
        { indicatorId: made, asOf: '2024', value: 40 },
        { indicatorId: made, asOf: '2025', value: 52 },
      ];
      await keepValues(w, { values, origin: 'measured' });
      return made;
    });
    const added = await leadsTo(await controller.post(`${page}/diagram`, { indicatorId }));
    figure = added.split('?')[0]!;
    assert.match(
      await controller.read(figure),
      /<svg[^>]*role="img"[\s\S]*Andel med plan ökade från 40\u00a0% \(2024\)/,
    );
    const fields = {
      form: 'line',
      sex: 'all',
      from: '2024',
      target: '80',
      alt: 'Fler har fått en plan.',
      version: '1',
    };
    const wrong = await controller.post(figure, { ...fields, from: 'i fjol' });
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), /value="i fjol"[\s\S]*Fler har fått en plan/, 'what was typed is kept');
    await leadsTo(await controller.post(figure, fields));
    assert.equal((await controller.post(figure, fields)).status, 409, 'somebody has saved since');
    const shown = await controller.read(`${page}/forhandsgranska`);
    assert.match(shown, /Fler har fått en plan\.[\s\S]*Mål 80\u00a0%/);
    for (const path of [`${page}/diagram`, figure]) assert.equal((await member.get(path)).status, 403);
    assert.equal((await member.post(`${figure}/ta-bort`, { version: '2' })).status, 403);
    assert.equal((await controller.post(`${figure}/upp`)).status, 422, 'it is the first already');
  });

  test('what belongs to a report-back is not done with it', async () => {
    const other = `/uppfoljning/${id}`;
    for (const end of ['texter', 'klar', 'ordning', 'bilagor', 'skriv', 'diagram']) {
      const answer = await secretary.get(`${other}/${end}`);
      assert.equal(answer.status, 409, end);
      assert.match(await answer.text(), /inte en återrapportering/, end);
    }
    for (const [end, there] of [
      ['', page],
      ['/jamfor', page],
      ['/forhandsgranska', `${page}/forhandsgranska`],
      ['/fil/pdf', `${page}/fil/pdf`],
    ] as const)
      assert.equal((await secretary.get(`${other}${end}`)).headers.get('location'), there, end);
    const seen = { version: await version(id) };
    for (const [end, fields] of [
      ['texter', { ...seen, title: 'Annat' }],
      ['klar', seen],
      ['oppna', seen],
      ['uppdatera', {}],
      ['ordning', { ...seen, grouping: 'heading', selection: 'all' }],
      ['bilagor', { kind: 'text', title: 'Bilaga', text: 'Text.' }],
      ['skriv', { reportVersion: seen.version, seenTexts: 'x' }],
    ] as const)
      assert.equal((await secretary.post(`${other}/${end}`, fields)).status, 409, end);
    assert.equal((await now(id)).state, 'draft');
    assert.equal((await now(id)).title, 'Delårsrapport augusti 2026');
  });

  test('ready, it is decided in a meeting, frozen and handed over to each receiver', async () => {
    await leadsTo(await controller.post(`${page}/klar`, { version: await version(id) }));
    const overview = await controller.read('/oversikt/rapporter');
    assert.doesNotMatch(overview, /0 av 0/);
    const proposal = `/beslut/${hearing.decisionId}`;
    await leadsTo(await secretary.post(`${proposal}/godkanner`, { reportId: id }));
    const sentence =
      /godkänner och fryser delårsrapporten ”Delårsrapport augusti 2026” och lämnar den till Länets fullmäktige och Länets revisorer \(för kännedom\)\./;
    const desk = `/sammantraden/${hearing.meetingId}/genomfor`;
    assert.match(await secretary.read(`${desk}?punkt=${hearing.itemId}`), sentence);
    assert.match(await secretary.read(proposal), sentence);
    const approve = { 'decide.outcome': 'decided', 'decide.version': '0' };
    await leadsTo(await secretary.post(`${desk}/${hearing.itemId}/utgang`, approve));
    const report = await now(id);
    assert.equal(report.state, 'delivered');
    assert.equal(report.approval?.decisionId, hearing.decisionId);
    assert.match(JSON.stringify(report.frozen?.tree), /Tack till alla som har skrivit/);
  });

  test('a number that is corrected afterwards leaves the frozen report as it is, and the page says what the register says now', async () => {
    const before = await now(id);
    const [own] = (await site.read((r) => getPeriodReport(r, id as Id<'report'>))).figures;
    assert.equal(own!.figure.changes.length, 0);
    await site.write('indicator.edit', async (w) => {
      const point = (await getSeries(w, own!.id)).points.find(({ asOf }) => asOf === '2025')!;
      await correctValue(w, { valueId: point.id, expectedVersion: point.version, value: 53, reason: 'Räknat om.' });
    });
    const after = await site.read((r) => getPeriodReport(r, id as Id<'report'>));
    assert.deepEqual(after.frozen, before.frozen);
    const [figureNow] = after.figures;
    assert.deepEqual(figureNow!.figure.facts, own!.figure.facts);
    assert.deepEqual(figureNow!.figure.chart, own!.figure.chart);
    assert.deepEqual(figureNow!.figure.changes, [{ place: '', asOf: '2025', was: 52, is: 53 }]);
    const shown = await member.read(page);
    assert.match(shown, /Källan har ändrats sedan rapporten låstes[\s\S]*2025: 52 i rapporten, 53 i registret/);
    assert.equal((await controller.get(figure)).status, 409);
    assert.equal((await controller.post(`${figure}/ta-bort`, { version: '2' })).status, 409);
  });

  test('it waits with the receivers, stands as it was decided, and can be fetched', async () => {
    for (const to of [assembly, auditors]) {
      const waiting = await site.read((r) => reportsWaitingFor(r, [to]));
      assert.deepEqual(
        waiting.map(({ report }) => report.id),
        [id],
      );
    }
    const shown = await member.read(page);
    assert.match(shown, /Länets fullmäktige[\s\S]*väntar hos mottagaren/);
    const meetingId = await buildMeeting(site.database, { bodyId: assembly, heldOn: '2026-12-18' });
    const [first] = await site.read((r) => reportsWaitingFor(r, [assembly]));
    await leadsTo(
      await secretary.post(`/sammantraden/${meetingId}/dagordning/ta-emot`, { receiverId: first!.receiver.id }),
    );
    assert.match(await member.read(page), /på föredragningslistan/);
    assert.doesNotMatch(await member.read(`/sammantraden/${meetingId}`), /2026[^<]*, 2026/, 'the year is said once');
    const pdf = await member.get(`/uppfoljning/period/${id}/fil/pdf`);
    await assertConformingPdf(new Uint8Array(await pdf.arrayBuffer()));
    assert.equal((await controller.post(`${page}/kapitel/closing`, { text: 'Nej.', version: '9' })).status, 409);
    assert.equal((await controller.get(`${page}/texter`)).status, 409);
  });
});

test('an annual report is approved and delivered through its pages, which speak of what it is', async () => {
  const { database } = site;
  await buildPeriod(database, 2026, 'annual');
  const bodyId = await buildBody(database, { name: 'Årsnämnden' });
  const receiver = await buildBody(database, { name: 'Årets fullmäktige' });
  const id = await begin('annual', bodyId, '2026');
  const page = `/uppfoljning/period/${id}`;
  const begun = (await controller.read(page)).replaceAll('\u00a0', ' ');
  assert.match(begun, /senast 15 april 2027, den dag som perioden har/);
  assert.doesNotMatch(begun, /11 kap\. 16 §/, 'that is the law of the interim report');
  const frame = { title: 'Årsredovisning 2026', toBodyId: receiver, version: await version(id) };
  await leadsTo(await controller.post(`${page}/texter`, frame));
  await leadsTo(await controller.post(`${page}/klar`, { version: await version(id) }));
  const meetingId = await buildMeeting(database, { bodyId, heldOn: '2026-11-20', alreadyHeld: true });
  const agendaItemId = await buildAgendaItem(database, { meetingId, category: 'decision', title: 'Årsredovisning' });
  const decisionId = await buildDecision(database, { agendaItemId, title: 'Årsredovisning', state: 'made' });

  const shared = `/uppfoljning/${id}`;
  const question = await secretary.read(`${shared}/godkann`);
  assert.doesNotMatch(question, /återrapportering|0 av 0|Inget att se över/i);
  assert.ok(question.includes(decisionId));
  const approve = await secretary.post(`${shared}/godkann`, { decisionId, version: await version(id) });
  await leadsTo(approve);
  assert.ok((await now(id)).frozen);
  assert.equal((await now(id)).state, 'approved');

  const hand = await secretary.read(`${shared}/overlamna`);
  assert.match(hand, /överlämnad till Årets fullmäktige/);
  assert.ok(hand.includes(`${page}/fil/pdf`), 'its own files');
  assert.doesNotMatch(hand, /återrapportering|0 av 0/i);
  const on = { version: await version(id), on: '2026-11-22' };
  await leadsTo(await secretary.post(`${shared}/overlamna`, on));
  assert.equal((await now(id)).state, 'delivered');
  const waiting = await site.read((r) => reportsWaitingFor(r, [receiver]));
  assert.deepEqual(
    waiting.map(({ report }) => report.id),
    [id],
  );
});

test('a ready period report is put on an agenda with its papers, and no word of a report-back', async () => {
  const bodyId = await buildBody(site.database, { name: 'Delårsnämnden' });
  const id = await begin('interim', bodyId, '2026');
  await leadsTo(await controller.post(`/uppfoljning/period/${id}/klar`, { version: await version(id) }));
  const meetingId = await buildMeeting(site.database, { bodyId, heldOn: '2026-12-15' });
  const form = await secretary.read(`/uppfoljning/${id}/ta-upp`);
  assert.match(form, /att godkänna rapporten ”Delårsrapport 2026”/);
  assert.match(form, /att överlämna rapporten till /, 'the usual receiver stands among the receivers');
  assert.doesNotMatch(form, /0 av 0|för 2026/);
  await leadsTo(await secretary.post(`/uppfoljning/${id}/ta-upp`, { meetingId }));
  assert.match(
    await member.read(`/sammantraden/${meetingId}`),
    /Beslutet godkänner och fryser delårsrapporten ”Delårsrapport 2026”/,
  );
});
