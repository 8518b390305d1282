import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findAccountByLogin } from '../../src/domain/access/index.ts';
import { recordEndorsement } from '../../src/domain/collaboration/index.ts';
import {
  backingOfItems,
  notePrincipalStand,
  recordDecision,
  setEndorsements,
} from '../../src/domain/decisions/index.ts';
import { addAgendaItem, planMeeting, setReportingGroups } from '../../src/domain/meetings/index.ts';
import { findBodyByName, getBody } from '../../src/domain/organisation/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { assertAccessible, launchBrowser, noBrowser, openPage, screenshot } from '../support/browser.ts';
import { buildRoster } from '../support/build-attendance.ts';
import { buildOfficialsGroup } from '../support/build-joint.ts';
import { buildBody } from '../support/build-organisation.ts';
import { type DemoSite, leadsTo, openDemoSite, signInByForm, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let secretary: Visitor;
let member: Visitor;
/** A meeting of a group of officials with a decision, set by the test of its principals. */
let group: { readonly meetingId: Id<'meeting'>; readonly decisionId: Id<'decision'> };
let joint: { readonly meetingId: Id<'meeting'>; readonly themeId: Id<'agendaItem'>; readonly itemId: Id<'agendaItem'> };
before(async () => {
  site = await openDemoSite();
  [secretary, member] = [await site.signIn('sekreterare'), await site.signIn('ledamot')];
  joint = await jointMeeting();
});
after(() => site.close());

async function jointMeeting() {
  const bodyId = await buildBody(site.database, { name: 'Beredning för prov', kind: 'draftingCommittee' });
  const other = await buildBody(site.database, { name: 'Beredning för test', kind: 'draftingCommittee' });
  return await site.write('meeting.edit', async (w) => {
    const meetingId = await planMeeting(w, {
      bodyId,
      jointBodyIds: [other],
      kind: 'jointMeeting',
      heldOn: '2026-11-20',
      place: 'Eken',
      alreadyHeld: true,
    });
    const themeId = await addAgendaItem(w, { meetingId, title: 'Scener i rörelse', category: 'theme' });
    const itemId = await addAgendaItem(w, {
      meetingId,
      parentId: themeId,
      title: 'Läget på scenerna',
      category: 'information',
      presenters: ['Vera Vik'],
    });
    return { meetingId, themeId, itemId };
  });
}

const here = () => `/sammantraden/${joint.meetingId}`;

test('themes, groups and notes of two note-takers become one document', async () => {
  assert.match(await secretary.read(here()), /Anteckningar och grupper/);
  const themes = await secretary.post(`${here()}/teman`, {
    [`questions.${joint.themeId}`]: 'Vart åker vi?\nVem betalar?',
    groups: 'Grupp 1: Anna Ek, Bo Al\nGrupp 2: Cia Ö',
  });
  assert.equal(await leadsTo(themes), `${here()}/anteckningar`);
  const first = await leadsTo(await secretary.post(`${here()}/anteckningar/for`, { name: 'Anna Ek' }));
  const second = await leadsTo(await secretary.post(`${here()}/anteckningar/for`, { name: 'Bo Al' }));
  const write = (path: string, body: string, version = '0') =>
    secretary.post(`${path}/${joint.itemId}`, { body, version });
  await leadsTo(await write(first, 'Publiken ökar.'));
  await leadsTo(await write(second, 'Kassan växer.'));
  const page = await secretary.read(first);
  assert.match(page, /Vart åker vi\?/);
  assert.match(page, /Bo Al har skrivit/);
  assert.match(page, /Publiken ökar\./);
  const document = await member.read(`${here()}/anteckningar`);
  for (const words of [
    'Sammanträdesanteckningar gemensamt sammanträde Beredning för prov och Beredning för test',
    'Tema 1: Scener i rörelse',
    'Antecknat av Anna Ek:',
    'Publiken ökar.',
    'Kassan växer.',
    'Grupp 2',
  ])
    assert.ok(document.includes(words), words);
  const pdf = await member.get(`${here()}/anteckningar.pdf`);
  assert.equal(pdf.headers.get('content-type'), 'application/pdf');
  const docx = await member.get(`${here()}/anteckningar.docx`);
  assert.equal(docx.status, 200);
});

test('who writes in the same text as somebody else gets both, with script and without', async () => {
  const path = await leadsTo(await secretary.post(`${here()}/anteckningar/for`, { name: 'Dan Ek' }));
  const field = `${path}/${joint.themeId}`;
  const first = (await (await secretary.post(field, { body: 'ett', version: '0', auto: '1' })).json()) as object;
  assert.deepEqual(Object.fromEntries(Object.entries(first).slice(0, 3)), { saved: true, version: 1, body: 'ett' });
  const auto = (await (await secretary.post(field, { body: 'två', version: '0', auto: '1' })).json()) as {
    body: string;
  };
  assert.deepEqual([auto.body, 'saved' in auto && auto.saved], ['ett', false]);
  const plain = await secretary.post(field, { body: 'tre', version: '0' });
  assert.equal(plain.status, 409);
  const page = await plain.text();
  assert.match(page, /Någon annan har ändrat texten medan du skrev/);
  assert.ok(page.includes('ett') && page.includes('tre'));
  const news = (await (await secretary.get(`${here()}/anteckningar/nytt?sedan=0`)).json()) as { changes: unknown[] };
  assert.ok(news.changes.length > 0);
});

test('who only reads sees the document and no form; who may not write is refused', async () => {
  const page = await member.read(`${here()}/anteckningar`);
  assert.doesNotMatch(page, /Lägg till den som antecknar/);
  assert.equal((await member.post(`${here()}/anteckningar/for`, { name: 'Ledamoten' })).status, 403);
  assert.equal((await member.get(`${here()}/teman`)).status, 403);
});

test('a study visit is written down with its purpose and what was learnt', async () => {
  const body = await site.read((r) => findBodyByName(r, 'Beredning för prov'));
  const meetingId = await site.write('meeting.edit', (w) =>
    planMeeting(w, { bodyId: body!.id, kind: 'studyVisit', heldOn: '2026-11-18', place: 'Teatern', alreadyHeld: true }),
  );
  const path = `/sammantraden/${meetingId}`;
  await secretary.read(`${path}/besok`);
  const refused = await secretary.post(`${path}/besok`, { purpose: '', version: '0' });
  assert.equal(refused.status, 422);
  const saved = await secretary.post(`${path}/besok`, { purpose: 'Se scenen.', learnt: 'Den är liten.', version: '0' });
  assert.equal(await leadsTo(saved), `${path}/anteckningar`);
  assert.match(await member.read(`${path}/anteckningar`), /Den är liten\./);
  assert.match(await member.read(path), /Studiebesök, Teatern/);
  const ordinary = await secretary.post(`${here()}/besok`, { purpose: 'Se.', version: '0' });
  assert.equal(ordinary.status, 409);
});

test('R-ORG-3: the page of a group says for which principals a decision holds, and who is missing', async () => {
  const { bodyId, principalIds } = await buildOfficialsGroup(site.database);
  const meetingId = await site.write('meeting.edit', (w) =>
    planMeeting(w, { bodyId, kind: 'meeting', heldOn: '2026-11-19', alreadyHeld: true }),
  );
  const itemId = await site.write('meeting.edit', (w) =>
    addAgendaItem(w, { meetingId, title: 'Avtalet', category: 'decision' }),
  );
  const { id: decisionId } = await site.write('decision.record', (w) =>
    recordDecision(w, {
      agendaItemId: itemId,
      title: 'Avtalet förlängs',
      clauses: ['att förlänga avtalet'],
      state: 'made',
    }),
  );
  await site.write('decision.record', (w) =>
    notePrincipalStand(w, { decisionId, principalId: principalIds[0]!, expectedVersion: 0, stand: 'standsBehind' }),
  );
  group = { meetingId, decisionId };
  const path = `/sammantraden/${meetingId}/huvudman`;
  assert.match(await secretary.read(`/sammantraden/${meetingId}`), /Huvudmän och undergrupper/);
  assert.match(await member.read(path), /Gäller för 1 av 3 huvudmän/);
  const form = await secretary.read(`${path}/${decisionId}`);
  assert.match(form, new RegExp(`name="seen.${principalIds[0]}" value="1"`));
  const noted = await secretary.post(`${path}/${decisionId}`, {
    endorsements: '2026-11-01 Styrgruppen',
    ...Object.fromEntries(
      principalIds.flatMap((id, index) => [
        [`seen.${id}`, index === 0 ? '1' : '0'],
        [`stand.${id}`, index === 2 ? 'needsOwnDecision' : 'standsBehind'],
      ]),
    ),
  });
  assert.equal(await leadsTo(noted), path);
  const page = await member.read(path);
  assert.match(page, /Gäller för 2 av 3 huvudmän/);
  assert.match(page, /behöver eget beslut/);
  assert.match(page, /Styrgruppen har den 2026-11-01 ställt sig bakom förslaget\./);
  assert.match(page, /Ingen företrädare/);
  const stale = await secretary.post(`${path}/${decisionId}`, {
    [`seen.${principalIds[1]}`]: '0',
    [`stand.${principalIds[1]}`]: 'doesNotStand',
  });
  assert.equal(stale.status, 409);
  const reports = `/sammantraden/${meetingId}/punkter/${itemId}/rapporter`;
  await secretary.read(reports);
  const written = await secretary.post(reports, {
    'reports.0.subGroup': 'Söder',
    'reports.0.reporter': 'Anna Ek',
    'reports.0.report': 'Rekrytering pågår.',
    slidesIn: 'samarbetsytan',
  });
  assert.equal(await leadsTo(written), path);
  assert.match(await member.read(path), /Söder/);
});

test('J-14: the page of a meeting says which groups have not reported, and their item begins with them', async () => {
  const { bodyId } = await buildOfficialsGroup(site.database);
  const north = await buildBody(site.database, { name: 'Prov norra länsdelsgruppen', parentId: bodyId });
  const quiet = await buildBody(site.database, { name: 'Prov stilla nätverket', parentId: bodyId });
  await site.write('meeting.edit', (w) =>
    setReportingGroups(w, { groupId: bodyId, lines: [{ bodyId: north, itemTitle: 'Rapport från norr' }], seen: [] }),
  );
  const heldOn = site.services.runtime.today();
  const meetingId = await site.write('meeting.edit', (w) =>
    planMeeting(w, { bodyId, kind: 'meeting', heldOn, alreadyHeld: true }),
  );
  const add = (title: string) =>
    site.write('meeting.edit', (w) => addAgendaItem(w, { meetingId, title, category: 'information' }));
  const [own, other] = [await add('Rapport från norr'), await add('Ekonomi')];
  const reports = (itemId: string) => `/sammantraden/${meetingId}/punkter/${itemId}/rapporter`;
  const form = await secretary.read(reports(own));
  assert.match(form, /value="Prov norra länsdelsgruppen"/);
  assert.doesNotMatch(form, /Prov stilla nätverket/, `${quiet} does not report at each meeting`);
  assert.doesNotMatch(await secretary.read(reports(other)), /Prov norra länsdelsgruppen/);
  const path = `/sammantraden/${meetingId}/huvudman`;
  assert.match(await member.read(path), /Rapport saknas från[\s\S]*Prov norra länsdelsgruppen/);
  const written = { 'reports.0.subGroup': 'Prov norra länsdelsgruppen', 'reports.0.report': 'Inget nytt.' };
  assert.equal(await leadsTo(await secretary.post(reports(own), written)), path);
  assert.doesNotMatch(await member.read(path), /Rapport saknas från/);
});

test('DEC-12: who answered that it stands behind a proposal is told with the decision and in its minutes, each body once', async () => {
  const { bodyId, principalIds } = await buildOfficialsGroup(site.database);
  const heldOn = '2026-11-19';
  const meetingId = await site.write('meeting.edit', (w) =>
    planMeeting(w, { bodyId, kind: 'meeting', heldOn, alreadyHeld: true }),
  );
  const agendaItemId = await site.write('meeting.edit', (w) =>
    addAgendaItem(w, { meetingId, title: 'Modellen', category: 'decision' }),
  );
  const { id: decisionId } = await site.write('decision.record', (w) =>
    recordDecision(w, { agendaItemId, title: 'Modellen införs', clauses: ['att införa modellen'], state: 'made' }),
  );
  const [near, far] = principalIds as [Id<'body'>, Id<'body'>];
  const name = (await site.read((r) => getBody(r, near))).name;
  for (const [byBodyId, outcome] of [[near, 'endorsedWithRemark'] as const, [far, 'notEndorsed'] as const])
    await site.write('collaboration.edit', (w) =>
      recordEndorsement(w, {
        subject: { noun: 'decision', id: decisionId },
        byBodyId,
        outcome,
        remarks: 'Kostnaden prövas.',
        endorsedOn: '2026-11-02',
        toldIn: 'Besked per brev',
        expectedVersion: 0,
      }),
    );
  await site.write('decision.record', (w) =>
    setEndorsements(w, { decisionId, endorsements: [{ endorsedBy: name, endorsedOn: null }] }),
  );
  const page = await member.read(`/sammantraden/${meetingId}/huvudman`);
  assert.equal(page.split('ställt sig bakom förslaget').length - 1, 1);
  assert.ok(page.includes(`${name} har den 2026-11-02 ställt sig bakom förslaget.`));
  const { endorsements } = await site.read((r) => backingOfItems(r, { bodyId, day: heldOn, itemIds: [agendaItemId] }));
  assert.deepEqual(endorsements.get(decisionId), [{ endorsedBy: name, endorsedOn: '2026-11-02' }]);
});

test('the administrator ties an account to a person who holds a seat, and nobody else may', async () => {
  const admin = await site.signIn('admin');
  assert.match(await admin.read('/organ'), /href="\/konton"/);
  assert.doesNotMatch(await secretary.read('/organ'), /href="\/konton"/);
  assert.equal((await secretary.get('/konton')).status, 403);
  const roster = await buildRoster(site.database, { members: 2, deputies: 0, items: 0 });
  const account = await site.write('account.administer', async (w) => {
    await w.log({ noun: 'account', recordId: joint.meetingId });
    return (await findAccountByLogin(w, 'ledamot'))!;
  });
  const path = `/konton/${account.id}/person`;
  assert.match(await admin.read(path), new RegExp(roster.personIds[1]!));
  const stranger = await admin.post(path, { personId: joint.meetingId });
  assert.equal(stranger.status, 422);
  assert.equal(await leadsTo(await admin.post(path, { personId: roster.personIds[1]! })), '/konton');
  assert.match(await admin.read(path), new RegExp(`value="${roster.personIds[1]}" selected`));
  assert.equal(await leadsTo(await admin.post(path, { personId: '' })), '/konton');
});

test('a body that begins in the middle of a year says which § it gave last, until the first one is given here', async () => {
  const bodyId = await buildBody(site.database, {});
  assert.match(await secretary.read(`/organ/${bodyId}`), /Nästa paragraf 2026 blir § 1\./);
  await secretary.read(`/organ/${bodyId}/paragrafer`);
  assert.equal((await secretary.post(`/organ/${bodyId}/paragrafer`, { after: 'fyrtio' })).status, 422);
  assert.match(await leadsTo(await secretary.post(`/organ/${bodyId}/paragrafer`, { after: '40' })), /#regler$/);
  assert.match(await secretary.read(`/organ/${bodyId}`), /Nästa paragraf 2026 blir § 41\./);
  const officials = await buildBody(site.database, { kind: 'officialsGroup' });
  assert.doesNotMatch(await secretary.read(`/organ/${officials}`), /Nästa paragraf/);
  assert.equal((await member.get(`/organ/${bodyId}/paragrafer`)).status, 403);
});

test('the pages are accessible in both languages, narrow and wide', { skip: noBrowser }, async () => {
  const { origin, close } = await site.listen();
  const browser = await launchBrowser();
  try {
    for (const width of [360, 1280]) {
      const page = await openPage(browser, { viewport: { width, height: 900 } });
      await signInByForm(page, origin, 'sekreterare');
      await page.goto(`${origin}${here()}/anteckningar`);
      await assertAccessible(page);
      await screenshot(page, `joint-notes-${width}`);
      await page
        .getByRole('link', { name: /^Skriv/ })
        .first()
        .click();
      await assertAccessible(page);
      await screenshot(page, `joint-write-${width}`);
      await page.goto(`${origin}${here()}/teman`);
      await assertAccessible(page);
      await screenshot(page, `joint-themes-${width}`);
      await page.goto(`${origin}/sammantraden/${group.meetingId}/huvudman`);
      await assertAccessible(page);
      await screenshot(page, `officials-${width}`);
      await page.goto(`${origin}/sammantraden/${group.meetingId}/huvudman/${group.decisionId}`);
      await assertAccessible(page);
      await screenshot(page, `stands-${width}`);
      await page.getByRole('link', { name: 'English' }).click();
      await assertAccessible(page);
      await page.close();
    }
  } finally {
    await browser.close();
    await close();
  }
});
