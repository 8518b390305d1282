import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { writeAssessment } from '../../src/domain/assessments/index.ts';
import { getNationalReport } from '../../src/domain/returns/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildAssignment } from '../support/build-assignments.ts';
import { buildDecision } from '../support/build-decisions.ts';
import { buildAssessment, buildPeriod } from '../support/build-followup.ts';
import { buildIndicatorValue } from '../support/build-indicators.ts';
import {
  buildNationalReport,
  buildPublishedForm,
  counted,
  question,
  structureOf,
  told,
} from '../support/build-national-report.ts';
import { buildBody } from '../support/build-organisation.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let keeper: Visitor;
let reportId: Id<'nationalReport'>;
let assignmentId: Id<'assignment'>;
let periodId: Id<'period'>;
let decisionId: Id<'decision'>;
let base: string;

before(async () => {
  site = await openDemoSite({ region: false });
  keeper = await site.signIn('controller');
  const t = site.database;
  const bodyId = await buildBody(t, { name: 'Vårdnämnden' });
  const { formVersionId } = await buildPublishedForm(
    t,
    structureOf([
      question('1', 'Beskriv arbetet med digitala besök.', { bindings: [{ kind: 'assignment', words: ['digitala'] }] }),
      question('2', 'Finns en färdplan?', {
        answer: { kind: 'yesNo' },
        commentLabel: 'Kommentar',
        bindings: [{ kind: 'decision', words: ['färdplan'] }],
      }),
      question('3', 'Hur många digitala besök gjordes?', {
        answer: { kind: 'count', cannotStateLabel: null },
        commentLabel: 'Kommentar',
        bindings: [{ kind: 'indicator', words: ['digitala besök'] }],
      }),
    ]),
  );
  await buildNationalReport(t, {
    formVersionId,
    bodyId,
    year: 2024,
    answers: { '1': told('Vi har utvecklat digitala besök.'), '3': counted(19_855) },
  });
  const answers = { '1': told('Vi har byggt ut digitala besök.'), '3': counted(47_000) };
  reportId = await buildNationalReport(t, { formVersionId, bodyId, year: 2025, answers });
  assignmentId = await buildAssignment(t, {
    year: 2025,
    number: 4,
    text: 'Att utveckla digitala besök.',
    givenByBodyId: bodyId,
  });
  periodId = await buildPeriod(t, 2025);
  await buildAssessment(t, { assignmentId, periodId, text: 'Uppdraget har startat & går <bra>.' });
  decisionId = await buildDecision(t, {
    bodyId,
    title: 'Färdplan för nära vård',
    decidedOn: '2025-06-12',
    state: 'made',
  });
  await buildIndicatorValue(t, { name: 'digitala besök', value: 47_254, asOf: '2025' });
  base = `/redovisningar/arbete/${reportId}`;
});
after(() => site.close());

const aids = (code: string) => `${base}/fraga/${code}/underlag`;
const report = () => site.read((r) => getNationalReport(r, reportId));
const versionOf = async (code: string) => String((await report()).response.answers[code]?.version ?? 0);
const textOf = async (code: string) => {
  const { value, comment } = (await report()).response.answers[code]!;
  return value.kind === 'text' ? value.text : (comment ?? '');
};

test('a proposed source is chosen, drafted and taken over; what was written stays before it', async () => {
  const page = await keeper.read(aids('1'));
  assert.match(page, /Förslag på källor/u);
  assert.match(page, new RegExp(`value="assignment:${assignmentId}"`, 'u'));
  const chosen = await keeper.post(`${aids('1')}/kallor`, { sources: `assignment:${assignmentId}`, val: 'kept' });
  assert.equal(chosen.status, 303);
  const drafted = await keeper.read(aids('1'));
  assert.match(
    drafted,
    /Om uppdrag 4, ”.*”, sägs i delårsrapport 2025: ”Uppdraget har startat &amp; går &lt;bra&gt;\.”/u,
  );
  assert.match(drafted, new RegExp(`href="/uppdrag/${assignmentId}"`, 'u'), 'the evidence is a link');
  const taken = await keeper.post(`${aids('1')}/forslag`, {
    passages: `assignment:${assignmentId}`,
    version: await versionOf('1'),
  });
  assert.equal(taken.status, 303);
  assert.match(await textOf('1'), /^Vi har byggt ut digitala besök\.\n\nOm uppdrag 4/u);
});

test('last year’s answer stands beside, in the section and on the page of the question, with what differs', async () => {
  const section = await keeper.read(`${base}/avsnitt/a1`);
  assert.match(section, /[Ss]var från 2024/u);
  assert.match(section, /<del>utvecklat<\/del>/u);
  assert.match(section, new RegExp(`href="${aids('1')}"`, 'u'));
  const form = section.slice(
    section.indexOf('data-answers'),
    section.indexOf('</form>', section.indexOf('data-answers')),
  );
  assert.equal(form.includes('<form'), false, 'no form stands within the form of the section');
  const number = await keeper.read(aids('3'));
  assert.match(number, /19.855 då, 47.000 nu: \+27.145 \(\+136,7 %\)/u);
});

test('a yes is a press of a person; a draft that is gone is refused with what to do', async () => {
  await keeper.post(`${aids('2')}/kallor`, { sources: `decision:${decisionId}`, val: 'kept' });
  assert.match(await keeper.read(aids('2')), /Svara ”Ja”/u);
  assert.equal((await report()).response.answers['2'], undefined);
  const nothing = await keeper.post(`${aids('2')}/forslag`, { version: '0' });
  assert.equal(nothing.status, 409);
  assert.match(await nothing.text(), /Det finns inget att hämta/u);
  const yes = await keeper.post(`${aids('2')}/forslag`, {
    value: 'on',
    passages: `decision:${decisionId}`,
    version: '0',
  });
  assert.equal(yes.status, 303);
  assert.deepEqual((await report()).response.answers['2']!.value, { kind: 'choice', option: 'yes', specify: null });
  const stale = await keeper.post(`${aids('2')}/forslag`, { value: 'on', version: '0' });
  assert.equal(stale.status, 409, 'somebody else has answered since');
});

test('a figure beside its series is remarked on in one list, settled with a reason, and comes back with another figure', async () => {
  const [indicator] = /value="indicator:[0-9a-f-]{36}"/u.exec(await keeper.read(aids('3')))!;
  await keeper.post(`${aids('3')}/kallor`, { sources: indicator.slice(7, -1), val: 'kept' });
  const list = await keeper.read(`${base}/anmarkningar`);
  assert.match(list, /Svaret säger 47.000 om digitala besök\. Registrets serie säger 47.254/u);
  const href = new RegExp(`${aids('3')}\\?anm=([0-9a-f]{32})`, 'u').exec(list)!;
  const asked = await keeper.read(href[0]);
  assert.match(asked, /Varför står svaret kvar\?/u);
  const empty = await keeper.post(`${aids('3')}/anmarkning`, { key: href[1]!, reason: '  ' });
  assert.equal(empty.status, 422);
  assert.match(await empty.text(), /Fyll i fältet/u);
  const settled = await keeper.post(`${aids('3')}/anmarkning`, { key: href[1]!, reason: 'Avrundat efter samråd.' });
  assert.equal(settled.status, 303);
  assert.match(await keeper.read(`${base}/anmarkningar`), /Avrundat efter samråd\./u);
  const back = await keeper.post(`${aids('3')}/anmarkning/ta-tillbaka`, { key: href[1]! });
  assert.equal(back.status, 303);
  const gone = await keeper.post(`${aids('3')}/anmarkning/ta-tillbaka`, { key: href[1]! });
  assert.equal(gone.status, 409);
});

test('how a figure was counted is told in the comment when that is asked for; a change wants its words', async () => {
  const say = async (fields: Record<string, string>) =>
    keeper.post(`${aids('3')}/metod`, { since: '2024', tell: 'on', version: await versionOf('3'), ...fields });
  const empty = await say({ unchanged: 'nej' });
  assert.equal(empty.status, 422);
  const shown = await empty.text();
  assert.match(shown, /value="nej"[^>]*checked/u, 'what was chosen stays');
  assert.equal((await say({ unchanged: 'nej', note: 'nu räknas även videosamtal' })).status, 303);
  assert.equal(await textOf('3'), 'Uppgiften är framtagen på ett annat sätt än 2024. Nu räknas även videosamtal.');
});

test('a source that changes is told of, updated, or kept with a reason', async () => {
  await site.write('assessment.write', (w) =>
    writeAssessment(w, { assignmentId, periodId, text: 'Uppdraget är pausat.', expectedVersion: 1 }),
  );
  const key = `assignment:${assignmentId}`;
  const page = await keeper.read(aids('1'));
  assert.match(page, /källan säger något annat nu/u);
  assert.match(await keeper.read(`${aids('1')}?behall=${key}`), /Behåll stycket fast källan har ändrats/u);
  const version = await versionOf('1');
  const empty = await keeper.post(`${aids('1')}/stycke`, { source: key, choice: 'keep', reason: '', version });
  assert.equal(empty.status, 422);
  await keeper.post(`${aids('1')}/stycke`, { source: key, choice: 'keep', reason: 'Så var det då.', version });
  assert.match(await keeper.read(aids('1')), /behållen fast källan har ändrats/u);
  await keeper.post(`${aids('1')}/stycke`, { source: key, choice: 'refresh', version });
  assert.match(await textOf('1'), /”Uppdraget är pausat\.”$/u);
});

test('the register is searched with words of one’s own, and what is not there says so', async () => {
  const later = await buildAssignment(site.database, { year: 2025, number: 9, text: 'Att öva fallprevention.' });
  assert.match(await keeper.read(`${aids('1')}?sok=fallprev`), new RegExp(`value="assignment:${later}"`, 'u'));
  assert.match(await keeper.read(`${aids('1')}?sok=finnsinte`), /innehåller ”finnsinte”/u);
});

test('pages speak English too, and unknown questions and records are refused', async () => {
  const english = await keeper.read(`${aids('1')}?lang=en`);
  assert.ok(english.includes('Underlag') || english.includes('Sources'));
  await keeper.read(aids('99'), 404);
  const unknown = await keeper.post(`${aids('1')}/kallor`, {
    sources: 'decision:00000000-0000-4000-8000-000000000000',
    val: 'kept',
  });
  assert.equal(unknown.status, 422);
  assert.match(await unknown.text(), /Underlaget finns inte i registret/u);
  const odd = await keeper.post(`${aids('1')}/kallor`, { sources: 'nonsense', val: 'kept' });
  assert.equal(odd.status, 422);
});
