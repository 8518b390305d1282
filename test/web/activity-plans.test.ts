import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getActivityPlan } from '../../src/domain/plans/index.ts';
import { buildActivityPlan } from '../support/build-activity-plans.ts';
import { buildBody } from '../support/build-organisation.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

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
