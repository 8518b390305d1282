import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isAtHand, type WorkEntry, type WorkKind, workKindOf, workOf } from '../../src/domain/work/index.ts';
import { type DemoSite, leadsTo, openDemoSite, type Visitor } from '../support/demo-site.ts';

const today = '2026-11-22';
let site: DemoSite;
let secretary: Visitor;
let officer: Visitor;
before(async () => {
  site = await openDemoSite();
  secretary = await site.signIn('sekreterare');
  officer = await site.signIn('handlaggare');
});
after(() => site.close());

const entriesOf = (visitor: Visitor) => site.read((r) => workOf(r, visitor.actor, today));
const entryOf = async (visitor: Visitor, kind: WorkKind): Promise<WorkEntry> => {
  const found = (await entriesOf(visitor)).find((one) => one.kind === kind);
  if (!found) throw new Error(`The demonstration has no work of the kind ${kind} for ${visitor.actor.name}.`);
  return found;
};
const arrange = (key: string) => `/mitt-arbete/uppgift?nyckel=${encodeURIComponent(key)}`;

test('the page shows each piece of work in its place, with what is late said in words', async () => {
  const page = await secretary.read('/mitt-arbete');
  for (const { kind, title, href } of await entriesOf(secretary)) {
    assert.ok(page.includes(workKindOf(kind).label.sv), kind);
    assert.ok(page.includes(href.replaceAll('&', '&amp;')), `${kind} ${title} leads to ${href}`);
  }
  assert.match(page, /Hos andra[\s\S]*dagar försenat[\s\S]*erbjudet Jorun Eklöv/);
  assert.match(page, /Vilar[\s\S]*Väntar på lägesbilder/);
});

test('the start page begins with the same work and leads to all of it', async () => {
  const page = await secretary.read('/');
  const own = (await entriesOf(secretary)).filter(isAtHand);
  assert.ok(page.includes(`Allt mitt arbete: ${own.length} saker`));
  assert.ok(page.includes(own[0]!.href.replaceAll('&', '&amp;')));
});

test('every figure leads to exactly the lines that it counts', async () => {
  const page = await secretary.read('/mitt-arbete');
  const figures = [
    ...page.matchAll(/href="\/mitt-arbete\?slag=(\w+)"[^>]*>[^<]*<\/a><\/span> <span class="link-note">(\d+)</g),
  ];
  assert.ok(figures.length >= 4, `${figures.length} figures`);
  for (const [, kind, count] of figures) {
    const list = await secretary.read(`/mitt-arbete?slag=${kind}`);
    const label = workKindOf(kind as WorkKind).label.sv;
    const body = list.slice(list.indexOf('class="body"'), list.indexOf('<aside'));
    assert.equal(body.split(`>${label}`).length - 1, Number(count), kind);
  }
});

test('who has no work is told so, and what to expect', async () => {
  const member = await site.signIn('ledamot');
  assert.match(await member.read('/mitt-arbete'), /Inget väntar på dig/);
});

test('in English the words of the house are English and those of the records say that they are Swedish', async () => {
  const page = await secretary.read('/mitt-arbete?lang=en');
  assert.match(page, /<html lang="en"/);
  assert.match(page, /With others[\s\S]*lang="sv"/);
});

test('a form that does not fit keeps what was typed, and says beside the field what is wrong', async () => {
  const { key, dueOn } = await entryOf(secretary, 'awaitSignatures');
  const minutes = (await entriesOf(secretary)).find((one) => one.kind === 'writeMinutes' && one.dueOn !== null)!;
  const response = await secretary.post('/mitt-arbete/vila', {
    key: minutes.key,
    untilOn: '2027-03-01',
    reason: 'Väntar på sekreteraren',
  });
  assert.equal(response.status, 422);
  const page = await response.text();
  assert.match(page, /Sista dagen enligt lag är .*Den kan inte vila längre än så/);
  assert.ok(page.includes('value="2027-03-01"') && page.includes('value="Väntar på sekreteraren"'));
  const empty = await secretary.post('/mitt-arbete/vila', { key: minutes.key, untilOn: '', reason: '' });
  assert.equal(empty.status, 422);
  assert.ok(dueOn !== null && key.startsWith('awaitSignatures:'));
});

test('what rests is put away and woken again', async () => {
  const { key } = (await entriesOf(secretary)).find((one) => one.kind === 'reviewProposals')!;
  const to = await leadsTo(
    await secretary.post('/mitt-arbete/vila', { key, untilOn: '2026-11-30', reason: 'Efter mötet' }),
  );
  assert.equal(to, '/mitt-arbete');
  assert.equal((await entryOf(secretary, 'reviewProposals')).place, 'resting');
  await leadsTo(await secretary.post('/mitt-arbete/vack', { key }));
  assert.equal((await entryOf(secretary, 'reviewProposals')).place, 'later');
  assert.equal((await secretary.post('/mitt-arbete/vack', { key })).status, 404);
});

test('an offer is accepted and returned by the one who has it, and by nobody else', async () => {
  const { delegation, key } = await entryOf(officer, 'doTask');
  assert.match(await officer.read('/mitt-arbete'), /från Stina Fjellander[\s\S]*Ta emot[\s\S]*Lämna tillbaka/);
  const step = (who: Visitor, action: string, version: number) =>
    who.post(`/mitt-arbete/overlamning/${delegation!.id}`, { action, version: String(version) });
  assert.equal((await step(secretary, 'accept', 1)).status, 403);
  await leadsTo(await step(officer, 'accept', 1));
  assert.equal((await step(officer, 'return', 1)).status, 409, 'somebody was first');
  assert.match(await secretary.read('/mitt-arbete'), /ligger hos Jorun Eklöv/);
  await leadsTo(await step(officer, 'return', 2));
  assert.match(await secretary.read('/mitt-arbete'), /Jorun Eklöv lämnade tillbaka den/);

  const page = await secretary.read(arrange(key));
  assert.match(page, /Jorun Eklöv/);
  assert.doesNotMatch(page, /Selma Hagström/, 'who may not do it is not offered');
  const member = await site.signIn('ledamot');
  const wrong = await secretary.post('/mitt-arbete/lamna-over', {
    key,
    toAccountId: member.actor.accountId!,
    note: 'Kan du?',
  });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Välj någon annan som får göra uppgiften[\s\S]*Kan du\?/);
  await leadsTo(await secretary.post('/mitt-arbete/lamna-over', { key, toAccountId: officer.actor.accountId! }));
  assert.equal((await entryOf(secretary, 'doTask')).place, 'others');
});

test('nobody reaches the work of another by its key', async () => {
  const { key } = await entryOf(secretary, 'writeMinutes');
  const member = await site.signIn('ledamot');
  const redirected = await member.get(arrange(key));
  assert.equal(redirected.headers.get('location'), '/mitt-arbete', 'it is no work of theirs');
  assert.equal((await member.post('/mitt-arbete/vila', { key, untilOn: '2026-11-25', reason: 'r' })).status, 404);
});

test('one chooses the day of the weekly letter, and a later choice shows both', async () => {
  assert.match(await secretary.read('/mitt-arbete/brev'), /måndagar/);
  const save = (weekday: string, version: string) =>
    secretary.post('/mitt-arbete/brev', { weekday, reminders: 'law', version });
  await leadsTo(await save('4', '0'));
  assert.match(await secretary.read('/mitt-arbete/brev'), /value="4" selected/);
  const conflict = await save('0', '0');
  assert.equal(conflict.status, 409);
  assert.match(await conflict.text(), /Någon annan har sparat[\s\S]*torsdagar[\s\S]*Inget veckobrev/);
});
