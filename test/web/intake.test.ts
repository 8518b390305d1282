import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Proposal } from '../../src/domain/intake/index.ts';
import { intakeRoutes } from '../../src/web/pages/intake/routes.ts';
import { type DemoSite, demoOrigin, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { decideWaiting, handInFiles, type PaperFile, readPaper, readWaiting, report } from '../support/intake-site.ts';

/** A report that says something else about an assignment that the demonstration region has. */
const differing: PaperFile = {
  name: 'rapport-2024.txt',
  content:
    '# Återrapportering till hälso- och sjukvårdsnämnden\n\nBeredning för lokal vård 2024\n\n***Hälso- och sjukvårdsnämndens beredningar får i uppdrag:***\n\n**Nr 1. Att räkna granarna längs vägen.**\n\n**Svar:** Frågan har inte behandlats av beredningen.\n',
};

const location = (answer: Response) => answer.headers.get('location') ?? '';
const titleOf = (page: string) => /<title>([^<]*)/.exec(page)?.[1] ?? '';

suite('reading papers in, through HTTP', () => {
  let site: DemoSite;
  let secretary: Visitor;
  let officer: Visitor;
  let member: Visitor;
  let paper: Awaited<ReturnType<typeof readPaper>>;
  before(async () => {
    site = await openDemoSite();
    secretary = await site.signIn('sekreterare');
    officer = await site.signIn('handlaggare');
    member = await site.signIn('ledamot');
    paper = await readPaper(site, secretary);
  });
  after(() => site?.close());

  const found = async (type: string, number: number): Promise<Proposal> => {
    const all = await paper.proposals();
    const one = all.find((proposal) => proposal.type === type && proposal.fields.number === number);
    assert.ok(one, `${type} ${number}`);
    return one;
  };
  const act = (who: Visitor, one: Proposal, action: string, fields: Record<string, string> = {}) =>
    who.post(`/las-in/${paper.id}/post/${one.id}/${action}`, { version: String(one.version), ...fields });

  test('who may not hand in gets no page, and who may not confirm decides nothing', async () => {
    const one = await found('assignment', 1);
    for (const { method, path, policy } of intakeRoutes) {
      const address = path.replace(':id', paper.id).replace(':post', one.id);
      const call = (who: Visitor) =>
        method === 'GET' ? who.get(address) : who.post(address, { version: String(one.version) });
      assert.equal((await call(member)).status, 403, `member: ${method} ${path}`);
      if (policy === 'intake.confirm') assert.equal((await call(officer)).status, 403, `officer: ${method} ${path}`);
    }
    assert.equal((await found('assignment', 1)).version, one.version);
    const stranger = await site.app.fetch(new Request(`${demoOrigin}/las-in/${paper.id}`));
    assert.match(location(stranger), /^\/logga-in/);
  });

  test('who hands in and does not confirm sees the proposals and no buttons', async () => {
    const page = await officer.read(`/las-in/${paper.id}`);
    assert.match(page, /2022:1 Att följa arbetet med fast vårdkontakt/);
    assert.doesNotMatch(page, /Bekräfta \d+ säkra|\/bekrafta"|\/avvisa"/);
  });

  test('the same file again is the earlier file, and says so', async () => {
    const answer = await handInFiles(site, officer, [{ ...report, name: 'kopia.txt' }]);
    assert.equal(location(answer), `/las-in/${paper.id}`);
    const several = await handInFiles(site, officer, [report, { name: 'ny.txt', content: 'En rad.' }]);
    assert.equal(location(several), `/las-in?igen=${paper.id}`);
    assert.match(await officer.read(location(several)), new RegExp(`redan inlästa[\\s\\S]*href="/las-in/${paper.id}"`));
    await readWaiting(site);
  });

  test('a file that waits is followed until the reader stops it; the page says what happens', async () => {
    const address = location(await handInFiles(site, secretary, [{ name: 'vantar.txt', content: 'Den här väntar.' }]));
    const waiting = await secretary.get(address);
    assert.match(await waiting.text(), /http-equiv="refresh" content="2"[\s\S]*Filen läses in[\s\S]*Sluta uppdatera/);
    const stopped = await secretary.get(`${address}?folj=nej`);
    const still = await stopped.text();
    assert.match(still, /Visa läget nu/);
    assert.doesNotMatch(still, /http-equiv="refresh"/);
    assert.match(await secretary.read('/las-in'), /http-equiv="refresh"/);
    await readWaiting(site);
    const read = await secretary.get(address);
    const done = await read.text();
    assert.match(done, /Inget förslag hittades i filen/);
    assert.doesNotMatch(done, /http-equiv="refresh"/);
  });

  test('a file that cannot be read yet is refused calmly, with what can be read now; it can be tried again', async () => {
    for (const name of ['beslut.pdf', 'beslut.docx']) {
      const bytes = new TextEncoder().encode(`PK\x03\x04${name}`);
      const address = location(await handInFiles(site, secretary, [{ name, content: bytes }]));
      await readWaiting(site);
      const page = await secretary.read(address);
      assert.match(page, new RegExp(`”?${name}`));
      assert.match(page, /är skadad eller avbruten/);
      assert.match(page, /Kansli läser PDF, Word/);
      assert.equal((await secretary.post(`${address}/las-igen`)).status, 303);
      assert.match(await secretary.read(address), /Filen läses in/);
      await readWaiting(site);
      assert.match(await secretary.read(address), /Kunde inte läsas|kunde inte läsas/);
    }
    assert.equal((await secretary.post(`/las-in/${paper.id}/las-igen`)).status, 409, 'what is read is not read again');
  });

  test('an empty file is told of before the others are taken', async () => {
    const answer = await handInFiles(site, secretary, [
      { name: 'full.txt', content: 'Text som inte togs in.' },
      { name: 'tom.txt', content: '' },
    ]);
    assert.equal(answer.status, 422);
    assert.match(await answer.text(), /Filen ”tom\.txt” är tom/);
    assert.doesNotMatch(await secretary.read('/las-in'), /full\.txt/);
    const none = await handInFiles(site, secretary, []);
    assert.equal(none.status, 422);
  });

  test('what is too large is refused before it is read', async () => {
    const request = new Request(`${demoOrigin}/las-in`, {
      method: 'POST',
      body: 'x',
      headers: { cookie: secretary.cookie, origin: demoOrigin, 'content-length': String(101 * 1024 * 1024) },
    });
    const answer = await site.app.fetch(request);
    assert.equal(answer.status, 413);
    assert.match(await answer.text(), /Högst 100 MB/);
  });

  test('the original comes back as it was, never to be shown in our name', async () => {
    const evil = await readPaper(site, secretary, {
      name: 'a/../Ond "fil".html',
      content: '<script>alert(1)</script> <h1>Hej</h1>',
    });
    const answer = await secretary.get(`/las-in/${evil.id}/original`);
    assert.equal(answer.headers.get('content-type'), 'application/octet-stream');
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="Ond _fil_\.html"/);
    assert.match(answer.headers.get('content-security-policy') ?? '', /sandbox/);
    assert.equal(await answer.text(), '<script>alert(1)</script> <h1>Hej</h1>');
    assert.match(await secretary.read(`/las-in/${evil.id}/utan-plats`), /&lt;script&gt;alert\(1\)/);
  });

  test('the list is cut by type, state, confidence and remarks, and the chosen proposal has its source beside it', async () => {
    const page = await secretary.read(`/las-in/${paper.id}?typ=meeting`);
    assert.equal(page.match(/class="proposal-card"/g)?.length, 3);
    assert.equal(
      (await secretary.read(`/las-in/${paper.id}?sakerhet=under-0.75&typ=reportEntry`)).match(/class="proposal-card"/g)
        ?.length,
      1,
    );
    assert.match(await secretary.read(`/las-in/${paper.id}?problem=on&typ=meeting`), /6 december 2022/);
    assert.match(await secretary.read(`/las-in/${paper.id}?lage=rejected`), /Inget förslag passar urvalet/);
    const one = await found('reportEntry', 4);
    const chosen = await secretary.read(`/las-in/${paper.id}?post=${one.id}`);
    assert.match(chosen, new RegExp(`id="post-${one.id}"[^>]*data-tone="current"`));
    assert.match(chosen, /<mark[^>]*>\*\*Svar:\*\* Vid beredningens sammanträde den 6 december 2022 planeras/);
    assert.match(chosen, /inte har hållits när rapporten skrivs/);
    assert.equal((await secretary.get(`/las-in/${paper.id}?lage=galen`)).status, 422);
  });

  test('a rule that says no shows the proposal again with the reason and the way to what comes first', async () => {
    const answer = await act(secretary, await found('reportEntry', 5), 'bekrafta');
    assert.equal(answer.status, 422);
    const page = await answer.text();
    assert.match(page, /role="alert"[\s\S]*Uppdraget 2022:5 finns inte i registret/);
    assert.match(page, new RegExp(`post-${(await found('assignment', 5)).id}`));
  });

  test('confirming leads to the next one, twice counts once, and it can be undone', async () => {
    const one = await found('assignment', 1);
    const key = crypto.randomUUID();
    const first = await act(secretary, one, 'bekrafta', { idempotencyKey: key });
    assert.equal(location(first).includes(`nyss=${one.id}`), true);
    assert.match(location(first), new RegExp(`post=${(await found('reportEntry', 1)).id}`));
    const again = await act(secretary, one, 'bekrafta', { idempotencyKey: key });
    assert.equal(again.status, 303, 'the same press of the button');
    const later = await act(secretary, one, 'bekrafta');
    assert.equal(later.status, 409, 'another press, with what was seen before');
    assert.match(await later.text(), /Någon annan har gjort något med förslaget/);

    const confirmed = await found('assignment', 1);
    const page = await secretary.read(location(first).split('#')[0]!);
    assert.match(page, /Bekräftat: 2022:1/);
    assert.match(page, new RegExp(`href="/uppdrag/${confirmed.record?.id}"`));
    const undone = await act(secretary, confirmed, 'angra');
    assert.match(location(undone), new RegExp(`post=${one.id}`));
    assert.equal((await found('assignment', 1)).state, 'open');
  });

  test('a proposal of another file is not there', async () => {
    const other = await readPaper(site, secretary, differing);
    const one = await found('assignment', 2);
    for (const action of ['bekrafta', 'avvisa', 'angra', 'behall', 'andra'])
      assert.equal(
        (await secretary.post(`/las-in/${other.id}/post/${one.id}/${action}`, { version: String(one.version) })).status,
        404,
        action,
      );
    assert.equal((await secretary.get(`/las-in/${other.id}/post/${one.id}/andra`)).status, 404);
  });

  test('fields are corrected by their kind, keep what was read beside, and a conflict shows both texts', async () => {
    const one = await found('reportEntry', 2);
    const wrong = await act(secretary, one, 'andra', { year: 'i fjol', meetings: '2022-02-30', answer: 'Mitt svar' });
    assert.equal(wrong.status, 422);
    const page = await wrong.text();
    assert.match(titleOf(page), /^Fel:/);
    assert.match(page, /År: Skriv ett heltal/);
    assert.match(page, /Sammanträden: Skriv ett datum på varje rad/);
    assert.match(page, /Mitt svar/);

    const saved = await act(secretary, one, 'andra', { meetings: '2022-05-17\n2022-05-18', answerType: 'briefing' });
    assert.match(location(saved), new RegExp(`post=${one.id}`));
    const now = await found('reportEntry', 2);
    assert.deepEqual(now.fields.meetings, ['2022-05-17', '2022-05-18']);
    assert.deepEqual(now.originalFields.meetings, ['2022-05-17']);
    assert.match(await secretary.read(`/las-in/${paper.id}/post/${one.id}/andra`), /Lästes ur filen: 2022-05-17/);

    const late = await act(secretary, one, 'andra', { answer: 'Det jag skrev samtidigt.' });
    assert.equal(late.status, 409);
    const both = await late.text();
    assert.match(both, /Det du skrev[\s\S]*Det som är sparat nu[\s\S]*Det jag skrev samtidigt\./);
    assert.match(both, new RegExp(`name="version" value="${now.version}"`));
  });

  test('saving without a change writes nothing', async () => {
    const one = await found('assignment', 3);
    await act(secretary, one, 'andra', { year: '2022', number: '3', text: String(one.fields.text) });
    assert.equal((await found('assignment', 3)).version, one.version);
  });

  test('what differs from the register is shown side by side and can be taken in with the register’s words', async () => {
    const other = await readPaper(site, secretary, differing);
    const one = (await other.proposals()).find(({ type }) => type === 'assignment')!;
    const page = await secretary.read(`/las-in/${other.id}?post=${one.id}`);
    assert.match(page, /Registret säger något annat/);
    assert.match(page, /I registret[\s\S]*I förslaget[\s\S]*räkna granarna/);
    assert.match(page, /Behåll registrets[\s\S]*Ta det nya/);
    const answer = await secretary.post(`/las-in/${other.id}/post/${one.id}/behall`, { version: String(one.version) });
    assert.equal(answer.status, 303);
    const after = (await other.proposals()).find(({ id }) => id === one.id)!;
    assert.equal(after.state, 'confirmed');
    assert.notEqual(after.fields.text, one.fields.text);
    assert.equal(after.originalFields.text, one.fields.text);
    assert.equal(
      after.made.some(({ noun }) => noun === 'assignment'),
      false,
      'no second assignment',
    );
  });

  test('every character is accounted for, and every remark leads to what it is about', async () => {
    const unplaced = await secretary.read(`/las-in/${paper.id}/utan-plats`);
    assert.match(unplaced, /Inget har gått förlorat/);
    const [read, without, furniture, whole] = [...unplaced.matchAll(/([\d\s\u00a0]+) tecken/g)].map(([, figure]) =>
      Number(figure!.replace(/\D/g, '')),
    );
    assert.equal(read! + without! + furniture!, whole);
    assert.equal(whole, String(report.content).length);
    assert.match(unplaced, /id="rad-12"/);
    const remarks = await secretary.read(`/las-in/${paper.id}/anmarkningar`);
    assert.match(remarks, new RegExp(`post=${(await found('reportEntry', 3)).id}`));
    assert.match(remarks, /utan-plats#rad-12/);
    assert.match(remarks, /href="\/kallor\/[0-9a-f-]+#rad-\d+">Rad \d+/);
    const [, kind] = /<option value="(\w+)">[^<(]+\(\d+\)/.exec(remarks) ?? [];
    const some = await secretary.read(`/las-in/${paper.id}/anmarkningar?om=${kind}`);
    assert.equal(some.match(/<section><h2>/g)?.length, 1);
    assert.equal((await secretary.get(`/las-in/${paper.id}/anmarkningar?om=mat`)).status, 422);
  });

  test('many are confirmed after reading what will happen, and again changes nothing', async () => {
    const question = await secretary.read(`/las-in/${paper.id}/bekrafta?minst=0.95`);
    assert.match(question, /5 uppdrag skrivs i registret\./);
    assert.match(question, /name="minst" value="0\.95"/);
    assert.match(await secretary.read(`/las-in/${paper.id}/bekrafta?typ=timeslot`), /Inget förslag är så säkert/);
    const answer = await secretary.post(`/las-in/${paper.id}/bekrafta`, { minst: '0' });
    assert.equal(location(answer), `/las-in/${paper.id}/resultat`);
    const waiting = await secretary.get(`/las-in/${paper.id}/resultat`);
    assert.match(await waiting.text(), /http-equiv="refresh"[\s\S]*Många förslag bekräftas[\s\S]*0 av \d+ klara/);
    const impatient = await secretary.post(`/las-in/${paper.id}/bekrafta`, { minst: '0' });
    assert.equal(impatient.status, 409);
    assert.match(await impatient.text(), /bekräftas eller avvisas redan/);
    await decideWaiting(site, secretary);
    const states = Object.groupBy(await paper.proposals(), ({ type, state }) => `${type} ${state}`);
    assert.equal(states['assignment confirmed']?.length, 5);
    assert.equal(states['reportEntry confirmed']?.length, 5);
    assert.equal(states['assignmentLink confirmed'], undefined, 'suggestions wait for a person');
    const result = await secretary.read(`/las-in/${paper.id}/resultat`);
    assert.match(result, /Bekräftat: 5 uppdrag/);
    assert.match(result, /Uppdrag \(5\)/);
    assert.match(result, /Ligger kvar att granska/);
    const links = [...result.matchAll(/href="(\/uppdrag\/[0-9a-f-]+)"/g)].map(([, href]) => href!);
    assert.equal(links.length, 5);
    assert.match(result, /href="\/uppfoljning\/[0-9a-f-]+#svar-/);
    assert.match(result, /href="\/sammantraden\/[0-9a-f-]+"/);
    await secretary.post(`/las-in/${paper.id}/bekrafta`, { minst: '0' });
    await decideWaiting(site, secretary);
    assert.deepEqual(
      Object.groupBy(await paper.proposals(), ({ type, state }) => `${type} ${state}`),
      states,
    );
    const strange = await secretary.post(`/las-in/${paper.id}/bekrafta`, { minst: '0.1' });
    assert.equal(strange.status, 422);
  });

  test('those that are ticked are decided on together, and none ticked is told of', async () => {
    const other = await readPaper(site, secretary, {
      name: 'bocker.txt',
      content: String(report.content).replaceAll('2022', '2019'),
    });
    const of = async (type: string) => (await other.proposals()).filter((one) => one.type === type);
    const send = (gor: string, ids: readonly string[]) =>
      secretary.post(`/las-in/${other.id}/flera?typ=assignment`, { gor, vald: ids });
    assert.equal((await send('confirm', [])).status, 422);
    const [first, second, third] = await of('assignment');
    const asked = await send('confirm', [first!.id, second!.id]);
    assert.match(location(asked), /typ=assignment/);
    await decideWaiting(site, secretary);
    assert.deepEqual((await of('assignment')).map(({ state }) => state).slice(0, 3), [
      'confirmed',
      'confirmed',
      'open',
    ]);
    assert.equal((await of('assignment'))[0]!.decidedBy, secretary.actor.name);
    const answers = await of('reportEntry');
    await send('reject', [third!.id, answers[0]!.id]);
    await decideWaiting(site, secretary);
    assert.equal((await of('assignment'))[2]!.state, 'rejected');
    assert.equal((await of('reportEntry'))[0]!.state, 'rejected');
    // An answer whose assignment was rejected waits, is found by its hindrance, and says why.
    await send('confirm', [answers[2]!.id, answers[1]!.id]);
    await decideWaiting(site, secretary);
    assert.equal((await of('reportEntry'))[1]!.state, 'confirmed');
    assert.equal((await of('reportEntry'))[2]!.state, 'open');
    const held = await secretary.read(`/las-in/${other.id}?problem=hinder`);
    assert.equal(held.match(/class="proposal-card"/g)?.length, 1);
    assert.match(held, /Uppdraget 2019:3 finns inte i registret/);
  });

  test('words find proposals, and each choice says how many it would show', async () => {
    const page = await secretary.read(`/las-in/${paper.id}?lage=alla&sok=2022:1`);
    assert.match(page, /2022:1 Att följa arbetet med fast vårdkontakt/);
    assert.doesNotMatch(page, /id="post-[^"]*"[^>]*>\s*<div[^>]*>.*2022:4/);
    const all = await paper.proposals();
    const assignments = all.filter(({ type }) => type === 'assignment').length;
    assert.match(
      await secretary.read(`/las-in/${paper.id}?lage=alla`),
      new RegExp(`<option value="assignment">uppdrag \\(${assignments}\\)`),
    );
  });

  test('what others build on is not undone, and the page says what builds on it', async () => {
    const answer = await act(secretary, await found('assignment', 1), 'angra');
    assert.equal(answer.status, 409);
    assert.match(await answer.text(), /Bekräftelsen kan inte ångras/);
  });

  test('English pages speak English, and the record’s own words are marked as Swedish', async () => {
    for (const path of ['', '/utan-plats', '/anmarkningar', '/resultat', '/bekrafta?minst=0']) {
      const page = await secretary.read(`/las-in/${paper.id}${path}${path.includes('?') ? '&' : '?'}lang=en`);
      assert.match(page, /<html lang="en"/);
      assert.doesNotMatch(
        page.replace(/<[a-z0-9]+[^>]*lang="sv"[^>]*>[\s\S]*?<\/(?:a|span|ul|ol|li)>/g, ''),
        /Bekräfta|Förslag|Läge/,
      );
    }
  });
});
