import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Id } from '../../kernel/id.ts';
import { authorize } from '../access/index.ts';
import {
  type AnswerContent,
  addAnswerFile,
  answerConsultation,
  closeConsultation,
  type DraftConsultation,
  draftConsultation,
  findConsultationLink,
  getAnswerSheet,
  getConsultation,
  giveMoreTime,
  listSentAnswers,
  makeConsultationLink,
  punctualityOf,
  reopenConsultation,
  saveAnswerDraft,
  sendAnswer,
  sendConsultation,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'matter.edit');

test('a link opens the answer of its letter and no other, and its token stands nowhere in the register', async () => {
  t.clock.set('2026-03-02T09:00:00.000Z');
  const one = await sent('Länkar ett');
  const two = await sent('Länkar två');
  const links = [...one.links, ...two.links];
  const owners = [...one.responseIds, ...two.responseIds];
  await fc.assert(
    fc.asyncProperty(fc.nat(links.length - 1), fc.nat(42), async (index, changed) => {
      const token = links[index]!;
      const link = await findConsultationLink(t.db, token);
      assert.equal(link?.responseId, owners[index]);
      const sheet = await sheetOf(token);
      assert.equal(sheet.response.id, owners[index]);
      assert.ok(!('responses' in sheet.consultation), 'the other answers are not there at all');
      const letter = token[changed] === 'A' ? 'B' : 'A';
      const other = `${token.slice(0, changed)}${letter}${token.slice(changed + 1)}`;
      const found = await findConsultationLink(t.db, other);
      assert.equal(found, undefined, 'a token with another letter opens nothing');
    }),
    { numRuns: 25 },
  );
  const { rows } = await t.db.pool.query<{ text: string }>(
    `select row_to_json(o)::text as text from outbox o union all select row_to_json(l)::text from log_told l
     union all select row_to_json(k)::text from consultation_link k`,
  );
  for (const token of links) assert.ok(rows.every(({ text }) => !text.includes(token)));
  assert.ok(rows.length > links.length);
});

test('no draft is lost: whatever is written in whatever windows, what stands is one of them and who came second is told', async () => {
  t.clock.set('2026-03-02T09:00:00.000Z');
  const { links } = await sent('Utkast');
  const token = links[0]!;
  let kept = content({ comment: null });
  let version = 0;
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 40 }), fc.boolean(), async (words, stale) => {
      const mine = content({ comment: words.trim() || null });
      const expectedVersion = stale && version > 0 ? version - 1 : version;
      const save = byLink(token, (w) => saveAnswerDraft(w, { place: { token }, expectedVersion, content: mine }));
      if (expectedVersion !== version) await assert.rejects(save, { code: 'record.changedMeanwhile' });
      else {
        version = await save;
        kept = mine;
      }
      const sheet = await sheetOf(token);
      assert.deepEqual([sheet.content.comment, sheet.draft?.version ?? 0], [kept.comment, version]);
      assert.equal(sheet.response.receivedOn, null, 'a draft is no answer');
    }),
    { numRuns: 25 },
  );
});

test('an answer is sent, replaced until the last day, and every one of them is kept; then it stands', async () => {
  t.clock.set('2026-03-02T09:00:00.000Z');
  const { consultationId, links, responseIds } = await sent('Ersätts');
  const [token] = links as [string, string];
  await assert.rejects(
    send(token, content({ stance: null, sender: null })),
    problemKeys('validation.choose', 'validation.required'),
  );
  await assert.rejects(
    send(token, content({ stance: 'opposes', comment: ' ', decidedOn: '2026-03-09' })),
    problemKeys('consultation.wordsMissing', 'consultation.decidedAhead'),
  );
  await send(token, content({ comment: 'Bra mål', decidedOn: '2026-03-01', decisionSection: '14' }));
  t.clock.set('2026-04-02T20:00:00.000Z');
  await send(token, content({ stance: 'opposes', comment: 'För dyrt' }));
  const round = await read((r) => getConsultation(r, consultationId));
  const [answer] = round.responses;
  assert.deepEqual(
    [answer?.stance, answer?.comment, answer?.answerNumber, answer?.answeredThrough, answer?.receivedOn],
    ['opposes', 'För dyrt', 2, 'link', '2026-04-02'],
  );
  const kept = await read((r) => listSentAnswers(r, responseIds[0]!), 'matter.edit');
  assert.deepEqual(
    kept.map((one) => [one.number, one.content.comment]),
    [
      [2, 'För dyrt'],
      [1, 'Bra mål'],
    ],
  );
  t.clock.set('2026-04-03T09:00:00.000Z');
  await assert.rejects(send(token, content({})), { code: 'consultation.answerStands' });
  await send(links[1]!, content({}));
  const late = (await read((r) => getConsultation(r, consultationId))).responses[1]!;
  assert.equal(punctualityOf(late, round.dueOn, '2026-04-03'), 'answeredLate', 'who never answered may do so late');
});

test('more time is one respondent’s own, with a letter and a link of its own; closing ends all links, opening gives them back', async () => {
  t.clock.set('2026-03-02T09:00:00.000Z');
  const { consultationId, links, responseIds } = await sent('Anstånd');
  const give = (extendedTo: string, reason = 'Nämnden möts i maj') =>
    write((w) => giveMoreTime(w, { responseId: responseIds[0]!, expectedVersion: 1, extendedTo, reason }));
  await assert.rejects(give('2026-04-02', ''), problemKeys('consultation.extensionTooShort', 'validation.required'));
  assert.equal(await give('2026-05-04'), 1);
  t.clock.set('2026-05-04T09:00:00.000Z');
  await send(links[0]!, content({}));
  await send(links[0]!, content({ comment: 'Ännu en gång' }));
  const found = await read((r) => getConsultation(r, consultationId));
  const on = (index: number) => punctualityOf(found.responses[index]!, found.dueOn, '2026-05-04');
  assert.deepEqual([on(0), on(1)], ['answered', 'missing']);
  await write((w) => closeConsultation(w, { consultationId, expectedVersion: 2 }));
  await assert.rejects(send(links[1]!, content({})), { code: 'consultation.closed' });
  await write((w) => reopenConsultation(w, { consultationId, expectedVersion: 3 }));
  await send(links[1]!, content({}));
});

test('files come with the answer: the same once, none empty, none too large', async () => {
  t.clock.set('2026-03-02T09:00:00.000Z');
  const { links } = await sent('Bilagor');
  const [token] = links as [string];
  const add = (sha256: string, size = 10) =>
    byLink(token, (w) =>
      addAnswerFile(w, {
        place: { token },
        file: { fileName: 'yttrande.pdf', mediaType: 'application/pdf', size, sha256 },
      }),
    );
  await add('a'.repeat(64));
  await add('a'.repeat(64));
  await assert.rejects(add('b'.repeat(64), 0), problemKeys('intake.emptyFile'));
  await assert.rejects(add('b'.repeat(64), 21 * 1024 * 1024), problemKeys('consultation.fileTooLarge'));
  assert.deepEqual(
    (await sheetOf(token)).attachments.map(({ sent: isSent }) => isSent),
    [false],
  );
  await send(token, content({}));
  assert.deepEqual(
    (await sheetOf(token)).attachments.map(({ sent: isSent }) => isSent),
    [true],
  );
  for (let index = 0; index < 9; index += 1) await add(String(index).repeat(64));
  await assert.rejects(add('c'.repeat(64)), problemKeys('consultation.tooManyFiles'));
});

test('advice within the house is due in working days, over a weekend and a holiday, and only the unit itself gives it', async () => {
  // Thursday 30 April: Friday is the First of May, then a weekend.
  t.clock.set('2026-04-30T09:00:00.000Z');
  const [bodyId, unit, other] = [await buildBody(t), await buildBody(t), await buildBody(t)];
  const asked = { title: 'Samråd', kind: 'internal' as const, dueOn: null, workingDays: 2 };
  const wrong = round(bodyId, { ...asked, workingDays: 0 });
  await assert.rejects(
    write((w) => draftConsultation(w, wrong)),
    problemKeys('consultation.workingDays', 'consultation.recipientOutside'),
  );
  const recipients = [{ respondent: 'Enheten', address: null, bodyId: unit }];
  const consultationId = await write((w) => draftConsultation(w, round(bodyId, { ...asked, recipients })));
  await write((w) => sendConsultation(w, { consultationId, expectedVersion: 1 }));
  const found = await read((r) => getConsultation(r, consultationId));
  assert.equal(found.dueOn, '2026-05-05');
  const place = { responseId: found.responses[0]!.id };
  const advice = { place, expectedVersion: 0, content: content({ stance: null, comment: 'Går bra' }) };
  await assert.rejects(
    as('caseOfficer', other, 'consultation.answer', (w) => sendAnswer(w, advice)),
    { code: 'access.denied' },
  );
  await as('caseOfficer', unit, 'consultation.answer', (w) => sendAnswer(w, advice));
  const [answer] = (await read((r) => getConsultation(r, consultationId))).responses;
  assert.deepEqual([answer?.answeredThrough, answer?.stance, answer?.comment], ['account', null, 'Går bra']);
});

test('words that may be secret are read by those who may, and stand in no log', async () => {
  t.clock.set('2026-03-02T09:00:00.000Z');
  const { consultationId, responseIds } = await sent('Sekretess');
  const answer = { responseId: responseIds[0]!, receivedOn: '2026-03-02', sender: 'KS', stance: 'comments' } as const;
  const secret = { comment: 'Om en enskild i Norrgården', secrecyLevel: 'secret' } as const;
  await assert.rejects(
    write((w) => answerConsultation(w, { ...answer, ...secret, expectedVersion: 1 })),
    problemKeys('validation.required'),
  );
  await write((w) => answerConsultation(w, { ...answer, ...secret, secrecyProvision: 'OSL 26:1', expectedVersion: 1 }));
  const openly = (await read((r) => getConsultation(r, consultationId))).responses[0]!;
  assert.deepEqual([openly.comment, openly.withheld], [null, true]);
  const kept = (await read((r) => getConsultation(r, consultationId), 'matter.readProtected')).responses[0]!;
  assert.equal(kept.comment, secret.comment);
  const { rows } = await t.db.pool.query(`select 1 from log_told l where row_to_json(l)::text like '%Norrgården%'`);
  assert.equal(rows.length, 0);
});

function round(bodyId: Id<'body'>, overrides: Partial<DraftConsultation> = {}): DraftConsultation {
  const recipients = [
    { respondent: 'Granby', address: 'granby@example.se' },
    { respondent: 'Sjöberga', address: 'sjoberga@example.se' },
  ];
  return { bodyId, title: 'Målbild', scope: 'Målen', dueOn: '2026-04-02', recipients, ...overrides };
}

/** A round that was sent, with the link of each letter as it leaves. */
async function sent(title: string) {
  const bodyId = await buildBody(t);
  const consultationId = await write((w) => draftConsultation(w, round(bodyId, { title })));
  await write((w) => sendConsultation(w, { consultationId, expectedVersion: 1 }));
  const { responses } = await read((r) => getConsultation(r, consultationId));
  const letters = await read((r) =>
    r.db
      .selectFrom('consultation_letter as letter')
      .innerJoin('consultation_response as response', (join) =>
        join
          .onRef('response.tenant_id', '=', 'letter.tenant_id')
          .onRef('response.id', '=', 'letter.consultation_response_id'),
      )
      .select('letter.id')
      .where('letter.tenant_id', '=', r.tenantId)
      .where('letter.consultation_id', '=', consultationId)
      .orderBy('response.position')
      .execute(),
  );
  const links: string[] = [];
  for (const { id } of letters) links.push(await write((w) => makeConsultationLink(w, id)));
  return { consultationId, links, responseIds: responses.map(({ id }) => id) };
}

async function proofOf(token: string) {
  const link = await findConsultationLink(t.db, token);
  assert.ok(link);
  return authorize(link.actor, 'consultation.answer');
}

async function byLink<T>(token: string, run: (w: Parameters<typeof saveAnswerDraft>[0]) => Promise<T>): Promise<T> {
  return await t.db.transact(await proofOf(token), { verb: 'test' }, run);
}

async function sheetOf(token: string) {
  return await t.db.read(await proofOf(token), (r) => getAnswerSheet(r, { token }, t.runtime.today()));
}

async function send(token: string, words: AnswerContent): Promise<void> {
  const { draft } = await sheetOf(token);
  await byLink(token, (w) => sendAnswer(w, { place: { token }, expectedVersion: draft?.version ?? 0, content: words }));
}

function content(overrides: Partial<AnswerContent>): AnswerContent {
  const none = { answers: [], decidedOn: null, decisionSection: null, answeredBy: null };
  return { stance: 'supports', comment: null, sender: 'Socialnämnden', ...none, ...overrides };
}
