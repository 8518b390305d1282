import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type DemoSite, leadsTo, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { assertConformingPdf } from '../support/pdf.ts';

let site: DemoSite;
let controller: Visitor;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  controller = await site.signIn('controller');
  member = await site.signIn('ledamot');
});
after(() => site.close());

const linkTo = (page: string, words: string): string => {
  const [, href] = new RegExp(`<a href="(/granskningar/[^"]+)"[^>]*>[^<]*${words}`, 'u').exec(page) ?? [];
  assert.ok(href, `no link ”${words}”`);
  return href;
};

test('a summarised study shows what may be shown, and nothing is offered to who only reads', async () => {
  const here = linkTo(await member.read('/granskningar'), 'Punktprevalensmätning');
  const page = await member.read(here);
  assert.match(page, /52 <span class="soft">\(66 %\)/);
  assert.match(page, /visas inte \(färre än 5\)/);
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
  assert.doesNotMatch(main, /<form method="post"/);
  for (const path of ['/granskningar/ny', `${here}/andra`, `${here}/omgang/ny`])
    assert.equal((await member.get(path)).status, 403);
  const paper = await member.get(`${here}/fil/pdf`);
  await assertConformingPdf(new Uint8Array(await paper.arrayBuffer()));
  const words = await (await member.get(`${here}/fil/html`)).text();
  assert.match(words, /En plan som skrivs på sjukhuset följs/);
  assert.doesNotMatch(words, /\b3 \(/, 'three of eighty-four stand in no file');
});

test('a study is entered, counted round by round, learnt from, published and carried into a plan', async () => {
  const form = await controller.read('/granskningar/ny');
  const [, bodyId] = /name="bodyId"[\s\S]*?<option value="([0-9a-f-]{36})"/.exec(form)!;
  const [, unitId] = /name="unitIds" value="([0-9a-f-]{36})"/.exec(form)!;
  const fields = {
    title: 'Fallprevention',
    kind: 'recordReview',
    purpose: 'Veta mer.',
    scope: 'Alla journaler.',
    bodyId: bodyId!,
  };
  const without = await controller.post('/granskningar/ny', fields);
  assert.equal(without.status, 422);
  assert.match(await without.text(), /Välj minst en enhet[\s\S]*Veta mer\./);
  const named = await controller.post('/granskningar/ny', {
    ...fields,
    unitIds: unitId!,
    scope: `Patient 19121212-${'1212'}`,
  });
  assert.match(await named.text(), /Här står ett personnummer/);
  const here = await leadsTo(await controller.post('/granskningar/ny', { ...fields, unitIds: unitId! }));

  await leadsTo(await controller.post(`${here}/variabel`, { label: 'Har en riskbedömning' }));
  const [, figure] = /name="(figures\.v[0-9a-f-]{36})"/.exec(await controller.read(`${here}/omgang/ny`))!;
  const round = { title: 'Våren', startsOn: '2026-04-06', endsOn: '2026-04-10', reviewed: '40' };
  const tooMany = await controller.post(`${here}/omgang/ny`, { ...round, [figure!]: '41' });
  assert.equal(tooMany.status, 422);
  assert.match(await tooMany.text(), /Skriv högst 40[\s\S]*value="41"/);
  await leadsTo(await controller.post(`${here}/omgang/ny`, { ...round, [figure!]: '38' }));
  const page = await controller.read(here);
  assert.match(page, /visas inte/, 'thirty-eight of forty tell of two');
  const change = linkTo(page, 'Ändra omgången');
  assert.match(await controller.read(change), /value="38"/, 'who leads the study corrects what was counted');
  await leadsTo(await controller.post(change, { ...round, [figure!]: '30', version: '1' }));
  assert.equal((await controller.post(change, { ...round, [figure!]: '29', version: '1' })).status, 409);
  assert.match(await controller.read(here), /30 <span class="soft">\(75 %\)/);

  assert.equal((await controller.post(`${here}/lardom`, { lesson: ' ' })).status, 422);
  await leadsTo(await controller.post(`${here}/lardom`, { lesson: 'Bedöm risken vid inskrivning.' }));
  const before = await controller.read(here);
  const [, version] = new RegExp(`action="${here}/ge-ut"[\\s\\S]*?name="version" value="(\\d+)"`).exec(before)!;
  const empty = await controller.post(`${here}/ge-ut`, { conclusions: '', version: version! });
  assert.match(await empty.text(), /Skriv slutsatserna/);
  await leadsTo(await controller.post(`${here}/ge-ut`, { conclusions: 'Tre av fyra är bedömda.', version: version! }));
  assert.equal((await controller.post(`${here}/lardom`, { lesson: 'För sent.' })).status, 409);

  const [, lessonId] = /name="lessonId" value="([^"]+)"/.exec(await controller.read(here))!;
  const [, to] = /<option value="(assignment:[0-9a-f-]{36})"/.exec(await controller.read(here))!;
  await leadsTo(await controller.post(`${here}/lardom/for-in`, { lessonId: lessonId!, to: to!, version: '1' }));
  assert.match(await controller.read(here), new RegExp(`Förd till <a href="/uppdrag/${to!.split(':')[1]}"`));
  const [, activityPlanId] =
    /name="activityPlanId"[\s\S]*?<option value="([0-9a-f-]{36})"/.exec(await controller.read(here)) ?? [];
  assert.ok(activityPlanId, 'the demonstration has an activity plan of the year');
  const stale = { lessonId: lessonId!, activityPlanId, version: '1' };
  assert.equal((await controller.post(`${here}/lardom/foresla`, stale)).status, 409);
  await leadsTo(await controller.post(`${here}/lardom/foresla`, { ...stale, version: '2' }));
  const [, point] = /Förd till <a href="(\/aktivitetsplaner\/[^"]+)"/.exec(await controller.read(here))!;
  assert.match(await controller.read(point!.split('#')[0]!), /Bedöm risken vid inskrivning/);
});
