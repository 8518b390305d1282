import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findAssignmentByRef } from '../../src/domain/assignments/index.ts';
import { listDecisions } from '../../src/domain/decisions/index.ts';
import {
  findMatterByNumber,
  recordsReadFrom,
  rememberSource,
  replaceDocumentText,
} from '../../src/domain/matters/index.ts';
import { excerptAround } from '../../src/web/pages/sources/passage-page.ts';
import { buildDocument, buildMatter } from '../support/build-matters.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

const text = `${Array.from({ length: 40 }, (_, index) => `Rad nummer ${index + 1} i planen.`).join('\n')}\nNr 3. Att följa utvärderingen.\nSista raden.\n`;
const start = text.indexOf('Nr 3.');
const end = text.indexOf('\nSista');
let site: DemoSite;
let member: Visitor;
let documentId: string;
let passageId: string;
before(async () => {
  site = await openDemoSite();
  member = await site.signIn('ledamot');
  documentId = await buildDocument(site.database, { title: 'Planen för 2026', sourceText: text });
  const assignment = await site.read((r) => findAssignmentByRef(r, { year: 2026, number: 3 }));
  await site.write('intake.confirm', async (w) => {
    const at = { documentId, start, end, line: 41, rule: 'numbered', confidence: 1 };
    await rememberSource(w, { noun: 'assignment', recordId: assignment!.id, ...at });
    await w.log({ noun: 'assignment', recordId: assignment!.id, summary: 'source' });
  });
  passageId = (await site.read((r) => recordsReadFrom(r, documentId)))[0]!.id;
});
after(() => site.close());

test('an assignment leads to the passage it was read from, and the passage back to it', async () => {
  const found = await member.get('/uppdrag/2026:3');
  const page = await member.read(found.headers.get('location')!);
  assert.match(page, /Läst i Planen för 2026, rad 41/);
  assert.ok(page.includes(`/kallor/stycke/${passageId}`));
  const passage = await member.read(`/kallor/stycke/${passageId}`);
  assert.match(passage, /<mark[^>]*>Nr 3\. Att följa utvärderingen\.<\/mark>/);
  assert.match(passage, /value="29"/, 'twelve lines before');
  assert.doesNotMatch(passage, /Rad nummer 28 /);
  assert.ok(passage.includes(found.headers.get('location')!), 'the record that was read there');
});

test('a document shows its whole text, every line with an address, and what was read from it', async () => {
  const page = await member.read(`/kallor/${documentId}`);
  assert.match(page, /id="rad-41"/);
  assert.match(page, /Rad nummer 1 i planen\./);
  assert.ok(page.includes(`/kallor/stycke/${passageId}`));
  assert.equal((await member.get(`/kallor/${passageId}`)).status, 404);
});

test('a source that was changed afterwards says so', async () => {
  const documentTwo = await buildDocument(site.database, { sourceText: 'Nr 9. Att se över kraven.\n' });
  const assignment = await site.read((r) => findAssignmentByRef(r, { year: 2026, number: 9 }));
  await site.write('intake.confirm', async (w) => {
    const at = { documentId: documentTwo, start: 0, end: 25, line: 1, rule: 'numbered', confidence: 1 };
    await rememberSource(w, { noun: 'assignment', recordId: assignment!.id, ...at });
    await w.log({ noun: 'assignment', recordId: assignment!.id, summary: 'source' });
  });
  const [passage] = await site.read((r) => recordsReadFrom(r, documentTwo));
  assert.doesNotMatch(await member.read(`/kallor/stycke/${passage!.id}`), /Källan har ändrats/);
  await site.write('matter.edit', (w) =>
    replaceDocumentText(w, {
      documentId: documentTwo,
      expectedVersion: 1,
      sourceText: 'Nr 9. Att inte se över kraven.\n',
    }),
  );
  assert.match(await member.read(`/kallor/stycke/${passage!.id}`), /Källan har ändrats/);
});

test('what lies in a secret matter is not there for who may not read it', async () => {
  const secret = {
    secrecyLevel: 'secret',
    legalGround: 'OSL 25 kap. 1 §',
    protectedTitle: 'Den hemliga ärendemeningen',
  } as const;
  const matterId = await buildMatter(site.database, { publicTitle: 'Ett ärende om en anmälan', ...secret });
  const hidden = await buildDocument(site.database, {
    title: 'Den hemliga handlingen',
    matterId,
    sourceText: 'Hemligt.\n',
  });
  const page = await member.read(`/arenden/${matterId}`);
  assert.match(page, /Ett ärende om en anmälan/);
  assert.doesNotMatch(page, /hemliga/);
  assert.equal((await member.get(`/kallor/${hidden}`)).status, 404);
  const archivist = await site.signIn('arkivarie');
  const whole = await archivist.read(`/arenden/${matterId}`);
  assert.match(whole, /Den hemliga ärendemeningen/);
  assert.match(whole, /Den hemliga handlingen/);
  assert.match(await archivist.read(`/kallor/${hidden}`), /Hemligt\./);
  // The chair's right holds for one body, and this matter belongs to none.
  const chair = await site.signIn('ordforande');
  assert.doesNotMatch(await chair.read(`/arenden/${matterId}`), /hemliga/);
  assert.notEqual((await chair.get(`/kallor/${hidden}`)).status, 200);
});

test('a matter shows its way through the bodies, and a decision its clauses, meeting and assignments', async () => {
  const matter = await site.read((r) => findMatterByNumber(r, '24RF00902'));
  assert.match(await member.read(`/arenden/${matter!.id}`), /Hälso- och sjukvårdsnämnden/);
  const { decisions } = await site.read((r) => listDecisions(r, { year: 2024 }));
  const pilot = decisions.find(({ title }) => title.startsWith('Mobilt'));
  const page = await member.read(`/beslut/${pilot!.id}`);
  assert.match(page, /att 3,4 mkr avsätts/);
  assert.match(page, new RegExp(`/sammantraden/${pilot!.item?.meetingId}`));
  assert.match(page, /2024:3/);
  assert.equal((await member.get(`/beslut/${documentId}`)).status, 404);
});

test('the lines around a passage are whole lines, also at the ends of a document', () => {
  const lines = Array.from({ length: 60 }, (_, index) => `rad ${index + 1}`);
  const whole = lines.join('\n');
  for (const wanted of [1, 2, 13, 30, 59, 60]) {
    const from = lines.slice(0, wanted - 1).reduce((sum, line) => sum + line.length + 1, 0);
    const found = excerptAround(whole, from, from + lines[wanted - 1]!.length);
    const [first, last] = [Math.max(1, wanted - 12), Math.min(60, wanted + 12)];
    assert.equal(found.text, lines.slice(first - 1, last).join('\n'), `around line ${wanted}`);
    assert.equal(found.firstLine, first);
    assert.equal(whole.slice(found.start, found.start + found.text.length), found.text);
  }
});

test('a line of a document becomes a figure with its source; words that do not stand there are refused and kept', async () => {
  const controller = await site.signIn('controller');
  const sourceText = 'Om vården hemma\nDet kom drygt 200 svar på enkäten.\n';
  const source = await buildDocument(site.database, { title: 'Enkäten om vården hemma', sourceText });
  assert.doesNotMatch(await member.read(`/kallor/${source}`), /\/matvarde/);
  assert.match(await controller.read(`/kallor/${source}`), new RegExp(`action="/kallor/${source}/matvarde"`));
  const form = await controller.read(`/kallor/${source}/matvarde?rad=2`);
  assert.match(form, /name="value"[^>]*value="200"/, 'the figure of the line is suggested');
  await controller.read(`/kallor/${source}/matvarde?rad=40`, 404);
  const fields = { words: 'drygt 200 svar', name: 'svar på enkäten', unit: 'antal', value: '200', asOf: '2026' };
  const refused = await controller.post(`/kallor/${source}/matvarde/2`, { ...fields, words: 'drygt 300 svar' });
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /drygt 300 svar/);
  assert.equal((await member.post(`/kallor/${source}/matvarde/2`, fields)).status, 403);
  const made = (await controller.post(`/kallor/${source}/matvarde/2`, fields)).headers.get('location')!;
  const series = await member.read(made.split('#')[0]!);
  assert.match(series, /Svar på enkäten/);
  const [, passage] = /href="(\/kallor\/stycke\/[0-9a-f-]{36})"/.exec(series)!;
  assert.match(await member.read(passage!), /<mark[^>]*>drygt 200 svar<\/mark>/);
});
