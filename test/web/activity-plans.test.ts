import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getActivityPlan, keepActivityPlanVersion, listActivityPlans } from '../../src/domain/plans/index.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { buildActivityPlan } from '../support/build-activity-plans.ts';
import { buildAgendaItem } from '../support/build-meetings.ts';
import { buildBody } from '../support/build-organisation.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { followLinks } from '../support/follow-links.ts';

let site: DemoSite;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  member = await site.signIn('ledamot');
});
after(() => site.close());

test('an empty list says how records come', async () => {
  const unused = await openDemoSite({ region: false });
  after(unused.close);
  const page = await (await unused.signIn('controller')).read('/aktivitetsplaner');
  assert.match(page, /Läs in ett organs aktivitetsplan/);
  assert.match(page, /href="\/las-in"/);
});

test('a plan shows its days by month with categories, its focus areas and its points by kind', async () => {
  const id = await buildActivityPlan(site.database, await buildBody(site.database, { name: 'Beredning för prov' }), {
    days: [
      { date: '2026-03-05', category: 'decision', items: [], place: 'Rådhuset' },
      { date: '2026-03-05', category: 'inDepth', items: ['Jourlinjer', 'Läkemedel'] },
      { date: '2026-05-07', lastDay: '2026-05-08', category: 'Egen dag', items: ['Resa'] },
    ],
    focusAreas: ['Tillgänglighet'],
    points: [
      { kind: 'followUp', text: 'Handlingsplanen' },
      { kind: 'standing', text: 'Produktion', details: ['Vårdplatser'], giver: 'Verksamheten' },
    ],
  });
  const page = await member.read(`/aktivitetsplaner/${id}`);
  assert.match(page, /<h3>mars 2026<\/h3>.*torsdag 5 mars.*Rådhuset.*Beslut.*inget planerat.*Fördjupning.*Jourlinjer/s);
  assert.match(page, /<h3>maj 2026<\/h3>.*torsdag 7 maj – 8 maj.*Egen dag/s);
  assert.match(page, /<h2>Följs upp<\/h2>.*Handlingsplanen.*<h2>Stående information<\/h2>.*lämnas av Verksamheten/s);
  const plan = await site.read((r) => getActivityPlan(r, id));
  for (const { id: day } of plan.activities) assert.ok(page.includes(`id="dag-${day}"`));
  for (const { id: area } of plan.focusAreas) assert.ok(page.includes(`id="fokus-${area}"`));
  for (const { id: point } of plan.points) assert.ok(page.includes(`id="punkt-${point}"`));
  const row = (await member.read('/aktivitetsplaner'))
    .split('<tr')
    .find((one) => one.includes(`/aktivitetsplaner/${id}`));
  assert.match(row!, /Beredning för prov/);
  assert.match(await member.read('/sammantraden'), /href="\/aktivitetsplaner"/);
  assert.equal((await member.get(`/aktivitetsplaner/${plan.body.id}`)).status, 404);
});

test('a year is planned, made into meetings, kept, told what it missed and carried on, all through forms', async () => {
  const secretary = await site.signIn('sekreterare');
  const list = await site.read((r) => listActivityPlans(r));
  const body = list[0]!.body;
  const key = () => ({ idempotencyKey: site.database.runtime.newId() });
  const post = async (path: string, fields: Record<string, string | readonly string[]>, status = 303) => {
    const response = await secretary.post(path, { ...key(), ...fields });
    assert.equal(
      response.status,
      status,
      `${path} ${status === 303 ? await response.clone().text() : ''}`.slice(0, 3000),
    );
    return response;
  };
  assert.match(await secretary.read('/aktivitetsplaner'), /href="\/aktivitetsplaner\/ny"/);
  assert.doesNotMatch(await member.read('/aktivitetsplaner'), /href="\/aktivitetsplaner\/ny"/);
  const created = await post('/aktivitetsplaner/ny', { bodyId: body.id, year: '2028', title: 'Aktivitetsplan 2028' });
  const here = created.headers.get('location')!.split('#')[0]!;
  const id = here.split('/').at(-1)!;
  const plan = () => site.read((r) => getActivityPlan(r, id));

  const refused = await post(`${here}/dagar/ny`, { date: '2027-03-02', kind: 'meeting', inDepth: 'Jourlinjer' }, 422);
  const form = await refused.text();
  assert.match(form, /Dagen ska ligga i planens år, 2028/);
  assert.match(form, /Jourlinjer/, 'what was typed stands');
  const day = {
    date: '2028-03-02',
    kind: 'meeting',
    place: 'Rådhuset',
    decision: '-----',
    inDepth: 'Jourlinjer\nSkolhälsa',
  };
  await post(`${here}/dagar/ny`, day);
  await post(`${here}/dagar/ny`, { date: '2028-10-05', kind: 'studyVisit', studyVisit: 'Venöst centrum' });
  await post(`${here}/fokus/nytt`, { text: 'Ekonomi' });
  await post(`${here}/punkter/ny`, { kind: 'proposal', text: 'Etiska frågor', giver: 'Ada Ek', origin: 'member' });
  await post(`${here}/punkter/ny`, { kind: 'standing', text: 'Aktuellt', giver: 'Verksamheten' });
  const first = await plan();
  assert.deepEqual(
    first.activities.map(({ category, items }) => [category, items.map(({ text }) => text)]),
    [
      ['decision', []],
      ['inDepth', ['Jourlinjer', 'Skolhälsa']],
      ['studyVisit', ['Venöst centrum']],
    ],
  );
  const page = await secretary.read(here);
  assert.match(page, /<svg role="group"[^>]*>.*aria-label="torsdag 2 mars, sammanträde, Fördjupning".*wheel-legend/s);
  assert.match(page, /Etiska frågor.*förslag från Ada Ek, från en ledamot.*väntar/s);
  const seenByMember = await member.read(here);
  assert.doesNotMatch(seenByMember, /Gör till sammanträde|Lägg till en dag/);

  const changed = { ...day, decision: 'Remissvar', version: String(first.days[0]!.version) };
  await post(`${here}/dagar/${first.days[0]!.id}`, changed);
  const conflict = await post(`${here}/dagar/${first.days[0]!.id}`, { ...changed, place: 'Eken' }, 409);
  assert.match(await conflict.text(), /Någon annan har sparat.*Rådhuset.*Eken/s);

  const item = first.activities[1]!.items[0]!;
  const moveTo = first.days[1]!.id;
  await post(`${here}/planerat/${item.id}`, {
    text: 'Jourlinjer i länet',
    proposer: 'Bo Al',
    focusAreaId: first.focusAreas[0]!.id,
    version: '1',
  });
  await post(`${here}/planerat/${item.id}/flytta`, { dayId: moveTo, reason: 'Platsbrist', version: '2' });
  assert.match(await secretary.read(here), /flyttad från 2 mars: Platsbrist/);

  const proposal = first.points[0]!;
  const settle = `${here}/punkter/${proposal.id}/beslut`;
  assert.match(await (await post(settle, { action: 'drop', version: '1' }, 422)).text(), /field-error/);
  await post(settle, { action: 'plan', dayId: moveTo, category: 'theme', version: '1' });

  const met = await post(`${here}/dagar/${first.days[0]!.id}/sammantrade`, {});
  const meeting = await secretary.read(met.headers.get('location')!.split('#')[0]!);
  assert.match(meeting, /Remissvar.*Skolhälsa.*Information.*Aktuellt/s);

  await post(`${here}/versioner/ny`, { datedOn: '2028-01-15', version: '0' });
  await post(`${here}/versioner/ny`, { datedOn: '2028-01-16', version: '1' }, 422);
  await post(`${here}/fokus/nytt`, { text: 'Patientsäkerhet' });
  await post(`${here}/versioner/ny`, { datedOn: '2028-02-15', version: '1' });
  assert.match(await member.read(`${here}/versioner/2`), /Tillagt.*Patientsäkerhet/s);
  assert.doesNotMatch(await member.read(`${here}/versioner/1`), /Patientsäkerhet/);
  const pdf = await member.get(`${here}/aktivitetsplan.pdf?version=1`);
  assert.equal(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  );

  const report = await member.read(`${here}/aldrig-upptaget`);
  assert.match(report, /Patientsäkerhet.*Planerat till en dag som inte varit.*Venöst centrum/s);
  assert.doesNotMatch(report.split('Togs upp av')[0]!, /Remissvar/);
  assert.match(report, /Togs upp av.*Remissvar/s);
  const missed = (await plan()).focusAreas[1]!.id;
  await post(`${here}/aldrig-upptaget/${missed}`, { noun: 'focusArea', reason: 'Tas nästa år' });
  assert.match(await member.read(`${here}/aldrig-upptaget`), /Tas nästa år/);

  await buildAgendaItem(site.database, {
    meetingId: met.headers.get('location')!.split('/').at(-1)!,
    title: 'Ekonomi',
  });
  const guessed = await secretary.read(`${here}/aldrig-upptaget`);
  assert.match(guessed, /Togs upp av.*Skolhälsa.*från planen.*Ekonomi.*samma ord.*Det stämmer inte/s);
  assert.doesNotMatch(await member.read(`${here}/aldrig-upptaget`), /Det stämmer inte/);
  const economy = (await plan()).focusAreas[0]!.id;
  const agendaItemId = new RegExp(`inte-${economy}-([0-9a-f-]{36})`).exec(guessed)![1]!;
  const wrong = `${here}/inte-upptaget/${economy}`;
  await post(wrong, { agendaItemId, reason: '' }, 422);
  await post(wrong, { agendaItemId, reason: 'Gällde lokaler' });
  assert.match(await secretary.read(`${here}/aldrig-upptaget`), /räknas inte.*Gällde lokaler.*Räkna den ändå/s);
  await post(`${wrong}/aterta`, { agendaItemId });
  assert.doesNotMatch(await secretary.read(`${here}/aldrig-upptaget`), /Gällde lokaler/);

  const held = { ...changed, decision: '', version: '2' };
  const kept = await (await post(`${here}/dagar/${first.days[0]!.id}`, held, 422)).text();
  assert.match(kept, /”Remissvar” står på en dagordning/);
  const removal = await post(`${here}/dagar/${first.days[0]!.id}/ta-bort`, { version: '2' }, 422);
  assert.match(await removal.text(), /error-summary.*”Remissvar” står på en dagordning/s);

  const next = (await post(`${here}/nasta-ar`, {})).headers.get('location')!.split('#')[0]!;
  assert.match(await secretary.read(next), /Aktivitetsplan 2029.*kopierat från 2028/s);
  assert.match(await secretary.read(next), /Hämta det som inte togs upp/);
  assert.doesNotMatch(await secretary.read(here), /Hämta det som inte togs upp/, 'there is no earlier plan');
  await post(`${here}/punkter/ny`, { kind: 'proposal', text: 'Sent förslag', origin: 'office' });
  for (const time of ['first', 'second']) {
    await post(`${next}/hamta-ej-upptaget`, {});
    const { points } = await site.read((r) => getActivityPlan(r, next.split('/').at(-1)!));
    assert.equal(points.filter(({ text }) => text === 'Sent förslag').length, 1, `once, the ${time} time`);
  }
  const copied = await site.read((r) => getActivityPlan(r, next.split('/').at(-1)!));
  await post(`${next}/bekrafta/${copied.focusAreas[0]!.id}`, {});
  const [area] = (await site.read((r) => getActivityPlan(r, copied.id))).focusAreas;
  assert.equal(area!.copiedFromYear, null);
  assert.equal((await member.post(`${here}/fokus/nytt`, { ...key(), text: 'Nej' })).status, 403);
});

test('every page of a plan is linked, and answers', async () => {
  const own = allRoutes({ development: false, demoLogins: [] }).filter(({ path }) =>
    path.startsWith('/aktivitetsplaner'),
  );
  const id = await buildActivityPlan(site.database, await buildBody(site.database), {
    days: [{ date: '2026-03-05', category: 'theme', items: ['Screening'] }],
    focusAreas: ['Ekonomi'],
    points: [{ kind: 'proposal', text: 'Etik' }],
  });
  await site.write('plan.edit', (w) =>
    keepActivityPlanVersion(w, { activityPlanId: id, expectedNumber: 0, datedOn: '2026-01-15' }),
  );
  const outside = (path: string) => !path.startsWith('/aktivitetsplaner');
  const secretary = await site.signIn('sekreterare');
  const visitor = { ...secretary, get: (path: string) => (outside(path) ? nothing() : secretary.get(path)) };
  const { met, broken } = await followLinks(visitor, own, { from: [`/aktivitetsplaner/${id}`] });
  assert.deepEqual(broken, []);
  const unmet = own.filter((route) => route.method === 'GET' && !met.has(route)).map(({ path }) => path);
  assert.deepEqual(unmet, []);
});

/** What the rest of the site answers to a walk that stays among the plans. */
function nothing(): Promise<Response> {
  return Promise.resolve(new Response(null, { status: 204 }));
}
