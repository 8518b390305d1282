import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { fillPublished } from '../../../test/support/bench-published.ts';
import { aPublishedMatter, publishAll, treeOf } from '../../../test/support/build-published.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { sql } from '../../storage/raw-query.ts';
import {
  findAuthority,
  groupPublished,
  listPublished,
  mostCandidates,
  type PublishedAuthority,
  readQuestion,
  removePublished,
  searchPublished,
  searchQuery,
  snippetOf,
  suggestWords,
} from './index.ts';

const world = await openTestDatabase();
after(world.close);
const { db, auth } = world;
let authority: PublishedAuthority;

const matterId = randomUUID();
const minutesId = randomUUID();
const laterId = randomUUID();
before(async () => {
  await publishAll(world, [
    aPublishedMatter({ recordId: matterId, registrationNumbers: ['26RS14'], state: 'open' }),
    aPublishedMatter({
      recordId: minutesId,
      title: 'Hälsonämndens protokoll',
      registrationNumbers: ['26RS77'],
      year: 2025,
      happenedOn: '2025-11-03',
      tree: treeOf('Hälsonämndens protokoll', [
        ['§ 42 Samverkansavtalet', 'Nämnden godkänner samverkansavtalet om god och nära vård.'],
        ['§ 43 Övriga frågor', 'Uppdraget lämnas till beredningen <b>nu</b>.'],
      ]),
    }),
    aPublishedMatter({ recordId: laterId, title: 'Utan dag', happenedOn: null, year: null, registrationNumbers: [] }),
  ]);
  authority = (await db.readPublic((r) => findAuthority(r, 'prov')))!;
});

const search = (words: string, more: object = {}) =>
  db.readPublic((r) => searchPublished(r, authority, { words, ...more }));
const idsOf = async (words: string, more: object = {}) =>
  (await search(words, more)).hits.map(({ recordId }) => recordId);

test('the nine pairs of Swedish words that the stemmer alone does not find, are found', async () => {
  for (const [text, word] of [
    ['Uppdraget gavs av nämnden', 'uppdrag'],
    ['uppdrag till beredningen', 'uppdraget'],
    ['Beslutet fattades', 'besluten'],
    ['hälso- och sjukvårdsnämndens beredning', 'nämnd'],
    ['primärvården och närsjukvården', 'vård'],
    ['samverkansavtalet', 'avtal'],
    ['vårdavtal', 'avtalet'],
    ['arbetet med målbilden', 'arbete'],
    ['medborgardialog', 'dialogen'],
  ]) {
    const ask = (vector: string, query: string) =>
      db.readPublic(async (r) => {
        const { rows } = await sql<{
          found: boolean;
        }>`select ${sql.raw(vector)}(${text}) @@ ${sql.raw(query)}(${word}) as found`.execute(r.db as never);
        return rows[0]?.found;
      });
    assert.equal(await ask('pub.words_vector', 'pub.words_query'), true, `${word} in ${text}`);
  }
});

test('a search finds words, heads of compounds, phrases, numbers of diary and section, and says where', async () => {
  assert.deepEqual(await idsOf('avtal'), [minutesId]);
  assert.deepEqual(await idsOf('"god och nära vård"'), [minutesId]);
  assert.deepEqual(await idsOf('"nära god vård"'), []);
  assert.deepEqual(await idsOf('26rs14'), [matterId]);
  assert.deepEqual(await idsOf('§ 42'), [minutesId]);
  const { hits, total, groups } = await search('uppdrag');
  assert.equal(total, 1);
  assert.deepEqual(groups.map(({ by, count }) => `${by} ${count}`).sort(), ['body 1', 'noun 1', 'told 1', 'year 1']);
  assert.equal(groups.find(({ by }) => by === 'body')?.bodyName, hits[0]?.bodyName);
  const [passage] = hits[0]!.passages;
  assert.equal(passage?.heading, '§ 43 Övriga frågor');
  assert.deepEqual(
    passage?.pieces.filter(({ hit }) => hit).map(({ text }) => text),
    ['Uppdraget'],
  );
  assert.equal((await search('i på och')).empty, true);
  assert.equal((await search('zebra')).empty, false);
});

test('a search is narrowed by kind, year and code, and a word that was misspelt is suggested', async () => {
  assert.deepEqual(await idsOf('planen', { year: 2026 }), [matterId]);
  assert.deepEqual(await idsOf('avtal', { year: 2024 }), []);
  assert.deepEqual(await idsOf('avtal', { noun: 'meeting' }), []);
  const { told } = (await search('planen', { year: 2026 })).hits[0]!;
  assert.ok(
    told && (await idsOf('planen', { told })).includes(matterId),
    'a passage is narrowed by what its record says',
  );
  assert.deepEqual(await idsOf('planen', { told: `no ${told}` }), []);
  assert.deepEqual(await idsOf('26RS77', { year: 2026 }), []);
  assert.deepEqual(await db.readPublic((r) => suggestWords(r, authority, 'primarvarden')), ['primärvården']);
});

test('whatever is typed is words at worst: nothing breaks the query', async () => {
  const hostile = [
    "'",
    '"',
    "a' | 'b",
    '\\',
    "')--",
    'a:* & !b',
    '§',
    '§§§',
    '%_%',
    '<script>',
    "x'); drop table pub.record;--",
    '\u0000',
    '&&',
    '-',
  ];
  for (const words of hostile) await search(words);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (words) => {
      const answer = await search(words);
      assert.ok(answer.total >= 0);
    }),
    { numRuns: 60 },
  );
  assert.deepEqual(readQuestion('Plan "god och nära vård" 26rs14 § 42'), {
    words: 'Plan 26rs14',
    phrases: ['god och nära vård'],
    registrationNumbers: ['26RS14'],
    sections: ['42'],
  });
});

test('a snippet says the words of the passage and nothing else, with what was found marked', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('vård', 'primärvården', 'avtal', '<b>', '&', 'i', 'nämnd'), { maxLength: 300 }),
      (words) => {
        const text = words.join(' ');
        const said = snippetOf(text, ['vård']);
        const whole = said.map((piece) => piece.text).join('');
        assert.ok(text.includes(whole.replace(/^… /, '').replace(/ …$/, '')));
        for (const { text: piece, hit } of said) if (hit) assert.match(piece, /vård/);
        assert.ok(whole.length < 400);
      },
    ),
  );
  assert.ok(
    snippetOf('Vårdgivaren svarar', ['vård']).every(({ hit }) => !hit),
    'another word is not marked',
  );
});

test('a list goes page by page over every record once, those without a day last', async () => {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await db.readPublic((r) => listPublished(r, authority, 'matter', { after, limit: 1 }));
    seen.push(...page.rows.map(({ recordId }) => recordId));
    after = page.next;
  } while (after);
  assert.deepEqual(seen, [matterId, minutesId, laterId]);
  assert.equal((await db.readPublic((r) => groupPublished(r, authority, 'matter'))).length, 3);
});

test('with the record its words are forgotten: no hit, no suggestion, no vocabulary', async () => {
  const words = () =>
    db.readPublic(async (r) => (await r.db.selectFrom('pub.word').select('word').execute()).map(({ word }) => word));
  assert.ok((await words()).includes('samverkansavtalet'));
  await db.transact(auth('publication.withdraw'), { verb: 'withdraw' }, async (w) => {
    await removePublished(w, 'matter', minutesId);
    await w.log({ noun: 'matter', recordId: minutesId, summary: 'withdrawn' });
  });
  assert.deepEqual(await idsOf('avtal'), []);
  assert.ok(!(await words()).includes('samverkansavtalet'));
  assert.ok((await words()).includes('primärvården'), 'what others still say stays');
  assert.deepEqual(await db.readPublic((r) => suggestWords(r, authority, 'samverkansavtalt')), []);
});

test('at no size is every passage or record looked through: common words, rare ones and each narrowing are answered by indexes', async () => {
  const many = await openTestDatabase();
  try {
    await fillPublished(many, { records: 2_000, passages: 10 });
    const { tenantId } = many;
    const scans = (question: ReturnType<typeof searchQuery>) =>
      many.db.readPublic(async (r) => {
        const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${question}`.execute(r.db as never);
        return rows.map((row) => row['QUERY PLAN']).filter((line) => /Seq Scan on (passage|record)/.test(line));
      });
    const narrowings = [{}, { year: 2012 }, { noun: 'decision' as const }, { noun: 'decision' as const, told: 'made' }];
    for (const words of [
      'vård',
      'hjälpmedelscentral',
      'särskildaord',
      'plan avtal',
      '"nämnden vården"',
      '§ 42',
      '07RS7',
    ])
      for (const ask of narrowings)
        assert.deepEqual(
          await scans(searchQuery(tenantId, readQuestion(words), ask)),
          [],
          `${words} ${JSON.stringify(ask)}`,
        );
    const careless = sql<never>`select title from pub.record join pub.passage using (tenant_id, noun, record_id) where words like '%vård%'`;
    assert.notDeepEqual(await scans(careless), [], 'what looks through everything is seen');
    const { total, capped, hits } = await many.db.readPublic((r) =>
      searchPublished(r, { tenantId }, { words: 'vård' }),
    );
    assert.ok(capped && total <= mostCandidates && hits.length === 20);
  } finally {
    await many.close();
  }
});
