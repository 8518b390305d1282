import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { buildMatter } from '../../../test/support/build-matters.ts';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { madeUpPersonNumber } from '../../../test/support/made-up-person-number.ts';
import { noRealdocs } from '../../../test/support/realdocs.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import { noSeeds, readSeed } from '../../../test/support/seeds.ts';
import { paragraph } from '../../documents/tree/index.ts';
import type { Id } from '../../kernel/id.ts';
import { authorize, createAccount, type GrantedRole, grantRole } from '../access/index.ts';
import { findPublished, listAuthorities, type PublishedNoun, type PublishedRecord } from '../published/index.ts';
import {
  declinePublication,
  eventsOf,
  type GateScene,
  gateFindings,
  listPublications,
  maskedWords,
  maskRecord,
  nameLikesIn,
  proposePublication,
  publicationStateCodes,
  publicationsOf,
  publicationTransitions,
  reviewPublication,
  withdrawPublication,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { db, tenantId } = t;
const { read } = runVerbs(t, 'publication.propose');
const bodyId = await buildBody(t, { name: 'Provnämnden', kind: 'committee' });

/** An account with one role, as somebody who proposes or reviews. */
async function someone(login: string, role: GrantedRole, at?: Id<'body'>) {
  const accountId = await db.transact(t.auth('account.administer'), { verb: 'test' }, async (w) => {
    const id = await createAccount(w, { login, name: `Prov ${login}`, password: 'ett långt och eget lösenord' });
    await grantRole(w, { accountId: id, role, ...(at && { bodyId: at }), validFrom: '2020-01-01' });
    return id;
  });
  const grants = [{ role, bodyId: at ?? null, validFrom: '2020-01-01', validTo: null }];
  return { tenantId, accountId, name: `Prov ${login}`, language: 'sv' as const, grants };
}
const secretary = await someone('sekreteraren', 'committeeSecretary');
const registrar = await someone('registratorn', 'registrar');

const propose = (noun: PublishedNoun, recordId: string, actor = secretary) =>
  db.transact(authorize(actor, 'publication.propose'), { verb: 'proposePublication' }, (w) =>
    proposePublication(w, { noun, recordId }),
  );
const review = (
  publicationId: string,
  rulings: Parameters<typeof reviewPublication>[1]['rulings'],
  actor = registrar,
) =>
  db.transact(authorize(actor, 'publication.review'), { verb: 'reviewPublication' }, (w) =>
    reviewPublication(w, { publicationId, expectedVersion: 1, rulings }),
  );
const withdraw = (noun: PublishedNoun, recordId: string, reason = 'Fel handling') =>
  db.transact(authorize(secretary, 'publication.withdraw'), { verb: 'withdrawPublication' }, (w) =>
    withdrawPublication(w, { noun, recordId, reason }),
  );
const open = async (noun: PublishedNoun, recordId: string) => {
  const [authority] = await db.readPublic(listAuthorities);
  return authority && (await db.readPublic((r) => findPublished(r, authority, noun, recordId)));
};
const matter = (publicTitle: string) => buildMatter(t, { publicTitle, bodyId });

test('what the gate lets through is public at once, in editions, with a trace; what is withdrawn is gone in the same moment', async () => {
  const id = await matter('Plan för hemsjukvården');
  const first = await propose('matter', id);
  assert.equal(first.state, 'published');
  assert.equal((await open('matter', id))?.title, 'Plan för hemsjukvården');
  await propose('matter', id);
  assert.equal((await open('matter', id))?.edition, 2);
  await withdraw('matter', id);
  assert.equal(await open('matter', id), undefined);
  await assert.rejects(withdraw('matter', id), { code: 'publication.notPublic' });
  const found = await read((r) => publicationsOf(r, 'matter', id));
  assert.deepEqual(found.map(({ state }) => state).toSorted(), ['replaced', 'withdrawn']);
  const events = await read((r) => eventsOf(r, [first.publicationId]));
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['proposed', 'published', 'replaced'],
  );
  const trace = db.transact(t.auth('publication.propose'), { verb: 'test' }, async (w) => {
    await w.db.deleteFrom('publication_event').where('tenant_id', '=', tenantId).execute();
    await w.log({ noun: 'publication', recordId: id });
  });
  await assert.rejects(trace, /permission denied|append/);
});

test('a proposal with a finding waits for a second person with reasons; what is public stays as it was until then', async () => {
  const id = await matter('Ring 070-123 45 67 om planen');
  const { publicationId, state, findings } = await propose('matter', id);
  assert.deepEqual([state, findings.map(({ kind }) => kind)], ['awaitingReview', ['phone']]);
  assert.equal(await open('matter', id), undefined);
  const masked = [{ ruling: 'masked', reason: 'Privat nummer' }] as const;
  await assert.rejects(review(publicationId, masked, secretary), { code: 'publication.ownReview' });
  await assert.rejects(
    review(publicationId, [{ ruling: 'masked', reason: '' }]),
    problemKeys('publication.rulingReason'),
  );
  await assert.rejects(review(publicationId, [{ ruling: null, reason: 'x' }]), problemKeys('validation.choose'));
  await assert.rejects(review(publicationId, []), { code: 'publication.changedSince' });
  assert.equal(await review(publicationId, masked), 1);
  const shown = JSON.stringify(await open('matter', id));
  assert.ok(shown.includes(maskedWords) && !shown.includes('123 45'));
  await assert.rejects(review(publicationId, masked), { code: 'publication.changedSince' });
});

test('a personal identity number is never waved through, is masked everywhere, and stands in no row of the register of publications', async () => {
  const id = await matter(`Ansökan från ${madeUpPersonNumber} om stöd`);
  const { publicationId, state } = await propose('matter', id);
  assert.equal(state, 'stopped');
  await assert.rejects(
    review(publicationId, [{ ruling: 'asIs', reason: 'Det går bra' }]),
    problemKeys('validation.choose'),
  );
  await review(publicationId, [{ ruling: 'masked', reason: 'Personnummer' }]);
  assert.ok(!JSON.stringify(await open('matter', id)).includes(madeUpPersonNumber));
  const kept = await read((r) =>
    r.db.selectFrom('publication').select(['findings']).where('tenant_id', '=', tenantId).execute(),
  );
  const events = await read((r) => eventsOf(r, [publicationId]));
  assert.ok(!JSON.stringify([kept, events]).includes(madeUpPersonNumber));
});

test('who may do it on one body does it there and nowhere else, and a declined proposal is not public', async () => {
  const elsewhere = await buildBody(t, { name: 'Annan nämnd', kind: 'committee' });
  const local = await someone('lokalen', 'committeeSecretary', elsewhere);
  const id = await matter('Skriv till anna@prov.example om detta');
  await assert.rejects(propose('matter', id, local), { code: 'access.denied' });
  const { publicationId } = await propose('matter', id);
  await db.transact(authorize(registrar, 'publication.review'), { verb: 'declinePublication' }, (w) =>
    declinePublication(w, { publicationId, expectedVersion: 1, reason: 'Privat adress' }),
  );
  assert.equal(await open('matter', id), undefined);
  const { publications } = await read((r) => listPublications(r, { states: ['declined'] }));
  assert.deepEqual(
    publications.map(({ reason }) => reason),
    ['Privat adress'],
  );
});

test('a meeting shows its agenda when it is summoned, an item of a secret matter shows nothing, and a planned one its day alone', async () => {
  const secret = await buildMatter(t, {
    publicTitle: 'Ärende enligt 25 kap.',
    secrecyLevel: 'secret',
    legalGround: 'OSL 25 kap. 1 §',
    bodyId,
  });
  const meetingId = await buildMeeting(t, { bodyId, heldOn: '2026-05-05' });
  await buildAgendaItem(t, { meetingId, title: 'Budget för året' });
  await buildAgendaItem(t, { meetingId, title: 'Hemlig rubrik om någon', matterId: secret });
  const planned = await propose('meeting', meetingId);
  assert.equal(planned.state, 'published');
  assert.ok(!JSON.stringify(await open('meeting', meetingId)).includes('Budget'));
  await db.transact(t.auth('meeting.edit'), { verb: 'test' }, async (w) => {
    await w.db.updateTable('meeting').set({ state: 'summoned' }).where('id', '=', meetingId).execute();
    await w.log({ noun: 'meeting', recordId: meetingId });
  });
  const { publications } = await read((r) => listPublications(r, { changed: true, noun: 'meeting' }));
  assert.equal(publications.length, 0, 'the clock stands still: what happens in the same moment is no change');
  assert.equal((await propose('meeting', meetingId)).state, 'published');
  const shown = JSON.stringify(await open('meeting', meetingId));
  assert.ok(shown.includes('Budget för året') && !shown.includes('Hemlig rubrik'));
  const stopped = await propose('matter', secret);
  assert.equal(stopped.state, 'stopped');
  await assert.rejects(
    review(stopped.publicationId, [{ ruling: 'masked', reason: 'x' }]),
    problemKeys('publication.cannotPass'),
  );
});

const scene: GateScene = { roster: new Set(['majken sandelin']), fileTexts: new Map(), secrecy: 'open' };
const sample = (words: string): PublishedRecord<'matter'> => ({
  noun: 'matter',
  recordId: '11111111-1111-4111-8111-111111111111',
  title: 'Ett ärende',
  summary: null,
  bodyId: null,
  bodyName: null,
  happenedOn: null,
  year: null,
  state: null,
  registrationNumbers: [],
  tree: { title: 'Ett ärende', author: 'Provregionen', language: 'sv', blocks: [paragraph(words)] },
  data: { openedOn: null, closed: false },
  links: [],
  files: [],
});
const kindsIn = (words: string) => gateFindings(sample(words), scene).map(({ kind }) => kind);

test('the gate tells phone, address, name outside the roster, words of secrecy and what is secret, and lets ordinary words be', () => {
  assert.deepEqual(kindsIn('Majken Sandelin (C) föredrar ärendet för Region Norrbotten den 3 maj 2026, § 14.'), []);
  assert.deepEqual(kindsIn('Majken Sandelins yrkande och Beredningen för lokal vård, 26RF00652, 1 234 567 kronor'), []);
  assert.deepEqual(kindsIn('Patienten Torbjörn Exempelman skrev'), ['name']);
  assert.deepEqual(kindsIn('Ring 0920-28 40 00'), ['phone']);
  assert.deepEqual(kindsIn('prov.provsson (at) prov.example'), ['email']);
  assert.deepEqual(kindsIn('enligt 25 kap. 1 § offentlighets- och sekretesslagen'), ['provision']);
  assert.deepEqual(kindsIn('[Uppgiften omfattas av sekretess]'), []);
  assert.deepEqual(
    gateFindings(sample('Öppet'), { ...scene, secrecy: 'protectedPerson' }).map(({ kind }) => kind),
    ['protectedPerson'],
  );
  const file = {
    fileName: `remiss ${madeUpPersonNumber}.pdf`,
    title: 'Remiss',
    mediaType: 'application/pdf',
    size: 1,
    sha256: 'a'.repeat(64),
    accessible: false,
  };
  const withFile = { ...sample('Se bilaga'), files: [file] };
  assert.deepEqual(
    gateFindings(withFile, { ...scene, fileTexts: new Map([[file.sha256, 'Vittnet Torbjörn Exempelman']]) }).map(
      ({ kind, place }) => [kind, place],
    ),
    [
      ['identityNumber', file.fileName],
      ['name', file.fileName],
    ],
  );
  assert.deepEqual(
    gateFindings(withFile, scene).map(({ kind }) => kind),
    ['identityNumber', 'unreadFile'],
  );
});

test('whatever is masked stands nowhere in what becomes public, wherever it stood', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zåäö]{6,12}$/u), fc.array(fc.lorem({ maxCount: 3 })), (word, others) => {
      const record = { ...sample([...others, word, ...others].join(' ')), title: `Om ${word}`, summary: word };
      const masked = JSON.stringify(maskRecord(record, [word]));
      return !masked.includes(word) && masked.includes(maskedWords);
    }),
  );
});

test('nothing leads out of an end: only what waits is reviewed and only what is public is withdrawn', () => {
  for (const state of publicationStateCodes) {
    const actions = publicationTransitions.filter(({ from }) => (from as readonly string[]).includes(state));
    const ended = ['declined', 'superseded', 'replaced', 'withdrawn'].includes(state);
    assert.equal(actions.length === 0, ended, state);
  }
});

test('names: nearly every flag in real minutes and papers is a person, and the persons are found', {
  skip: noRealdocs || noSeeds,
}, () => {
  const folder = process.env.KANSLI_REALDOCS ?? fileURLToPath(new URL('../../../../shared/realdocs/', import.meta.url));
  const papers = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const texts = [
    ...papers.map((name) => readFileSync(join(folder, name), 'utf8')),
    ...seeds.map((start) => readSeed(start).source.text),
  ];
  const flagged = texts.flatMap((text) =>
    text.split('\n').flatMap((line) => nameLikesIn(line).map(({ written }) => written)),
  );
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/u).length, 0);
  const wrong = flagged.filter((written) => notPersons.includes(written));
  // Measured 2026: under one false flag in a thousand words; the promise is one in a hundred.
  assert.ok(wrong.length / words < 0.002, `${wrong.length} of ${words} words`);
  assert.ok(new Set(flagged).size - new Set(wrong).size > 150, `${new Set(flagged).size} different`);
});

const seeds = ['000', '001', '003', '004'];

/** What the rule takes for a name in those papers and is none, looked through by hand. */
const notPersons = [
  'Älvstranden Utveckling',
  'Göteborg Energi',
  'Göteborgs Kulturkalas',
  'Göteborgs Kollektivtrafik',
  'Liseberg Skår',
  'Urban Futures',
  'Service Level Agreement',
  'Genomförandebeslut Citybuss',
  'Disponering Resultatutjämningsreserv',
  'Boplats Göteborg',
  'Sustainability Award',
  'Susana Alpstranden',
  'Got Event',
  'Group Violence Intervention',
  'Hönörespektive Björköleden',
  'Göteborgs Energi',
  'Lokalt Nät',
  'Service Now',
  'Utreda Intraservices',
  'Uppsala Akademiska',
  'Non-Invasiv Prenatal Testing',
  'Genomic Medicine Sweden',
  'Inre Ambulansledning',
  'Leading Health Care',
];
