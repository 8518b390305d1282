import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { contributionsOf, getPeriod, listPeriods, makePeriod } from '../../src/domain/assessments/index.ts';
import { findAssignmentByRef } from '../../src/domain/assignments/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { openDemoSite } from '../support/demo-site.ts';

const site = await openDemoSite();
after(site.close);
const controller = await site.signIn('controller');
const officer = await site.signIn('handlaggare');
const member = await site.signIn('ledamot');

const annual = async () => {
  const period = (await site.read((r) => listPeriods(r, { year: 2026 }))).find(({ kind }) => kind === 'annual');
  assert.ok(period);
  return period;
};
/** The contribution of the administration to an assignment of the year that contributions come in to. */
async function contribution(number: number, bodyName?: string) {
  const period = await annual();
  return await site.read(async (r) => {
    const assignment = await findAssignmentByRef(r, { year: 2026, number });
    const body = bodyName ? await findBodyByName(r, bodyName) : undefined;
    const found = await contributionsOf(r, {
      periodId: period.id,
      assignmentIds: [assignment!.id],
      ...(body && { bodyIds: [body.id] }),
    });
    return bodyName ? found[0]! : found.find(({ partOf }) => partOf === null)!;
  });
}
const at = (one: { readonly id: string }) => `/lagesbilder/bidrag/${one.id}`;

test('the list tells how far each contribution has come, and every figure by body leads to as many rows', async () => {
  const { id } = await annual();
  const page = await member.read(`/lagesbilder?period=${id}`);
  assert.match(page, /försenat/);
  assert.match(page, /4 dagar sen/);
  assert.match(page, /Överförd från Delårsrapport 2026, inte ändrad/);
  assert.doesNotMatch(page, /Nästa av mina/, 'a member writes none');
  assert.match(await controller.read(`/lagesbilder?period=${id}`), /Nästa av mina/);
  const figures = [...page.matchAll(/href="(\/lagesbilder\?period=[^"]+organ=[^"]+)">(\d+)</g)];
  assert.ok(figures.length > 5, 'every figure that is not nought is a link');
  for (const [, href, count] of figures.slice(0, 8)) {
    const shown = await member.read(href!.replaceAll('&amp;', '&'));
    const rows = [...shown.matchAll(/href="\/lagesbilder\/bidrag\//g)].length;
    assert.equal(rows, Number(count), href);
  }
  assert.equal((await member.get('/lagesbilder?period=00000000-0000-4000-8000-000000000000')).status, 404);
});

test('a contribution is written, refused with everything kept, saved, marked ready and opened again', async () => {
  const one = await contribution(10);
  const empty = await officer.post(at(one), { status: '', text: 'Bara text.', version: '0' });
  assert.equal(empty.status, 422);
  assert.match(await empty.text(), /Bara text\./, 'what was typed stays');
  const badDay = await officer.post(at(one), { status: 'paused', forecastOn: '2026-02-31', text: 'A.', version: '0' });
  assert.equal(badDay.status, 422);
  assert.match(await badDay.text(), /value="2026-02-31"/);

  const sent = { status: 'startedDelayed', forecastOn: '2027-02-01', text: 'Avtalet är ute på remiss.', version: '0' };
  assert.equal((await officer.post(at(one), sent)).status, 303);
  const page = await officer.read(at(one));
  assert.match(page, /Uppdraget har startat men bedöms inte vara klart vid årets slut\./, 'the sentence exactly');
  assert.match(page, /Avtalet är ute på remiss\./);

  const late = await controller.post(at(one), { ...sent, text: 'Min version.' });
  assert.equal(late.status, 409);
  const both = await late.text();
  assert.match(both, /Min version\./);
  assert.match(both, /Avtalet är ute på remiss\./);

  assert.equal((await officer.post(at(one), { ...sent, version: '1', klar: 'ja' })).status, 303);
  const ready = await officer.read(at(one));
  assert.match(ready, /Klar, markerad av Jorun Eklöv/);
  assert.match(ready, /Öppna igen/);
  assert.doesNotMatch(ready, /<textarea/);
  const written = await contribution(10);
  assert.equal(written.written?.version, 1, 'saved unchanged makes no version');
  const after = await officer.post(at(one), { ...sent, text: 'Efteråt.', version: '1' });
  assert.equal(after.status, 409, 'what is ready is opened first');
  assert.match(await after.text(), /markerat som klart/);
  assert.equal((await officer.post(`${at(one)}/oppna`, { version: String(written.version) })).status, 303);
  assert.match(await officer.read(at(one)), /<textarea/);
});

test('a carried text is marked, refused as ready, and confirmed', async () => {
  const one = await contribution(8);
  const page = await officer.read(at(one));
  assert.match(page, /Överförd från Delårsrapport 2026, inte ändrad/);
  const text = 'Utvecklingen fortsätter: fem av nio åtgärder är klara.';
  const refused = await officer.post(at(one), { status: 'continuing', text, version: '1', klar: 'ja' });
  assert.equal(refused.status, 409);
  assert.match(await refused.text(), /ingen har sagt att den stämmer/);
  assert.equal((await officer.post(`${at(one)}/bekrafta`, { version: '1' })).status, 303);
  assert.match(await officer.read(at(one)), /bekräftad av Jorun Eklöv/);
  assert.equal((await officer.post(at(one), { status: 'continuing', text, version: '2', klar: 'ja' })).status, 303);

  const other = await contribution(6);
  assert.match(await officer.read(at(other)), /För över texten/);
  assert.equal((await officer.post(`${at(other)}/for-over`)).status, 303);
  assert.match(await officer.read(at(other)), /Texten gäller fortfarande/);
});

test('the performer takes the texts of the units in, and sees whose they were', async () => {
  const one = await contribution(5);
  const page = await officer.read(at(one));
  assert.match(page, /Enheternas texter/);
  const [source] = [...page.matchAll(/name="kalla" value="([^"]+)"/g)].map(([, id]) => id!);
  assert.ok(source);
  assert.equal((await officer.post(`${at(one)}/ta-in`, { kalla: source, version: '0' })).status, 303);
  const joint = await officer.read(at(one));
  assert.match(joint, /Intagen i version 1 av Jorun Eklöv · orden står kvar/);
  assert.match(joint, /<textarea[^>]*>\s*Väntetiden till första besök|<textarea[^>]*>\s*Mottagningarna/);
  const asked = await officer.post(`${at(one)}/be-enheter`, { dueOn: '2030-01-01' });
  assert.equal(asked.status, 422, 'nobody chosen, and a day after the whole is due');
  assert.match(await asked.text(), /value="2030-01-01"/);
  const unit = await contribution(5, 'Närvården');
  assert.match(await officer.read(at(unit)), /De andras lägesbilder/);
});

test('a period is made, changed, asked in, closed and opened again, with what is wrong beside the fields', async () => {
  assert.equal((await officer.get('/perioder/ny')).status, 403);
  assert.doesNotMatch(await officer.read('/perioder'), /Lägg in en period/);
  const days = { year: '2025', kind: 'annual', endsOn: '2025-12-31', contributionsDueOn: '', deadline: '' };
  const twice = await controller.post('/perioder/ny', days);
  assert.equal(twice.status, 422);
  assert.match(await twice.text(), /Året har redan en sådan period/);
  const beyond = { ...days, year: '2027', endsOn: '2027-12-31', deadline: '2028-05-01' };
  const refused = await controller.post('/perioder/ny', beyond);
  assert.equal(refused.status, 422);
  const shown = await refused.text();
  assert.match(shown, /Lagen säger senast 2028-04-15|Lagen säger senast 15 april 2028/);
  assert.match(shown, /value="2028-05-01"/);
  const made = await controller.post('/perioder/ny', { ...beyond, deadline: '' });
  assert.equal(made.status, 303);
  const here = new URL(made.headers.get('location')!, 'http://x').pathname;
  const id = here.split('/').at(-1)!;
  assert.equal((await site.read((r) => getPeriod(r, id))).contributionsDueOn, '2028-01-14', 'two weeks after');
  const change = { endsOn: '2027-12-31', contributionsDueOn: '2028-01-20', deadline: '2028-03-01', version: '1' };
  assert.equal((await controller.post(`${here}/andra`, change)).status, 303);
  const conflict = await controller.post(`${here}/andra`, { ...change, deadline: '2028-02-01' });
  assert.equal(conflict.status, 409);
  assert.match(await conflict.text(), /2028-02-01/);
  assert.equal((await controller.post(`${here}/begar-in`)).status, 303);
  assert.equal((await controller.post(`${here}/stang`, { version: '2' })).status, 303);
  assert.match(await controller.read(here), /Öppna perioden igen/);
  const silent = await controller.post(`${here}/oppna`, { version: '3', reason: '' });
  assert.equal(silent.status, 422);
  assert.equal((await controller.post(`${here}/oppna`, { version: '3', reason: 'En text till.' })).status, 303);
});

test('the late are reminded once a day, and not those who are ready', async () => {
  const { id } = await annual();
  const posted = () =>
    site.read(async (r) =>
      Number(
        (
          await r.db
            .selectFrom('outbox')
            .select((eb) => eb.fn.countAll<string>().as('count'))
            .where('tenant_id', '=', r.tenantId)
            .where('topic', '=', 'letter')
            .executeTakeFirstOrThrow()
        ).count,
      ),
    );
  const before = await posted();
  const first = await controller.post(`/perioder/${id}/paminn`);
  assert.equal(first.status, 303);
  const sent = (await posted()) - before;
  const all = await site.read((r) => contributionsOf(r, { periodId: id }));
  const reminded = all.filter(({ remindedOn }) => remindedOn !== null);
  if (sent > 0) assert.ok(reminded.length > 0);
  assert.ok(reminded.every(({ state }) => state === 'asked'));
  await controller.post(`/perioder/${id}/paminn`);
  assert.equal((await posted()) - before, sent, 'nobody twice a day');
});

test('slippage comes worst first with its earlier forecasts, and the history tells what happened', async () => {
  const page = await member.read('/uppfoljning/forskjutningar?ar=2026');
  const days = [...page.matchAll(/(\d+) dagar (efter|före)/g)].map(([, count, side]) =>
    side === 'efter' ? Number(count) : -Number(count),
  );
  assert.ok(days.length >= 2);
  assert.deepEqual(
    days,
    days.toSorted((a, b) => b - a),
  );
  assert.match(page, /Delårsrapport 2026[\s\S]*2026-12-15/);
  assert.match(page, /\+136 dagar/);
  const assignment = await site.read((r) => findAssignmentByRef(r, { year: 2026, number: 9 }));
  const history = await member.read(`/uppdrag/${assignment!.id}/historik`);
  assert.match(history, /fortsätter/);
  assert.match(history, /2025:9/);
  assert.match(await member.read(`/uppdrag/${assignment!.id}`), /Historik genom åren/);
  assert.equal((await member.get('/uppdrag/00000000-0000-4000-8000-000000000000/historik')).status, 404);
});

test('a due date that is moved needs a reason, and the history keeps both days', async () => {
  const assignment = await site.read((r) => findAssignmentByRef(r, { year: 2026, number: 12 }));
  const { id, version, text, title } = assignment!;
  const change = { text: text ?? '', title, version: String(version), dueOn: '2027-06-30' };
  const silent = await controller.post(`/uppdrag/${id}/andra`, change);
  assert.equal(silent.status, 422);
  assert.match(await silent.text(), /Skriv varför dagen flyttas/);
  assert.equal(
    (await controller.post(`/uppdrag/${id}/andra`, { ...change, dueReason: 'Centrumet öppnar senare.' })).status,
    303,
  );
  const history = await member.read(`/uppdrag/${id}/historik`);
  assert.match(history, /skulle vara klart 2026-12-31, flyttades till 2027-06-30/);
  assert.match(history, /Centrumet öppnar senare\./);
});

test('without an account to write, the page shows and offers nothing', async () => {
  const one = await contribution(11);
  const page = await member.read(at(one));
  assert.doesNotMatch(page, /<textarea/);
  assert.equal((await member.post(at(one), { status: 'paused', text: 'X.', version: '0' })).status, 403);
  assert.equal((await member.post(`${at(one)}/behovs-inte`, { version: '1' })).status, 403);
});

test('a year without contributions says what to do', async () => {
  const id = await site.write('period.edit', (w) =>
    makePeriod(w, { year: 2029, kind: 'annual', endsOn: '2029-12-31' }),
  );
  assert.match(await controller.read(`/lagesbilder?period=${id}`), /Ingen är ombedd att skriva än/);
});
