import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { makeDecision } from '../../src/domain/decisions/index.ts';
import { approvalItemOf, carryOut } from '../../src/domain/execution/index.ts';
import { listMeetings, planMeeting } from '../../src/domain/meetings/index.ts';
import { findBodyByName, listBodies } from '../../src/domain/organisation/index.ts';
import { editEntry, linksBelow, type Report, reportsWaitingFor } from '../../src/domain/reports/index.ts';
import { entryTo, followReport } from '../support/demo-report.ts';
import { demoOrigin, leadsTo, openDemoSite } from '../support/demo-site.ts';

const site = await openDemoSite();
after(site.close);
const [secretary, member] = [await site.signIn('sekreterare'), await site.signIn('ledamot')];
const { draft, path, now } = await followReport(site, 2026);

/** The fields of the form of the whole report as the page fills them, read from the page itself. */
async function formOfPage(): Promise<Record<string, string>> {
  const page = await secretary.read(path(draft, '/skriv'));
  return fieldsOf(page.slice(page.indexOf('data-autosave')));
}

function fieldsOf(page: string): Record<string, string> {
  const decode = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  const fields: Record<string, string> = {};
  for (const [, name, value] of page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g))
    fields[name!] = decode(value!);
  for (const [, name, value] of page.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>\n?([^<]*)<\/textarea>/g))
    fields[name!] = decode(value!);
  for (const [, name, options] of page.matchAll(/<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    fields[name!] = /<option value="([^"]*)" selected/.exec(options!)?.[1] ?? '';
  delete fields.idempotencyKey;
  delete fields._csrf;
  return fields;
}
const versions = (report: Report) => new Map(report.entries.map(({ id, version }) => [id, version]));

suite('the whole report on one page', () => {
  test('every answer is a field, and saving what nobody changed changes nothing', async () => {
    const fields = await formOfPage();
    const before = await now();
    for (const entry of before.entries.filter(({ answerType }) => answerType !== 'elsewhere'))
      assert.equal(fields[`answer.${entry.id}`], entry.answer, `answer ${entry.assignment.number}`);
    await leadsTo(await secretary.post(path(draft, '/skriv'), fields));
    const saved = await now();
    assert.deepEqual(versions(saved), versions(before));
    assert.equal(saved.version, before.version);
  });

  test('only the changed answer is saved, and the texts around when they changed', async () => {
    const fields = await formOfPage();
    const before = await now();
    const entry = entryTo(before, 9);
    fields[`answer.${entry.id}`] = 'Frågan togs upp vid flera tillfällen.';
    fields.closing = 'Beredningen tackar för året.';
    await leadsTo(await secretary.post(path(draft, '/skriv'), fields));
    const saved = await now();
    assert.equal(entryTo(saved, 9).answer, 'Frågan togs upp vid flera tillfällen.');
    assert.equal(saved.closing, 'Beredningen tackar för året.');
    const changed = saved.entries.filter(({ id, version }) => versions(before).get(id) !== version);
    assert.deepEqual(
      changed.map(({ id }) => id),
      [entry.id],
    );
  });

  test('what somebody else saved meanwhile is shown beside, and the other answers are saved', async () => {
    const fields = await formOfPage();
    const before = await now();
    const [mine, other] = before.entries.filter(({ answerType }) => answerType !== 'elsewhere').slice(0, 2);
    await site.write('report.edit', (w) =>
      editEntry(w, { entryId: mine!.id, expectedVersion: mine!.version, answer: 'Någon annans text.' }),
    );
    fields[`answer.${mine!.id}`] = 'Min egen text.';
    fields[`answer.${other!.id}`] = 'Det andra svaret.';
    const answer = await secretary.post(path(draft, '/skriv'), fields);
    assert.equal(answer.status, 409);
    const page = await answer.text();
    assert.ok(page.includes('<blockquote lang="sv">Någon annans text.</blockquote>'));
    assert.equal(fieldsOf(page)[`answer.${mine!.id}`], 'Min egen text.', 'what was typed still stands in its field');
    const saved = await now();
    assert.equal(saved.entries.find(({ id }) => id === mine!.id)?.answer, 'Någon annans text.');
    assert.equal(saved.entries.find(({ id }) => id === other!.id)?.answer, 'Det andra svaret.');
    // The page carries the version of now: saving again is a choice.
    await leadsTo(await secretary.post(path(draft, '/skriv'), fieldsOf(page.slice(page.indexOf('data-autosave')))));
    assert.equal((await now()).entries.find(({ id }) => id === mine!.id)?.answer, 'Min egen text.');
  });

  test('a form that cannot be read keeps all that was typed', async () => {
    const fields = await formOfPage();
    const [entry] = (await now()).entries;
    const answer = await secretary.post(path(draft, '/skriv'), {
      ...fields,
      [`answer.${entry!.id}`]: 'Ska inte gå förlorat.',
      standing: 'påhittat:x',
    });
    assert.equal(answer.status, 422);
    assert.equal(fieldsOf(await answer.text())[`answer.${entry!.id}`], 'Ska inte gå förlorat.');
    assert.notEqual((await now()).entries[0]?.answer, 'Ska inte gå förlorat.');
  });

  test('a standing answer is given with one press, in the words of the body, with the day to ask again', async () => {
    const entry = entryTo(await now(), 9);
    const fields = await formOfPage();
    await leadsTo(
      await secretary.post(path(draft, '/skriv'), {
        ...fields,
        standing: `notNow:${entry.id}`,
        [`recheck.${entry.id}`]: '2027-03-01',
      }),
    );
    const answered = entryTo(await now(), 9);
    assert.equal(answered.answerType, 'notNow');
    assert.equal(answered.answer, 'Uppdraget ligger inte inom beredningens område i det här skedet.');
    assert.equal(answered.claims[0]?.evidence[0]?.noun, 'assignmentPosition');
  });

  test('who may only read sees no such page', async () => {
    assert.equal((await member.get(path(draft, '/skriv'))).status, 403);
    assert.equal((await member.post(path(draft, '/skriv'), {})).status, 403);
    assert.ok(!(await member.read(path(draft))).includes(path(draft, '/skriv')));
  });
});

suite('order, receivers and annexes', () => {
  test('the answers stand by number or by whom they are directed to, and stay so', async () => {
    const { version } = await now();
    await leadsTo(
      await secretary.post(path(draft, '/ordning'), { grouping: 'number', selection: 'all', version: String(version) }),
    );
    const numbered = await now();
    assert.equal(numbered.grouping, 'number');
    const numbers = numbered.entries.flatMap(({ assignment }) => assignment.number ?? []);
    assert.deepEqual(
      numbers,
      numbers.toSorted((a, b) => a - b),
    );
    assert.ok(numbered.entries.every(({ groupHeading }) => groupHeading === null));
    await leadsTo(await secretary.post(path(draft, '/uppdatera')));
    assert.equal((await now()).entries[0]?.groupHeading, null, 'refreshing keeps the order');
  });

  test('a report of its own assignments says why the others are not there, and takes up those that were chosen', async () => {
    const before = await now();
    const outside = before.entries.filter(({ answerType, edited }) => answerType === 'elsewhere' && !edited);
    assert.ok(outside.length >= 2);
    await leadsTo(
      await secretary.post(path(draft, '/ordning'), {
        grouping: 'heading',
        selection: 'own',
        chosen: [outside[0]!.assignment.id],
        version: String(before.version),
      }),
    );
    const own = await now();
    assert.ok(own.entries.some(({ assignment, chosen }) => chosen && assignment.id === outside[0]!.assignment.id));
    assert.ok(!own.entries.some(({ assignment }) => assignment.id === outside[1]!.assignment.id));
    assert.match(
      await secretary.read(path(draft, '/forhandsgranska')),
      /Här redovisas de uppdrag som riktas till beredningen och därutöver uppdrag/,
    );
    await leadsTo(
      await secretary.post(path(draft, '/ordning'), {
        grouping: 'heading',
        selection: 'all',
        version: String(own.version),
      }),
    );
    assert.equal((await now()).entries.length, before.entries.length);
  });

  test('annexes are numbered in the document in their order', async () => {
    for (const { id, version } of (await now()).annexes)
      await leadsTo(await secretary.post(path(draft, `/bilagor/${id}/ta-bort`), { version: String(version) }));
    const add = (fields: Record<string, string>) => secretary.post(path(draft, '/bilagor'), fields);
    assert.equal((await add({ kind: 'text', title: 'Tom' })).status, 422);
    await leadsTo(await add({ kind: 'text', title: 'Ord', text: 'Första stycket.' }));
    await leadsTo(await add({ kind: 'meetings', title: 'Årets sammanträden' }));
    await leadsTo(await add({ kind: 'figures', title: 'Årets siffror' }));
    const [, second] = (await now()).annexes;
    await leadsTo(await secretary.post(path(draft, `/bilagor/${second!.id}/upp`)));
    const page = await secretary.read(path(draft, '/forhandsgranska'));
    assert.match(page, /Bilaga 1\. Årets sammanträden[\s\S]*Bilaga 2\. Ord[\s\S]*Bilaga 3\. Årets siffror/);
    const third = (await now()).annexes[2]!;
    await leadsTo(
      await secretary.post(path(draft, `/bilagor/${third.id}/ta-bort`), { version: String(third.version) }),
    );
    assert.deepEqual(
      (await now()).annexes.map(({ title, position }) => [title, position]),
      [
        ['Årets sammanträden', 1],
        ['Ord', 2],
      ],
    );
  });

  test('a report has several receivers, nobody twice', async () => {
    const report = await now();
    const others = await site.read(async (r) =>
      (await listBodies(r)).filter(({ id }) => id !== report.body.id && id !== report.to?.id),
    );
    const fields = { title: report.title, foreword: report.foreword, closing: report.closing, toBodyId: report.to!.id };
    const send = async (bodyId: string) =>
      secretary.post(path(draft, '/texter'), {
        ...fields,
        version: String((await now()).version),
        'alsoTo.0.bodyId': bodyId,
        'alsoTo.0.purpose': 'information',
      });
    assert.equal((await send(report.to!.id)).status, 422);
    await leadsTo(await send(others[0]!.id));
    assert.deepEqual(
      (await now()).receivers.map(({ body, purpose }) => [body.id, purpose]),
      [
        [report.to!.id, 'treatment'],
        [others[0]!.id, 'information'],
      ],
    );
  });

  test('the pages that compare show last year and every body', async () => {
    assert.match(await member.read(path(draft, '/jamfor')), /<h1[^>]*>Jämför med (?:2025|förra årets)/);
    const matrix = await member.read('/uppfoljning/svar-per-organ?ar=2026');
    assert.match(matrix, /Svar per organ 2026/);
    assert.ok(matrix.includes(`#svar-${entryTo(await now(), 9).id}`));
  });
});

suite('from ready to received', () => {
  test('a ready report is put on an agenda with its proposal, and deciding it delivers it to each receiver', async () => {
    assert.equal((await secretary.get(path(draft, '/ta-upp'))).status, 409, 'a draft is put on no agenda');
    const { version } = await now();
    await leadsTo(await secretary.post(path(draft, '/klar'), { version: String(version) }));
    const meetingId = await ownMeeting('Beredning för lokal vård', '2026-12-17');
    const page = await secretary.read(path(draft, '/ta-upp'));
    assert.ok(page.includes(meetingId) && page.includes('att godkänna rapporten'));
    await leadsTo(await secretary.post(path(draft, '/ta-upp'), { meetingId }));
    assert.equal((await secretary.post(path(draft, '/ta-upp'), { meetingId })).status, 422, 'not twice');
    await site.write('decision.record', async (w) => {
      const { itemId } = (await approvalItemOf(w, draft.id))!;
      const { id, version: seen } = await w.db
        .selectFrom('decision')
        .select(['id', 'version'])
        .where('agenda_item_id', '=', itemId)
        .executeTakeFirstOrThrow();
      await w.db.updateTable('meeting').set({ held_on: w.runtime.today() }).where('id', '=', meetingId).execute();
      await makeDecision(w, { decisionId: id, expectedVersion: seen });
      await carryOut(w, { decisionIds: [id], linkTo: linksBelow(demoOrigin) });
    });
    const delivered = await now();
    assert.equal(delivered.state, 'delivered');
    assert.equal(delivered.receivers.length, 2);
    assert.ok(delivered.receivers.every(({ deliveredOn }) => deliveredOn !== null));
    assert.match(await secretary.read(path(draft)), /väntar hos mottagaren/);
  });

  test('it waits with the receiver until it stands on an agenda there', async () => {
    const report = await now();
    const meetingId = await ownMeeting(report.to!.name, '2026-12-18');
    const agenda = `/sammantraden/${meetingId}/dagordning`;
    const waiting = await site.read((r) => reportsWaitingFor(r, [report.to!.id]));
    const mine = waiting.find((one) => one.report.id === report.id)!;
    assert.ok((await secretary.read(agenda)).includes(mine.receiver.id));
    await leadsTo(await secretary.post(`${agenda}/ta-emot`, { receiverId: mine.receiver.id }));
    const after = await secretary.read(agenda);
    assert.ok(!after.includes(mine.receiver.id));
    assert.ok(after.includes(`${report.title} från beredning för lokal vård, 2026`));
    assert.equal((await secretary.post(`${agenda}/ta-emot`, { receiverId: mine.receiver.id })).status, 409);
    assert.match(await secretary.read(path(draft)), /på föredragningslistan/);
    const again = await site.read((r) => reportsWaitingFor(r, [report.to!.id]));
    assert.ok(!again.some((one) => one.report.id === report.id));
  });
});

async function ownMeeting(bodyName: string, heldOn: string): Promise<string> {
  return await site.write('meeting.edit', async (w) => {
    const body = (await findBodyByName(w, bodyName))!;
    const { meetings } = await listMeetings(w, { bodyId: body.id, from: heldOn, to: heldOn });
    return meetings[0]?.id ?? (await planMeeting(w, { bodyId: body.id, heldOn, kind: 'meeting' }));
  });
}
