import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { claimsToSettle } from '../../src/domain/reports/index.ts';
import { entryTo, followReport } from '../support/demo-report.ts';
import { leadsTo, openDemoSite } from '../support/demo-site.ts';

const site = await openDemoSite();
after(site.close);
const [secretary, member] = [await site.signIn('sekreterare'), await site.signIn('ledamot')];
const { draft, path, now, save } = await followReport(site, 2026);
const answer = (number: number, rest = ''): string => path(draft, `/svar/${entryTo(draft, number).id}${rest}`);
const claimOf = async (number: number) => entryTo(await now(), number).claims[0]!;

test('what must be looked at stands on the report, gravest first, with the way to each answer', async () => {
  const page = await member.read(path(draft));
  assert.match(page, /Innan rapporten beslutas/);
  const list = page.slice(page.indexOf('id="anmarkningar"'), page.indexOf('report-desk'));
  const remarks = claimsToSettle(await now(), '2026-11-22').filter(({ severity }) => severity === 'serious');
  assert.ok(remarks.length > 0);
  for (const { entryId } of remarks) assert.ok(list.includes(`#svar-${entryId}`));
  assert.doesNotMatch(list, /Lämna meningen så/, 'who may not write is not asked');
});

test('a sentence is left as it is with a reason, which is shown, and taken back', async () => {
  await leadsTo(await save(secretary, 9, 'Vårdnämnden informerades den 17 mars 2026.'));
  const { hash } = await claimOf(9);
  const question = await secretary.read(`${answer(9, '/anmarkning')}?mening=${hash}`);
  assert.match(question, /Vårdnämnden informerades den 17 mars 2026/);
  const empty = await secretary.post(answer(9, '/anmarkning'), { claimHash: hash, reason: '' });
  assert.equal(empty.status, 422);
  assert.match(await empty.text(), /Vårdnämnden informerades/, 'the sentence is still there');
  await leadsTo(
    await secretary.post(answer(9, '/anmarkning'), { claimHash: hash, reason: 'Protokollet är inte inläst.' }),
  );
  assert.match(await member.read(path(draft)), /Lämnas så av[^<]*Protokollet är inte inläst\./);
  await leadsTo(await secretary.post(answer(9, '/anmarkning/ta-tillbaka'), { claimHash: hash }));
  assert.doesNotMatch(await member.read(path(draft)), /Protokollet är inte inläst/);
  assert.equal((await secretary.get(`${answer(9, '/anmarkning')}?mening=finnsinte`)).status, 404);
});

test('suggestions tell why, and are confirmed one by one or all the sure ones together', async () => {
  const [day] = entryTo(await now(), 4).meetings;
  assert.ok(day);
  await leadsTo(await save(secretary, 9, `Beredningen informerades vid sammanträdet ${day}.`));
  const page = await secretary.read(answer(9));
  const { claims } = entryTo(await now(), 9);
  if (claims[0]?.state !== 'supported') {
    assert.match(page, /Förslag på belägg/);
    assert.match(page, /Samma dag och samma organ/);
    const source = /name="source" value="((?:agendaItem|meeting|decision):[0-9a-f-]+)"/.exec(page)?.[1];
    assert.ok(source);
    await leadsTo(await secretary.post(answer(9, '/belagg'), { claimHash: claims[0]!.hash, source }));
    assert.ok((await claimOf(9)).evidence.length > 0);
  }
  await leadsTo(await secretary.post(answer(9, '/belagg/sakra')));
});

test('who may not write in the report settles nothing and confirms nothing', async () => {
  const { hash } = await claimOf(9);
  for (const [rest, fields] of [
    ['/anmarkning', { claimHash: hash, reason: 'x' }],
    ['/anmarkning/ta-tillbaka', { claimHash: hash }],
    ['/belagg/sakra', {}],
  ] as const)
    assert.equal((await member.post(answer(9, rest), fields)).status, 403, rest);
  assert.equal((await member.get(`${answer(9, '/anmarkning')}?mening=${hash}`)).status, 403);
});

test('a value, a decision or a passage opens in place, without script', async () => {
  const page = await member.read(path(draft));
  assert.match(page, /<details class="help"><summary>(?:Beslutets ordalydelse|Punkten på dagordningen)<\/summary>/);
});
