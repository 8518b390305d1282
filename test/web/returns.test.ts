import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { authorize } from '../../src/domain/access/index.ts';
import { exportedAnswers, type FormStructure } from '../../src/domain/forms/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { assignSections, getNationalReport } from '../../src/domain/returns/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { workTheNight } from '../../src/nightly.ts';
import { buildNationalReport, buildPublishedForm, question } from '../support/build-national-report.ts';
import { type DemoSite, demoNow, leadsTo, openDemoSite, secretaryOf, type Visitor } from '../support/demo-site.ts';

const yes = { when: 'all', terms: [{ question: '1', row: null, option: 'yes' }] } as const;
const structure: FormStructure = {
  title: 'Provets redovisning',
  introduction: null,
  parts: [
    {
      code: 'A',
      title: 'Del A',
      introduction: null,
      sections: [
        {
          code: 'ett',
          title: 'Planen',
          questions: [
            question('1', 'Finns en plan?', { answer: { kind: 'yesNo' }, required: true }),
            question('1a', 'Ange planens namn.', { parent: '1', condition: yes, required: true }),
            question('2', 'Hur många har en fast kontakt?', {
              answer: { kind: 'count', cannotStateLabel: 'Kan inte anges' },
              required: true,
              attachment: { label: 'Planen' },
            }),
          ],
        },
        { code: 'tva', title: 'Insatserna', questions: [question('3', 'Beskriv insatserna.', { condition: yes })] },
      ],
    },
  ],
};

let site: DemoSite;
let keeper: Visitor;
let officer: Visitor;
let formVersionId: Id<'formVersion'>;
let boardId: Id<'body'>;
let year = 2030;

before(async () => {
  site = await openDemoSite();
  keeper = await site.signIn('samverkan');
  officer = await site.signIn('handlaggare');
  ({ formVersionId } = await buildPublishedForm(site.database, structure));
  boardId = (await site.read((r) => findBodyByName(r, 'Hälso- och sjukvårdsnämnden')))!.id;
});
after(() => site.close());

/** A return of its own, with the first section given to the case officer. */
async function givenReport() {
  year += 1;
  const id = await buildNationalReport(site.database, { formVersionId, bodyId: boardId, year });
  await site.write('return.edit', async (w) => {
    const { sections } = await getNationalReport(w, id);
    const given = sections.slice(0, 1).map((one) => ({ id: one.id, expectedVersion: one.version }));
    const responsibleIds = [officer.actor.accountId!];
    await assignSections(w, { reportId: id, sections: given, unitBodyId: null, responsibleIds, dueOn: '2026-11-30' });
  });
  return { id, here: `/redovisningar/arbete/${id}`, ett: `/redovisningar/arbete/${id}/avsnitt/ett` };
}

const reportOf = (id: Id<'nationalReport'>) => site.read((r) => getNationalReport(r, id));
const versionsOf = async (id: Id<'nationalReport'>, section = 0) => {
  const report = await reportOf(id);
  return { report: String(report.version), section: String(report.sections[section]!.version) };
};
const plan = { 'answers.q1.version': '0', 'answers.q1.value': 'yes' };
const named = { 'answers.q1a.version': '0', 'answers.q1a.value': 'Planen för nära vård' };
const number = { 'answers.q2.version': '0', 'answers.q2.value': '140 441' };

suite('a return is begun', () => {
  test('by whoever may, with what was typed kept when something is wrong, and once a title and year', async () => {
    const member = await site.signIn('ledamot');
    assert.doesNotMatch(await member.read('/redovisningar'), /arbete\/ny/);
    assert.equal((await member.get('/redovisningar/arbete/ny')).status, 403);
    const form = await keeper.read('/redovisningar/arbete/ny');
    assert.match(form, /Provets redovisning/);
    const fields = { formVersionId, title: 'Provets start', year: '2026', bodyId: boardId, dueOn: '2027-02-01' };
    const bad = await keeper.post('/redovisningar/arbete/ny', { ...fields, receiver: ' ' });
    assert.equal(bad.status, 422);
    assert.match(await bad.text(), /Fyll i fältet[\s\S]*value="Provets start"/);
    const good = { ...fields, receiver: 'Socialstyrelsen' };
    const place = await leadsTo(await keeper.post('/redovisningar/arbete/ny', good));
    assert.match(await keeper.read(place), /Planen[\s\S]*Inte utdelat[\s\S]*Insatserna/);
    const again = await keeper.post('/redovisningar/arbete/ny', good);
    assert.equal(again.status, 422);
    assert.match(await again.text(), /redan påbörjad för 2026/);
  });

  test('its sections are given to persons who may, no later than the whole', async () => {
    const { id, here } = await givenReport();
    const form = await keeper.read(`${here}/utdelning`);
    const ticked = /value="([0-9a-f-]{36}:\d+)"[^>]*>(?:(?!<\/div>)[\s\S])*Insatserna/.exec(form)![1]!;
    const fields = { sections: ticked, responsibleIds: officer.actor.accountId! };
    const late = await keeper.post(`${here}/utdelning`, { ...fields, dueOn: `${year + 1}-03-02` });
    assert.equal(late.status, 422);
    assert.match(await late.text(), /Hela redovisningen ska vara klar/);
    const nobody = await keeper.post(`${here}/utdelning`, { sections: ticked });
    assert.match(await nobody.text(), /Välj en enhet, en eller flera personer/);
    const stranger = { sections: ticked, responsibleIds: (await site.signIn('ledamot')).actor.accountId! };
    assert.match(await (await keeper.post(`${here}/utdelning`, stranger)).text(), /Välj bland dem som får besvara/);
    assert.equal((await keeper.post(`${here}/utdelning`, fields)).status, 303);
    assert.equal((await keeper.post(`${here}/utdelning`, fields)).status, 409, 'the version was seen before');
    const { sections } = await reportOf(id);
    assert.deepEqual(
      sections.map(({ responsible }) => responsible.map((one) => one.id)),
      [[officer.actor.accountId], [officer.actor.accountId]],
    );
  });
});

suite('a section is answered', () => {
  test('by those it was given to, and by whoever keeps the return, not by others', async () => {
    const { ett } = await givenReport();
    const tva = ett.replace('/ett', '/tva');
    assert.match(await officer.read(ett), /name="answers\.q1\.value"/);
    assert.doesNotMatch(await officer.read(tva), /name="answers/);
    assert.match(await officer.read(tva), /utdelat till andra/);
    assert.match(await keeper.read(tva), /name="answers\.q3\.value"/);
    const fields = { version: '1', 'answers.q3.version': '0', 'answers.q3.value': 'Text' };
    const refused = await officer.post(tva, fields);
    assert.match(await refused.text(), /utdelat till andra/);
    assert.notEqual(refused.status, 303);
    const elsewhere = await secretaryOf(site, 'Kollektivtrafiknämnden');
    assert.notEqual((await elsewhere.post(ett, { version: '2', ...plan })).status, 303);
    assert.equal((await keeper.post(tva, fields)).status, 303);
  });

  test('what is right is kept beside what is wrong, which stands as it was typed', async () => {
    const { id, ett } = await givenReport();
    const answer = await officer.post(ett, { version: '2', ...plan, ...number, 'answers.q2.value': 'ca 140' });
    assert.equal(answer.status, 422);
    assert.match(await answer.text(), /Skriv ett heltal[\s\S]*value="ca 140"/);
    const { answers } = (await reportOf(id)).response;
    assert.deepEqual(Object.keys(answers), ['1']);
    assert.match(await leadsTo(await officer.post(ett, { version: '2', ...number })), /avsnitt\/ett$/);
    assert.deepEqual((await reportOf(id)).response.answers['2']!.value, {
      kind: 'number',
      number: 140441,
      cannotState: false,
    });
    assert.match(await officer.read(ett), /value="140&nbsp;441"|value="140\u00a0441"/);
  });

  test('an answer that somebody else gave meanwhile is shown beside what was typed, and nothing is overwritten unseen', async () => {
    const { id, ett } = await givenReport();
    assert.equal((await officer.post(ett, { version: '2', ...number })).status, 303);
    const later = await keeper.post(ett, { version: '2', ...plan, ...number, 'answers.q2.value': '12' });
    assert.equal(later.status, 409);
    const page = await later.text();
    assert.match(page, /Någon annan har svarat/);
    assert.match(page, /140\u00a0441[\s\S]*value="12"/);
    assert.equal((await reportOf(id)).response.answers['1']!.version, 1, 'the answer beside it was kept');
    const seen = /name="answers\.q2\.version" value="(\d+)"/.exec(page)![1]!;
    await leadsTo(
      await keeper.post(ett, { version: '2', ...number, 'answers.q2.version': seen, 'answers.q2.value': '12' }),
    );
    assert.equal((await reportOf(id)).response.answers['2']!.version, 2);
  });

  test('an answer whose question is hidden is kept, stays at home, and comes back', async () => {
    const { id, ett } = await givenReport();
    await leadsTo(await officer.post(ett, { version: '2', ...plan, ...named }));
    const no = { 'answers.q1.version': '1', 'answers.q1.value': 'no' };
    await leadsTo(await officer.post(ett, { version: '2', ...no }));
    const exported = async () => {
      const { formVersion, answers } = (await reportOf(id)).response;
      return exportedAnswers(formVersion.structure, answers).map((one) => one.question.code);
    };
    assert.deepEqual(await exported(), ['1']);
    const hidden = /<article[^>]*data-question="1a"[^>]*>/.exec(await officer.read(ett))![0];
    assert.match(hidden, / hidden/);
    assert.match(await keeper.read(`/redovisningar/arbete/${id}/granska`), /1 svar finns kvar till en fråga/);
    await leadsTo(await officer.post(ett, { version: '2', 'answers.q1.version': '2', 'answers.q1.value': 'yes' }));
    assert.deepEqual(await exported(), ['1', '1a']);
    assert.match(await officer.read(ett), /Planen för nära vård/);
  });

  test('saving what was not changed writes nothing', async () => {
    const { id, ett } = await givenReport();
    await leadsTo(await officer.post(ett, { version: '2', ...plan }));
    const same = await officer.post(ett, {
      version: '2',
      ...plan,
      'answers.q1.version': '0',
      'answers.q3.version': '0',
    });
    assert.equal(same.status, 303);
    assert.equal((await reportOf(id)).response.answers['1']!.version, 1);
  });
});

suite('a return goes its way', () => {
  test('ready only with its answers; reviewed only when all is ready; ready for decision only when nothing is open', async () => {
    const { id, here, ett } = await givenReport();
    const missing = await officer.post(ett, { version: '2', ...plan, klar: 'ja' });
    assert.match(await missing.text(), /saknar svar: 1 a, 2/);
    assert.equal((await reportOf(id)).response.answers['1']!.version, 1, 'the answers are saved all the same');
    await leadsTo(await officer.post(ett, { version: '2', ...named, ...number, klar: 'ja' }));
    assert.match(await officer.read(ett), /Avsnittet är klart/);
    assert.notEqual(
      (await officer.post(ett, { version: '3', ...number, 'answers.q2.version': '1', 'answers.q2.value': '1' })).status,
      303,
    );
    const step = async (name: string) =>
      keeper.post(`${here}/steg`, { step: name, version: (await versionsOf(id)).report });
    assert.match(await (await step('sendToReview')).text(), /är inte klara: Insatserna/);
    const tva = ett.replace('/ett', '/tva');
    await leadsTo(
      await keeper.post(tva, { version: '1', 'answers.q3.version': '0', 'answers.q3.value': 'Teamen.', klar: 'ja' }),
    );
    await leadsTo(await step('sendToReview'));
    await leadsTo(await officer.post(`${here}/fraga/2/synpunkt`, { text: 'Stämmer antalet?' }));
    assert.match(await (await step('markReady')).text(), /inte avklarade, vid 2/);
    const [remark] = (await reportOf(id)).remarks;
    const reply = { remarkId: remark!.id, [`reply-${remark!.id}`]: 'Ja, enligt registret.' };
    assert.equal((await officer.post(`${here}/fraga/2/svar`, { remarkId: remark!.id })).status, 422);
    await leadsTo(await officer.post(`${here}/fraga/2/svar`, reply));
    await leadsTo(await officer.post(`${here}/fraga/2/avklarad`, { remarkId: remark!.id, version: '1' }));
    assert.match(await officer.read(`${here}/fraga/2`), /Stämmer antalet[\s\S]*Ja, enligt registret/);
    await leadsTo(await step('markReady'));
    assert.match(await officer.read(ett), /klar för beslut/);
    assert.notEqual((await keeper.post(`${ett}/oppna`, { version: '3' })).status, 303);
    await leadsTo(await step('takeBack'));
    await leadsTo(await officer.post(`${ett}/oppna`, { version: '3' }));
    assert.match(await officer.read(ett), /name="answers\.q1\.value"/);
    assert.equal((await officer.post(`${here}/steg`, { step: 'sendToReview', version: '4' })).status, 403);
  });

  test('a file goes with an answer, is in the register, and can be taken away', async () => {
    const { id, here } = await givenReport();
    const sent = await sendFile(officer, here);
    assert.equal(sent.status, 303, await sent.text());
    const [file] = (await reportOf(id)).attachments;
    assert.deepEqual([file!.title, file!.question, file!.size], ['Planen 2030', '2', 6]);
    assert.match(await officer.read(`${here}/fraga/2`), new RegExp(`/kallor/${file!.documentId}`));
    await leadsTo(await officer.post(`${here}/fraga/2/ta-bort-fil`, { attachmentId: file!.id }));
    assert.deepEqual((await reportOf(id)).attachments, []);
  });

  test('who has no part in a return asks nothing, sends no file and reminds nobody', async () => {
    const { id, here } = await givenReport();
    const stranger = await site.signIn('annan');
    assert.equal((await stranger.post(`${here}/fraga/2/synpunkt`, { text: 'Stämmer antalet?' })).status, 403);
    assert.doesNotMatch(await stranger.read(`${here}/fraga/2`), /\/synpunkt"/);
    assert.equal((await sendFile(stranger, here)).status, 403);
    assert.equal((await stranger.post(`${here}/paminn`)).status, 403);
    assert.equal((await stranger.post(`/redovisningar/arbete/${crypto.randomUUID()}/paminn`)).status, 404);
    const { remarks, attachments } = await reportOf(id);
    assert.deepEqual([remarks, attachments], [[], []]);
    await leadsTo(await officer.post(`${here}/fraga/2/synpunkt`, { text: 'Stämmer antalet?' }));
  });

  test('those who are not ready are reminded by the night on the right days, once, and never when they are ready', async () => {
    const { id, here, ett } = await givenReport();
    await leadsTo(await officer.post(ett, { version: '2', ...plan, ...named, ...number, klar: 'ja' }));
    const before = await letters();
    await leadsTo(await keeper.post(`${here}/paminn`));
    assert.equal(await letters(), before, 'what is ready or given to nobody is not waited for');
    await leadsTo(await officer.post(`${ett}/oppna`, { version: '3' }));
    site.travelTo('2026-11-30T03:00:00.000Z');
    const account = officer.actor.accountId!;
    await site.write('account.administer', async (w) => {
      await w.db
        .updateTable('account')
        .set({ email: 'handlaggare@fjallmark.example' })
        .where('tenant_id', '=', w.tenantId)
        .where('id', '=', account)
        .execute();
      await w.log({ noun: 'account', recordId: account });
    });
    await workTheNight(site.db, 'https://kansli.example');
    await workTheNight(site.db, 'https://kansli.example');
    assert.equal((await reportOf(id)).sections[0]!.remindedOn, '2026-11-30');
    assert.equal((await answerReminders()).filter((text) => text.includes(`${here}/avsnitt/ett`)).length, 1);
    site.travelTo(demoNow);
  });
});

/** Sends a file with the answer to question 2, as a browser does. */
async function sendFile(visitor: Visitor, here: string): Promise<Response> {
  const body = new FormData();
  body.set('csrf', /name="csrf" value="([^"]+)"/.exec(await visitor.read(`${here}/fraga/2`))![1]!);
  body.set('idempotencyKey', crypto.randomUUID());
  body.set('file', new File(['planen'], 'Planen 2030.txt', { type: 'text/plain' }));
  return site.app.request(`http://localhost:3000${here}/fraga/2/fil`, {
    method: 'POST',
    body,
    headers: { cookie: visitor.cookie, origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' },
  });
}

async function letters(): Promise<number> {
  return (await answerReminders()).length;
}

async function answerReminders(): Promise<readonly string[]> {
  const rows = await site.db.read(authorize(site.operator, 'record.read'), (r) =>
    r.db.selectFrom('outbox').select('payload').where('tenant_id', '=', r.tenantId).execute(),
  );
  return rows.map(({ payload }) => JSON.stringify(payload)).filter((one) => /väntar på dina svar/.test(one));
}
