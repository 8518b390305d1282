import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { readDocument } from '../../src/documents/in/read-document.ts';
import { closePdfPool, renderPdf } from '../../src/documents/out/index.ts';
import { heading, paragraph } from '../../src/documents/tree/index.ts';
import { tieAccountToPerson } from '../../src/domain/access/index.ts';
import { callUpItem, declareDisqualification, openMeeting } from '../../src/domain/attendance/index.ts';
import { registerDocument } from '../../src/domain/matters/index.ts';
import { attachDocument, changeAgendaItem, freezeAgenda, writeMemo } from '../../src/domain/meetings/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { webApp } from '../../src/web/app.ts';
import { meetingDocumentRoutes } from '../../src/web/pages/meetings/document-routes.ts';
import { buildRoster } from '../support/build-attendance.ts';
import { type DemoSite, demoOrigin, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { withoutTags } from '../support/draw-pdf.ts';
import { assertConformingPdf } from '../support/pdf.ts';

let site: DemoSite;
let secretary: Visitor;
let member: Visitor;
let meeting: string;
let item: string;

before(async () => {
  site = await openDemoSite();
  secretary = await site.signIn('sekreterare');
  member = await site.signIn('ledamot');
  const bodyId = (await site.read((r) => findBodyByName(r, 'Beredning för lokal vård')))!.id;
  meeting = await post('/sammantraden/planera', {
    kind: 'meeting',
    bodyId,
    heldOn: '2026-12-15',
    startsAt: '09:00',
    endsAt: '12:00',
    place: 'Sal Eken',
    mode: 'digitalWithBase',
  });
  await post(`${meeting}/kallade`, {});
  item = await addItem('Rapportering till nämnden');
  await addItem('Övriga frågor');
  await post(`${item}/beslut`, {
    title: 'Rapportering',
    clauses: 'att godkänna rapporten\natt paragrafen förklaras omedelbart justerad',
    state: 'proposed',
    bodyId,
  });
  await post(`${item}/pm`, {
    version: '0',
    officer: 'Ada Ek',
    summary: 'Kort om ärendet.',
    nonePerspectives: 'on',
    finances: 'Ryms inom ram.',
    signatures: 'Ada Ek\nPlaneringschef',
  });
  const tagged = await renderPdf({
    title: 'Underlaget',
    author: 'Region Prov',
    language: 'sv',
    blocks: [heading(1, 'Bakgrund'), paragraph('Underlaget i ord.')],
  });
  await attach('Tillgängligt underlag', tagged, 'application/pdf');
  await attach('Inskannad karta', await withoutTags(tagged), 'application/pdf');
  await attach('Kalkyl', new TextEncoder().encode('1;2;3'), 'text/csv');
});
after(async () => {
  await closePdfPool();
  await site.close();
});

describe('before the agenda is fixed', () => {
  test('the notice says that it is a draft, and has the labels and order of seed 001', async () => {
    const { text } = await document(`${meeting}/kallelse.pdf`);
    const order = [
      'Kallelse till sammanträde 2026-12-15',
      'Utkast',
      'Sammanträde med:',
      'Beredning för lokal vård',
      'Sammanträdet sker digitalt, endast presidiet träffas fysiskt.',
      'Sammanträdesdatum:',
      '2026-12-15',
      'Tid:',
      'kl. 09:00-12:00',
      'Plats:',
      'Sal Eken',
      'Meddela förhinder snarast möjligt till nämndsekreterare',
      'Du som är ersättare meddelar om du kommer att delta.',
      'Ledamöter kallas',
      'Ersättare underrättas',
      'Rapportering till nämnden',
      'Förslag till beslut',
      'Beredning för lokal vård beslutar',
      'godkänna rapporten, samt',
      'paragrafen förklaras omedelbart justerad.',
      'Sammanfattning',
      'Kort om ärendet.',
      'Beslutsunderlag',
      'FöredragningsPM, Beredning för lokal vård 2026-12-15, Rapportering till nämnden',
      'Tillgängligt underlag',
    ];
    let at = -1;
    for (const words of order) {
      const found = text.indexOf(words, at + 1);
      assert.ok(found > at, `”${words}” does not come in its place:\n${text}`);
      at = found;
    }
  });

  test('the memo has its fixed headings and the proposal of the item', async () => {
    for (const format of ['pdf', 'docx']) {
      const { text } = await document(`${item}/pm.${format}`);
      const heads = [
        'FöredragningsPM',
        'Förslag till beslut',
        'Sammanfattning',
        'Konsekvenser för miljö-, barn- och jämställdhetsperspektiven',
        'Ekonomiska konsekvenser',
        'Beslutsunderlag',
        'Planeringschef',
      ];
      const places = heads.map((head) => text.indexOf(head));
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
        text,
      );
      assert.ok(places.every((place) => place >= 0));
      assert.match(text, /Beslutet bedöms inte få några konsekvenser ur de nämnda perspektiven/);
    }
  });

  test('the card of the meeting leads to them, and a meeting without items has none', async () => {
    const page = await member.read(meeting);
    for (const file of ['kallelse.pdf', 'kallelse.docx', 'handlingar.pdf'])
      assert.ok(page.includes(`${meeting}/${file}"`));
    assert.match(page, /Utkast: dagordningen är inte fastställd/);
    assert.ok(!page.includes('tidplan.pdf'));
  });
});

describe('when it is fixed and supplemented', () => {
  before(async () => {
    await post(`${meeting}/dagordning/frys`, { version: '0' });
    await addItem('Sent ärende');
    await post(`${meeting}/dagordning/frys`, { version: '1' });
  });

  test('the notice stays as it was sent, and the supplement says what is new', async () => {
    const notice = await document(`${meeting}/kallelse.docx`);
    assert.doesNotMatch(notice.text, /Sent ärende|Utkast/);
    const supplement = await document(`${meeting}/kallelse.pdf?version=2`);
    assert.match(
      supplement.text,
      /Tilläggskallelse 1 till sammanträde 2026-12-15[\s\S]*Det här är nytt[\s\S]*Tillkommer[\s\S]*Sent ärende/,
    );
    assert.doesNotMatch(supplement.text, /Kort om ärendet/);
    await member.read(`${meeting}/kallelse.pdf?version=3`, 404);
  });

  test('all papers are one conforming file in order, with what must be fetched by itself and why', async () => {
    const bytes = await wholePackage();
    const report = await assertConformingPdf(bytes);
    assert.equal(report.language, 'sv-SE');
    const { text } = await readDocument({ fileName: 'handlingar.pdf', bytes });
    const order = [
      'Innehåll',
      'Bifogas separat',
      'Inskannad karta',
      '(punkt 1): filen är inte taggad',
      'Kalkyl',
      'filen är ingen PDF',
      'Kallelse till sammanträde 2026-12-15',
      'Tilläggskallelse 1 till',
      'Handlingar till punkten',
      'Inskannad karta (bifogas separat)',
      'FöredragningsPM',
      'Ryms inom ram.',
      'Underlaget i ord.',
    ];
    let at = -1;
    for (const words of order) {
      const found = text.replace(/\s+/g, ' ').indexOf(words, at + 1);
      assert.ok(found > at, `”${words}” does not come in its place:\n${text}`);
      at = found;
    }
    assert.deepEqual(
      Buffer.from(await wholePackage()).equals(Buffer.from(bytes)),
      true,
      'the second time it is the kept one',
    );
  });
});

test('while they are put together the page says how far, looks again by itself, and can be told not to', async () => {
  const progress = { done: 3, total: 12 };
  const slow = webApp({
    services: { ...site.services, askPackage: async () => ({ progress }) },
    sessions: { find: async () => ({ actor: member.actor, csrfToken: 'x' }), end: async () => {} },
    site: { name: 'Region Exempel', version: '0', demo: true },
    routes: meetingDocumentRoutes,
  });
  const ask = async (address: string) =>
    slow.fetch(new Request(`${demoOrigin}${address}`, { headers: { cookie: `__Host-kansli=x` } }));
  assert.equal((await ask(`${meeting}/handlingar.pdf`)).headers.get('location'), `${meeting}/handlingar`);
  const page = await (await ask(`${meeting}/handlingar`)).text();
  assert.match(page, /http-equiv="refresh" content="2"/);
  assert.match(page, /<progress max="12" value="3"/);
  assert.match(page, /3 av 12 delar klara/);
  assert.doesNotMatch(await (await ask(`${meeting}/handlingar?folj=nej`)).text(), /http-equiv="refresh"/);
});

test('R-KL-24: who is disqualified in an item gets no word of it in any file, and everybody else does', async () => {
  const roster = await buildRoster(site.database, { members: 3, vacant: 0, deputies: 0 });
  const { meetingId, itemIds, members, personIds } = roster;
  const own = `/sammantraden/${meetingId}`;
  await site.write('meeting.edit', (w) =>
    changeAgendaItem(w, { itemId: itemIds[1]!, expectedVersion: 1, changes: { summary: 'Hemligt för den jävige.' } }),
  );
  await site.write('memo.write', (w) =>
    writeMemo(w, {
      itemId: itemIds[1]!,
      expectedVersion: 0,
      content: {
        unit: null,
        officer: 'Ada Ek',
        sections: { summary: 'Hemligt för den jävige.', description: 'Hemligt för den jävige.' },
        noConsequences: [],
        basis: [],
        signatures: [],
        recipients: [],
      },
    }),
  );
  await site.write('meeting.edit', (w) => freezeAgenda(w, { meetingId, expectedNumber: 0 }));
  await site.write('meeting.conduct', async (w) => {
    await openMeeting(w, { meetingId, at: '13:00', present: members.map((attendanceId) => ({ attendanceId })) });
    await callUpItem(w, { itemId: itemIds[1]!, at: '13:05' });
    const about = { itemId: itemIds[1]!, attendanceId: members[1]!, ground: 'own', declaredBySelf: true } as const;
    await declareDisqualification(w, { ...about, at: '13:06' });
  });
  await site.write('account.administer', (w) =>
    tieAccountToPerson(w, { accountId: member.actor.accountId!, personId: personIds[1]! }),
  );
  const words = async (visitor: Visitor) => {
    const bytes = await wholePackage(visitor, own);
    return (await readDocument({ fileName: 'handlingar.pdf', bytes })).text;
  };
  assert.match(await words(secretary), /Hemligt för den jävige/);
  assert.doesNotMatch(await words(member), /Hemligt för den jävige/);
  const kept = await document(`${own}/kallelse.docx`);
  assert.doesNotMatch(kept.text, /Hemligt för den jävige/);
  assert.match(kept.text, /eftersom du är jävig/);
  await member.read(`${own}/punkter/${itemIds[1]!}/pm.pdf`, 403);
});

test('who is not signed in gets none of it', async () => {
  for (const file of ['kallelse.pdf', 'tidplan.pdf', 'handlingar.pdf']) {
    const answer = await site.app.request(`http://localhost${meeting}/${file}`);
    assert.notEqual(answer.status, 200);
    assert.notEqual(answer.headers.get('content-type'), 'application/pdf');
  }
});

async function post(address: string, form: Record<string, string>): Promise<string> {
  const answer = await secretary.post(address, form);
  assert.equal(answer.status, 303, await answer.text());
  return answer.headers.get('location')!;
}

async function addItem(title: string): Promise<string> {
  const where = await post(`${meeting}/punkter/ny`, { title, category: 'decision' });
  return `${meeting}/punkter/${where.split('#punkt-')[1]!}`;
}

async function attach(title: string, bytes: Uint8Array, mediaType: string): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await site.services.blobs.put(bytes);
  await site.write('memo.write', async (w) => {
    const file = { fileName: `${title}.pdf`, mediaType, size: bytes.length, sha256 };
    const documentId = await registerDocument(w, { kind: 'other', title, ...file });
    await attachDocument(w, { itemId: item.split('/').at(-1)!, documentId });
  });
}

/** A file as a reader gets it: it conforms when it is a PDF, and its words are read back. */
async function document(address: string): Promise<{ readonly text: string }> {
  const answer = await member.get(address);
  assert.equal(answer.status, 200, address);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (address.includes('.pdf')) await assertConformingPdf(bytes);
  const { text } = await readDocument({ fileName: address.includes('.pdf') ? 'a.pdf' : 'a.docx', bytes });
  return { text: text.replace(/[ \t]+/g, ' ') };
}

/** Asks as a browser does that looks at the page of progress until it offers the file. */
async function wholePackage(visitor = member, own = meeting): Promise<Uint8Array> {
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await visitor.get(`${own}/handlingar.pdf`);
    if (answer.headers.get('content-type') === 'application/pdf') return new Uint8Array(await answer.arrayBuffer());
    assert.equal(answer.headers.get('location'), `${own}/handlingar`);
    assert.match(await visitor.read(`${own}/handlingar`), /Handlingarna sätts samman|Hämta handlingarna/);
  }
  throw new Error('The package did not come within a minute.');
}
