import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { buildDecision } from '../../../test/support/build-decisions.ts';
import { buildDocument, buildMatter } from '../../../test/support/build-matters.ts';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Authorized } from '../../kernel/authorized.ts';
import type { Id } from '../../kernel/id.ts';
import { sql } from '../../storage/raw-query.ts';
import { derivations } from './derivations.ts';
import {
  highestLevel,
  highestOf,
  isWithheld,
  liftMark,
  listMarks,
  type MarkField,
  markField,
  markHistory,
  type RecordRef,
  type SecrecyLevel,
  type SecretReading,
  secrecyLevelCodes,
  secrecyLevels,
  secrecyOf,
  secretTexts,
  visible,
  withheldText,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'secrecy.mark');
const bodyId = await buildBody(t);
const otherBodyId = await buildBody(t);
const meetingId = await buildMeeting(t, { bodyId });
const item = (more: { title?: string; summary?: string }) => buildAgendaItem(t, { meetingId, ...more });
let days = 0;
const nextMeeting = () =>
  buildMeeting(t, {
    bodyId,
    heldOn: `2024-${String(1 + (days++ % 12)).padStart(2, '0')}-${10 + Math.floor(days / 12)}`,
  });
const marked = (recordId: string, more: Partial<MarkField> = {}) =>
  write((w) =>
    markField(w, { noun: 'agendaItem', recordId, field: 'title', level: 'secret', provision: 'osl-25-1', ...more }),
  );
const titleOf = (id: string) =>
  read(async (r) => {
    const row = await r.db
      .selectFrom('agenda_item')
      .select('title')
      .where('tenant_id', '=', r.tenantId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return row.title;
  });
const level = fc.constantFrom(...secrecyLevelCodes);

test('the levels are one order: the highest of several is one of them and below none', () => {
  fc.assert(
    fc.property(fc.array(level, { minLength: 1 }), (levels) => {
      const highest = highestLevel(levels);
      assert.ok(levels.includes(highest));
      for (const one of levels) assert.ok(secrecyLevels[highest].rank >= secrecyLevels[one].rank);
    }),
  );
  assert.equal(highestLevel([]), 'open');
  assert.equal(highestLevel(['restricted']), 'protectedPerson', 'a code that nobody knows hides');
  assert.ok(isWithheld('restricted'));
});

test('what is withheld shows nothing of itself: two texts under the same mark look the same', () => {
  const proof = (bodies: 'all' | string[]) => ({ action: 'matter.readProtected', bodies }) as unknown as SecretReading;
  fc.assert(
    fc.property(fc.string(), fc.string(), level, (one, other, marking) => {
      const mark = { level: marking, bodyId };
      if (isWithheld(marking)) assert.equal(visible(one, mark, undefined), visible(other, mark, undefined));
      else assert.equal(visible(one, mark, undefined), one);
      assert.equal(visible(one, mark, proof([bodyId])), one);
      assert.equal(visible(one, mark, proof('all')), one);
    }),
  );
  const secret = { level: 'secret', bodyId } as const;
  assert.equal(visible('Karin', secret, proof([otherBodyId])), withheldText.sv, 'the right holds on its own body');
  assert.equal(visible('Karin', { level: 'secret', bodyId: null }, proof([bodyId])), withheldText.sv);
  const reading = { ...proof('all'), action: 'record.read' } as unknown as SecretReading;
  assert.equal(visible('Karin', secret, reading), withheldText.sv, 'another proof shows nothing');
});

test('a marked field is taken out of its record, and comes back when the mark is lifted', async () => {
  const id = await item({ title: 'Placering av Sixten Fågel' });
  const markId = await marked(id, { publicText: 'Ett enskilt ärende', reviewOn: '2026-12-01' });
  assert.equal(await titleOf(id), 'Ett enskilt ärende');
  const marks = await read((r) => listMarks(r, { reviewBy: '2026-12-31' }));
  assert.deepEqual(
    marks.map((one) => [one.id, one.level, one.provision, one.authority, one.markedOn, one.bodyId]),
    [[markId, 'secret', 'osl-25-1', 'Provregionen', '2026-03-02', bodyId]],
  );
  const texts = await read((r) => secretTexts(r, marks), 'matter.readProtected');
  assert.deepEqual([...texts], [[markId, 'Placering av Sixten Fågel']]);
  const elsewhere = { ...t.auth('matter.readProtected'), bodies: [otherBodyId] } as Authorized<'matter.readProtected'>;
  assert.equal((await t.db.read(elsewhere, (r) => secretTexts(r, marks))).size, 0);
  await assert.rejects(
    read((r) => secretTexts(r as never, marks)),
    { code: 'access.denied' },
  );
  await assert.rejects(marked(id), { code: 'secrecy.alreadyMarked' });

  await assert.rejects(
    write((w) => liftMark(w, { markId, reason: ' ' })),
    problemKeys('validation.required'),
  );
  await write((w) => liftMark(w, { markId, reason: 'Prövat vid begäran.' }));
  assert.equal(await titleOf(id), 'Placering av Sixten Fågel');
  await assert.rejects(
    write((w) => liftMark(w, { markId, reason: 'Igen.' })),
    { code: 'secrecy.alreadyLifted' },
  );
  const [history] = await read((r) => markHistory(r, 'agendaItem', id));
  assert.equal(history?.lifted?.reason, 'Prövat vid begäran.');
});

test('neither mark nor lift writes the hidden text into the log', async () => {
  const id = await item({ title: 'Om opalkorpen' });
  const before = await read((r) => r.db.selectFrom('log_told').select('seq').execute());
  const markId = await marked(id);
  await write((w) => liftMark(w, { markId, reason: 'Fel fält.' }));
  const told = await read((r) => r.db.selectFrom('log_told').select(['seq', 'data']).execute());
  const news = told.filter(({ seq }) => !before.some((one) => one.seq === seq));
  assert.equal(news.length, 2);
  assert.doesNotMatch(JSON.stringify(news), /opalkorp/);
  assert.match(JSON.stringify(told), /opalkorp/, 'control: it was there when the item was made');
});

test('a mark names its provision, and what is no secrecy may not look like it', async () => {
  const id = await item({ title: 'Budget' });
  await assert.rejects(marked(id, { provision: '' }), problemKeys('secrecy.provision'));
  await assert.rejects(marked(id, { provision: 'det är hemligt' }), problemKeys('secrecy.provision'));
  await assert.rejects(marked(id, { level: 'internal' }), problemKeys('secrecy.noProvision'));
  await assert.rejects(marked(id, { level: 'open' }), problemKeys('secrecy.level'));
  await assert.rejects(marked(id, { field: 'position' }), problemKeys('validation.choose'));
  await assert.rejects(marked(id, { reviewOn: '2026-03-02' }), problemKeys('secrecy.reviewOn'));
  await assert.rejects(marked(id, { field: 'summary' }), { code: 'secrecy.nothingToMark' });
  await marked(id, { level: 'workingMaterial', provision: null });
  assert.equal(await titleOf(id), 'Budget', 'inside the house it is read as before');
  assert.deepEqual((await read((r) => secrecyOf(r, 'agendaItem', id))).hiddenFields, ['title']);
});

test('a role on another body neither marks nor lifts', async () => {
  const id = await item({ title: 'Vårt ärende' });
  const input = { noun: 'agendaItem', recordId: id, field: 'title', level: 'secret', provision: 'osl-25-1' } as const;
  await assert.rejects(
    as('committeeSecretary', otherBodyId, 'secrecy.mark', (w) => markField(w, input)),
    { code: 'access.denied' },
  );
  const markId = await as('committeeSecretary', bodyId, 'secrecy.mark', (w) => markField(w, input));
  await assert.rejects(
    as('committeeSecretary', otherBodyId, 'secrecy.mark', (w) => liftMark(w, { markId, reason: 'Nej.' })),
    { code: 'access.denied' },
  );
});

test('what is made of a secret thing is at least as secret, however far away it is', async () => {
  const matterId = await buildMatter(t, { bodyId, secrecyLevel: 'secret', legalGround: 'OSL 25 kap. 1 §' });
  const documentId = await buildDocument(t, { matterId });
  const itemId = await buildAgendaItem(t, { meetingId, matterId });
  const decisionId = await buildDecision(t, { bodyId, agendaItemId: itemId });
  for (const [noun, id] of [
    ['document', documentId],
    ['agendaItem', itemId],
    ['decision', decisionId],
    ['minutesSection', itemId],
    ['meetingPapers', meetingId],
  ] as const) {
    const found = await read((r) => secrecyOf(r, noun, id));
    assert.deepEqual([noun, found.level, found.inherited], [noun, 'secret', 'secret']);
  }
  const openMeeting = await nextMeeting();
  assert.equal(
    (await read((r) => secrecyOf(r, 'meeting', openMeeting))).level,
    'open',
    'control: another meeting is not',
  );
});

type Grown = { readonly ref: RecordRef; readonly level: SecrecyLevel };

test('over random graphs of papers, items, decisions and meetings nothing is less secret than what it is made of', async () => {
  const level = fc.constantFrom('open', 'open', 'secret', 'protectedPerson', 'workingMaterial', 'internal');
  const pick = fc.nat(1_000);
  const graph = fc.record({
    matters: fc.array(level, { minLength: 1, maxLength: 3 }),
    documents: fc.array(fc.tuple(level, pick), { maxLength: 3 }),
    items: fc.array(fc.tuple(level, fc.option(pick)), { minLength: 1, maxLength: 4 }),
    decisions: fc.array(fc.tuple(level, pick), { maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(graph, async ({ matters, documents, items, decisions }) => {
      const meeting = await nextMeeting();
      const put = async (noun: 'document' | 'agendaItem' | 'decision', id: Id<string>, own: string) => {
        const provision = isWithheld(own) ? 'osl-21-3' : null;
        if (own !== 'open')
          await write((w) =>
            markField(w, { noun, recordId: id, field: 'title', level: own as SecrecyLevel, provision }),
          );
        return { noun, id };
      };
      const tree: Grown[] = [];
      const ofMatters: Grown[] = [];
      for (const own of matters) {
        const ground = isWithheld(own) ? { legalGround: 'OSL 25 kap. 1 §' } : {};
        const id = await buildMatter(t, { bodyId, secrecyLevel: own as SecrecyLevel, ...ground });
        ofMatters.push({ ref: { noun: 'matter', id }, level: own as SecrecyLevel });
      }
      for (const [own, at] of documents) {
        const matter = ofMatters[at % ofMatters.length]!;
        const id = await buildDocument(t, { matterId: matter.ref.id as Id<'matter'> });
        tree.push({ ref: await put('document', id, own), level: highestLevel([own, matter.level]) });
      }
      const ofItems: Grown[] = [];
      for (const [own, at] of items) {
        const matter = at === null ? undefined : ofMatters[at % ofMatters.length];
        const matterId = matter?.ref.id as Id<'matter'> | undefined;
        const id = await buildAgendaItem(t, { meetingId: meeting, ...(matterId && { matterId }) });
        const level = highestLevel([own, matter?.level ?? 'open']);
        ofItems.push({ ref: await put('agendaItem', id, own), level });
      }
      const sections = new Map(ofItems.map(({ ref, level }) => [ref.id as string, [level]]));
      for (const [own, at] of decisions) {
        const item = ofItems[at % ofItems.length]!;
        const id = await buildDecision(t, { bodyId, agendaItemId: item.ref.id as Id<'agendaItem'> });
        const level = highestLevel([own, item.level]);
        tree.push({ ref: await put('decision', id, own), level });
        sections.get(item.ref.id as string)!.push(level);
      }
      for (const [id, levels] of sections)
        tree.push({ ref: { noun: 'minutesSection', id: id as Id<string> }, level: highestLevel(levels) });
      tree.push({
        ref: { noun: 'meetingPapers', id: meeting },
        level: highestLevel(ofItems.map((one) => one.level)),
      });
      for (const { ref, level: expected } of [...ofMatters, ...ofItems, ...tree])
        assert.deepEqual([ref.noun, (await read((r) => secrecyOf(r, ref.noun, ref.id))).level], [ref.noun, expected]);
    }),
    { numRuns: 8 },
  );
});

test('each tie names tables and columns that are there, and each noun that is gathered has what it is made of', async () => {
  const columns = await read((r) =>
    r.db
      .selectFrom(
        sql<{
          name: string;
        }>`(select table_name || '.' || column_name as name from information_schema.columns)`.as<'c'>(sql`c`),
      )
      .select('name')
      .execute(),
  );
  const known = new Set(columns.map(({ name }) => name));
  const missing = derivations.flatMap((one) =>
    [
      `${one.table}.${one.sourceColumn}`,
      `${one.via?.table ?? one.table}.${one.derivedColumn}`,
      ...(one.sourceNounColumn ? [`${one.table}.${one.sourceNounColumn}`] : []),
    ].filter((name) => !known.has(name)),
  );
  assert.deepEqual(missing, []);
  const made = new Set(derivations.map(({ derived }) => derived));
  for (const noun of ['agreement', 'nationalReport', 'project', 'archivePackage', 'release', 'report', 'minutes'])
    assert.ok(made.has(noun), noun);
});

test('over any ties the level of what is derived is at least that of each source', async () => {
  const marking = fc.constantFrom('open', 'secret', 'protectedPerson', 'internal', 'workingMaterial');
  await fc.assert(
    fc.asyncProperty(fc.array(marking, { minLength: 1, maxLength: 4 }), async (levels) => {
      const meeting = await nextMeeting();
      const refs: RecordRef[] = [];
      for (const one of levels) {
        const id = await buildAgendaItem(t, { meetingId: meeting });
        if (one !== 'open') await marked(id, { level: one as never, provision: isWithheld(one) ? 'osl-21-3' : null });
        refs.push({ noun: 'agendaItem', id });
      }
      const whole = await read((r) => highestOf(r, [{ noun: 'meetingPapers', id: meeting }]));
      assert.equal(whole, highestLevel(levels));
      assert.equal(await read((r) => highestOf(r, refs)), whole);
    }),
    { numRuns: 6 },
  );
});
