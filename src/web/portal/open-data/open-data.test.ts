import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, suite, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { unzipSync } from 'fflate';
import { aPublishedMatter, publishAll, treeOf } from '../../../../test/support/build-published.ts';
import { openTestDatabase } from '../../../../test/support/database.ts';
import { oparlFaults, oparlListFaults, oparlRules } from '../../../../test/support/oparl-rules.ts';
import { jsonld, Parser, Writer } from '../../../../test/support/rdf-libraries.ts';
import { type PublishedRecord, publishedNounNames, removePublished } from '../../../domain/published/index.ts';
import { portalApp } from '../portal-app.ts';
import { wantedForm } from './data-routes.ts';
import { iriOf, vocabularies } from './graph.ts';
import { oparlListNames, oparlLists } from './oparl-address.ts';
import { termOf } from './oparl-objects.ts';
import { openDataRoutes } from './routes.ts';

const database = await openTestDatabase();
after(database.close);
const site = 'https://kansli.region.example';
const app = portalApp({
  services: {
    runtime: database.runtime,
    readPublic: database.db.readPublic,
    readFile: () => Promise.reject(new Error('This test keeps no files.')),
    publicUrl: site,
    codes: {},
    writeCalendar: () => new Uint8Array(),
  } as unknown as Parameters<typeof portalApp>[0]['services'],
  site: { version: '0', demo: false },
  routes: openDataRoutes,
  freshFor: 0,
});
const home = `${site}/oppet/prov`;
const get = async (path: string, headers: Record<string, string> = {}) =>
  await app.fetch(new Request(path.startsWith('http') ? path : `${home}${path}`, { headers }));
const json = async (path: string) => (await (await get(path)).json()) as Record<string, unknown>;

const id = (kind: number, number: number) =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`;
const chair = {
  personId: id(9, 1),
  name: 'Ada Prov',
  party: 'S',
  role: 'chair',
  from: '2023-01-01',
  to: null,
} as const;
const deputy = {
  personId: id(9, 2),
  name: 'Bo Prov',
  party: null,
  role: 'deputy',
  from: '2023-01-01',
  to: '2026-12-31',
} as const;
const common = {
  summary: null,
  bodyId: id(1, 1),
  bodyName: 'Nämnden',
  year: 2026,
  state: null,
  registrationNumbers: [],
};
const meeting = (number: number): PublishedRecord<'meeting'> => ({
  ...common,
  noun: 'meeting',
  recordId: id(2, number),
  title: `Nämnden, möte ${number}`,
  happenedOn: '2026-02-10',
  tree: treeOf('Möte', [['Dagordning', 'Val']]),
  data: {
    kind: 'ordinary',
    start: '2026-02-10T09:00:00+01:00',
    end: null,
    place: number % 2 ? 'Sessionssalen' : 'Åsalen, plan 2',
    mode: null,
    cancelled: false,
    items: [
      {
        id: id(3, number * 10 + 2),
        number: '2',
        order: 2,
        title: 'Planen',
        public: true,
        category: null,
        matterId: '11111111-1111-4111-8111-111111111111',
        assignmentIds: [],
        decisionIds: [id(5, number)],
      },
      {
        id: id(3, number * 10 + 1),
        number: '1',
        order: 1,
        title: 'Val',
        public: true,
        category: null,
        matterId: null,
        assignmentIds: [],
        decisionIds: [],
      },
    ],
    present: [chair],
  },
  links: [],
  files: [],
});
const many = 205;
const records: readonly PublishedRecord[] = [
  {
    ...common,
    noun: 'body',
    recordId: id(1, 1),
    bodyId: null,
    title: 'Nämnden "för prov" & annat',
    happenedOn: null,
    tree: treeOf('Nämnden', []),
    data: { kind: 'committee', parentId: null, from: '2023-01-01', to: null, roles: [chair, deputy] },
    links: [],
    files: [],
  },
  aPublishedMatter(),
  ...Array.from({ length: many }, (_, index) => meeting(index + 1)),
  {
    ...common,
    noun: 'minutes',
    recordId: id(4, 1),
    title: 'Protokoll',
    happenedOn: '2026-02-10',
    tree: treeOf('Protokoll', [['§ 1', 'Val']]),
    data: {
      meetingId: id(2, 1),
      adjustedOn: '2026-02-12',
      announcedOn: null,
      sections: [{ number: '1', title: 'Val', decisionIds: [id(5, 1)] }],
    },
    links: [{ relation: 'partOf', noun: 'meeting', recordId: id(2, 1) }],
    files: [
      {
        fileName: 'protokoll å.pdf',
        title: 'Protokoll',
        mediaType: 'application/pdf',
        size: 7,
        sha256: 'a'.repeat(64),
        accessible: true,
      },
    ],
  },
  {
    ...common,
    noun: 'decision',
    recordId: id(5, 1),
    title: '=SUMMA(1;2)',
    happenedOn: '2026-02-10',
    tree: treeOf('Beslut', []),
    data: {
      number: '§ 2',
      clauses: ['Nämnden antar planen.'],
      meetingId: id(2, 1),
      itemId: id(3, 12),
      matterId: null,
      votes: [
        {
          question: 'Ja för planen',
          counts: [{ option: 'yes', count: 1 }],
          votes: [{ personId: chair.personId, name: chair.name, party: 'S', option: 'yes' }],
          outcome: 'passed',
        },
      ],
      reservations: [],
    },
    links: [],
    files: [],
  },
];
await publishAll(database, records);

suite('OParl 1.1', () => {
  test('every list and every object that it names keeps the rules', async () => {
    const system = await json('/oparl/v1.1/system');
    assert.deepEqual(oparlFaults('System', system), []);
    const bodies = await json('/oparl/v1.1/bodies');
    assert.deepEqual(oparlListFaults('Body', bodies), []);
    const [body] = bodies.data as readonly Record<string, string>[];
    assert.equal((await get(body!.id!)).status, 200);
    for (const name of oparlListNames) {
      const kind = oparlLists[name];
      const seen: string[] = [];
      for (let address: string | undefined = body![name]; address; ) {
        const page: { data: { id: string }[]; links: { next?: string } } = (await json(address)) as never;
        assert.deepEqual(oparlListFaults(kind, page), [], address);
        seen.push(...page.data.map((one) => one.id));
        address = page.links.next;
      }
      assert.equal(new Set(seen).size, seen.length, `${name} tells nothing twice`);
      assert.ok(seen.length > 0, `${name} tells something`);
      for (const address of [seen[0]!, seen.at(-1)!]) {
        const object = await json(address);
        assert.deepEqual(oparlFaults(kind, object), [], address);
        assert.equal(object.id, address);
      }
    }
    const meetings = new Set<string>();
    for (let address: string | undefined = `${home}/oparl/v1.1/lists/meeting?limit=7`; address; ) {
      const page: { data: { id: string }[]; links: { next?: string } } = (await json(address)) as never;
      for (const one of page.data) meetings.add(one.id);
      address = page.links.next;
    }
    assert.equal(meetings.size, many);
  });

  test('what it points at inside the authority is there', async () => {
    const object = await json(`/oparl/v1.1/meeting/${id(2, 1)}`);
    const addresses = [...JSON.stringify(object).matchAll(/"(https:[^"]*\/oparl\/[^"]*)"/g)].map(
      ([, address]) => address!,
    );
    assert.ok(addresses.length > 8);
    for (const address of new Set(addresses)) assert.equal((await get(address)).status, 200, address);
    const items = object.agendaItem as readonly Record<string, unknown>[];
    assert.deepEqual(
      items.map(({ order }) => order),
      [1, 2],
    );
    assert.equal(items[1]!.resolutionText, 'Nämnden antar planen.');
    assert.equal((object.resultsProtocol as Record<string, unknown>).mimeType, 'text/html');
    const paper = await json(`/oparl/v1.1/paper/${id(5, 1)}`);
    assert.equal((paper.consultation as unknown[]).length, 1);
  });

  test('control: an object without a property that must be there, or with one of another kind, is found', async () => {
    const samples: Record<string, Record<string, unknown>> = { System: await json('/oparl/v1.1/system') };
    samples.Body = ((await json('/oparl/v1.1/bodies')).data as Record<string, unknown>[])[0]!;
    for (const name of oparlListNames)
      samples[oparlLists[name]] = ((await json(`/oparl/v1.1/lists/${name}`)).data as Record<string, unknown>[])[0]!;
    for (const [kind, rules] of Object.entries(oparlRules)) {
      const whole = samples[kind]!;
      for (const name of ['id', 'type', 'created', 'modified', ...rules.must]) {
        const { [name]: _, ...broken } = whole;
        assert.notDeepEqual(oparlFaults(kind, broken), [], `${kind} without ${name}`);
      }
      assert.notDeepEqual(oparlFaults(kind, { ...whole, created: '2026-03-02' }), []);
      assert.notDeepEqual(oparlFaults(kind, { ...whole, personnummer: '1' }), []);
    }
  });

  test('changes since a moment end with what was taken away; what was taken away says that and no more', async () => {
    const withdrawn = id(2, many);
    database.clock.set('2026-03-03T09:00:00Z');
    await database.db.transact(database.auth('publication.withdraw'), { verb: 'withdraw' }, async (w) => {
      await removePublished(w, 'meeting', withdrawn);
      await w.log({ noun: 'meeting', recordId: withdrawn });
    });
    const page = await json('/oparl/v1.1/lists/meeting?modified_since=2026-03-03T00:00:00Z');
    assert.deepEqual(page.data, []);
    const last = await json((page.links as { next: string }).next);
    assert.deepEqual(oparlListFaults('Meeting', last), []);
    const object = {
      id: `${home}/oparl/v1.1/meeting/${withdrawn}`,
      type: 'https://schema.oparl.org/1.1/Meeting',
      created: '2026-03-02T09:00:00Z',
      modified: '2026-03-03T09:00:00Z',
      deleted: true,
    };
    assert.deepEqual(last.data, [object]);
    assert.deepEqual(await json(`/oparl/v1.1/meeting/${withdrawn}`), object);
    assert.equal((await get(`/oparl/v1.1/agendaItem/${id(3, many * 10 + 1)}`)).status, 404);
  });

  test('what cannot be read is refused, what is unknown is unknown, and nothing of it is a fault of ours', async () => {
    for (const query of [
      'modified_since=igår',
      'limit=0',
      'limit=x',
      'after=r.meeting.x',
      'after=r.account.1',
      'organization=1',
      "after=k.'",
    ])
      assert.equal((await get(`/oparl/v1.1/lists/meeting?${query}`)).status, 400, query);
    for (const path of [
      'meeting/x',
      'file/x',
      'file/meeting_x_0',
      'membership/a_b',
      'consultation/x_y',
      'location/%00',
      'person/%27',
      'account/1',
      'lists/account',
      'body/annan',
    ])
      assert.equal((await get(`/oparl/v1.1/${path}`)).status, 404, path);
  });

  test('a second question is answered by its mark alone, until something is published', async () => {
    const first = await get('/oparl/v1.1/lists/paper');
    assert.equal(first.headers.get('access-control-allow-origin'), '*');
    const mark = first.headers.get('etag')!;
    assert.ok(first.headers.get('last-modified'));
    assert.equal((await get('/oparl/v1.1/lists/paper', { 'if-none-match': mark })).status, 304);
    await publishAll(database, [aPublishedMatter({ title: 'Ny plan' })]);
    assert.equal((await get('/oparl/v1.1/lists/paper', { 'if-none-match': mark })).status, 200);
  });

  test('terms begin on 15 October of the year of election', () => {
    assert.deepEqual(
      ['2018-10-14', '2018-10-15', '2022-10-14', '2026-03-02', '2026-10-15', '2010-10-15'].map(termOf),
      [2014, 2018, 2018, 2022, 2026, 2010],
    );
  });
});

suite('files', () => {
  test('every line keeps the schema of its noun; control: a field less or more does not', async () => {
    const ajv = new Ajv2020({ allErrors: true, formats: { uuid: /^[0-9a-f-]{36}$/, date: /^\d{4}-\d\d-\d\d$/ } });
    for (const noun of publishedNounNames) {
      const check = ajv.compile(await json(`/data/schema/${noun}.json`));
      const lines = (await (await get(`/data/${noun}.jsonl`)).text()).split('\n').filter(Boolean);
      const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      assert.equal(rows.length, new Set(rows.map((row) => row.id)).size);
      for (const row of rows) assert.ok(check(row), JSON.stringify(check.errors));
      const [row] = rows;
      if (!row) continue;
      assert.equal(check({ ...row, data: { ...(row.data as object), hemligt: 1 } }), false);
      assert.equal(check({ ...row, data: Object.fromEntries(Object.entries(row.data as object).slice(1)) }), false);
    }
  });

  test('the archive holds what its manifest tells, and the tables run no formula', async () => {
    const response = await get('/data/allt.zip');
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const text = (name: string) => new TextDecoder().decode(files[name]);
    const manifest = JSON.parse(text('manifest.json')) as {
      files: { name: string; records: number; bytes: number; sha256: string; schema: string }[];
    };
    assert.equal(manifest.files.length, publishedNounNames.length * 2);
    for (const { name, bytes, sha256, records, schema } of manifest.files) {
      assert.equal(files[name]?.byteLength, bytes, name);
      assert.equal(createHash('sha256').update(files[name]!).digest('hex'), sha256);
      assert.ok(files[schema]);
      if (name.endsWith('.jsonl')) assert.equal(text(name).split('\n').filter(Boolean).length, records);
    }
    assert.equal(text('meeting.csv').split('\r\n').filter(Boolean).length, many);
    assert.match(text('decision.csv'), /'=SUMMA/);
  });

  test('counts say what is missing', async () => {
    const { completeness } = await json('/data/fullstandighet.json');
    assert.deepEqual(completeness, [
      { year: 2026, meetingsHeld: many - 1, meetingsWithMinutes: 1, decisionsNamed: many - 1, decisionsPublished: 1 },
    ]);
    const page = await (await get('/data')).text();
    assert.match(page, /meeting\.jsonl/);
  });

  test('Popolo names persons, parties and votes that hang together', async () => {
    const told = (await json('/data/popolo.json')) as Record<string, Record<string, unknown>[]>;
    const ids = new Set([...told.persons!, ...told.organizations!].map((one) => one.id));
    assert.deepEqual(
      told.persons!.map(({ id: one }) => one),
      [chair.personId, deputy.personId],
    );
    for (const one of told.memberships!) assert.ok(ids.has(one.person_id) && ids.has(one.organization_id));
    assert.equal(told.memberships![0]!.on_behalf_of_id, 'party:s');
    assert.ok(ids.has('party:s'));
    assert.equal(told.vote_events![0]!.motion_id, told.motions![0]!.id);
    assert.deepEqual(told.vote_events![0]!.counts, [{ option: 'yes', value: 1 }]);
  });
});

suite('the catalogue', () => {
  const canonical = async (quads: string) =>
    await jsonld.canonize(quads, { inputFormat: 'application/n-quads', algorithm: 'URDNA2015' });
  const quadsOf = async (turtle: string): Promise<string> =>
    await new Promise((resolve, reject) => {
      const writer = new Writer({ format: 'N-Quads' });
      writer.addQuads(new Parser().parse(turtle));
      writer.end((error, result: string) => (error ? reject(error) : resolve(result)));
    });
  const must: Readonly<Record<string, readonly string[]>> = {
    'dcat:Catalog': ['dct:title', 'dct:description', 'dct:publisher', 'dct:license', 'dcat:dataset'],
    'foaf:Agent': ['foaf:name', 'dct:type'],
    'dcat:Dataset': ['dct:title', 'dct:description', 'dct:publisher'],
    'dcat:Distribution': ['dcat:accessURL', 'dct:license'],
    'dcat:DataService': ['dct:title', 'dcat:endpointURL', 'dcat:servesDataset'],
  };
  /** What DCAT-AP-SE demands and a graph lacks (domain.md §3.7). */
  const faultsOf = (turtle: string): string[] => {
    const quads = new Parser().parse(turtle);
    const faults: string[] = [];
    for (const [kind, properties] of Object.entries(must)) {
      const things = quads.filter(
        ({ predicate, object }) =>
          predicate.value === `${vocabularies.rdf}type` && object.value === iriOf(kind as never),
      );
      if (things.length === 0) faults.push(`no ${kind}`);
      for (const { subject } of things)
        for (const property of properties)
          if (!quads.some((quad) => quad.subject.equals(subject) && quad.predicate.value === iriOf(property as never)))
            faults.push(`${subject.value} has no ${property}`);
    }
    return faults;
  };

  test('Turtle, JSON-LD and RDF/XML say the same, as other libraries read them', async () => {
    const turtle = await (await get('/dcat.ttl')).text();
    const linked = await json('/dcat.jsonld');
    const fromTurtle = await canonical(await quadsOf(turtle));
    const fromJson = await canonical((await jsonld.toRDF(linked, { format: 'application/n-quads' })) as string);
    assert.equal(fromJson, fromTurtle);
    assert.ok(fromTurtle.split('\n').length > 60);
    const xml = await (await get('/dcat.rdf')).text();
    assert.equal(
      [...xml.matchAll(/<rdf:Description /g)].length,
      new Set(new Parser().parse(turtle).map(({ subject }) => subject.value)).size,
    );
    // Control: a statement less is another graph.
    assert.notEqual(await canonical((await quadsOf(turtle)).split('\n').slice(1).join('\n')), fromJson);
  });

  test('what DCAT-AP-SE demands is there; control: without it, it is found missing', async () => {
    const turtle = await (await get('/dcat.ttl')).text();
    assert.deepEqual(faultsOf(turtle), []);
    for (const property of new Set(Object.values(must).flat()))
      assert.notDeepEqual(faultsOf(turtle.replaceAll(`  ${property} `, '  dct:subject ')), [], property);
  });

  test('who asks is led to the form that they understand', async () => {
    const asked = [
      'application/ld+json',
      'text/html;q=0.9, application/rdf+xml',
      'text/turtle;q=0.2, application/ld+json;q=0.8',
      '*/*',
      '',
    ];
    assert.deepEqual(asked.map(wantedForm), ['jsonld', 'rdf', 'jsonld', 'ttl', 'ttl']);
    const response = await get('/dcat', { accept: 'application/ld+json' });
    assert.deepEqual([response.status, response.headers.get('location')], [303, '/oppet/prov/dcat.jsonld']);
  });
});
