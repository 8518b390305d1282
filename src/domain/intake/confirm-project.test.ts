import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildIntakeFile } from '../../../test/support/build-intake.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Reader } from '../../storage/database.ts';
import { authorize, operatorOf } from '../access/index.ts';
import { sourcesOf } from '../matters/index.ts';
import { getProject, listProjects } from '../projects/index.ts';
import { confirmAll } from './confirm-all.ts';
import { confirmProposal } from './confirm-proposal.ts';
import { listProposals } from './intake-reader.ts';
import { reopenProposal } from './reopen-proposal.ts';
import { changeProposal } from './review-proposal.ts';

let t: TestDatabase;
before(async () => {
  t = await openTestDatabase();
});
after(() => t.close());

const paper = (day: string, told: string) => `Protokoll från styrgruppen för kultur i norr

Tid: ${day} kl. 09:00-11:30
Plats: Stadshuset

Närvarande

Anna Ek          kulturchef, Storby kommun
Cia Berg-Lind    bibliotekschef

1. Dagordning

Dagordningen godkändes.

2. Bokbussen

${told}

3. Avslut

Mötet avslutades.
`;

const pilot = `Pilotprojekt för läsning på natten (LPN) startade år 2024 och är förlagt till Granby bibliotek.

I januari anställdes en läslots, som även kommer vara projektledare. Enligt plan ska läsning med barn påbörjas under februari månad.

Antal läsare i pilotprojektet var i december 2024 38 stycken. Maxtaket är 120 läsare.

Att lokalen inte öppnades förrän i april har lett till att projektet inte kunnat utvecklas. Därför togs beslut om fortsättning under 2025.`;

const proof = () => authorize(operatorOf(t.tenantId), 'intake.confirm');
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);

async function handIn(day: string, told: string) {
  const { fileId } = await buildIntakeFile(t, paper(day, told));
  const { open } = await confirmAll(t.db, proof(), { fileId });
  const proposals = await read((r) => listProposals(r, fileId));
  return {
    proposal: proposals.find(({ type }) => type === 'project')!,
    asked: open
      .filter(({ proposal }) => proposal.type === 'project')
      .flatMap(({ questions }) => questions.map(({ code }) => code)),
  };
}

test('a project that a paper tells of is put on record with its site, figure, cause and decision, each with its source', async () => {
  const { proposal, asked } = await handIn('7 mars 2025', pilot);
  assert.deepEqual([proposal?.state, asked], ['confirmed', []]);
  const project = await read((r) => getProject(r, proposal.record!.id));
  assert.deepEqual(
    [project.name, project.aliases, project.phase, project.startsOn, project.owner],
    ['Läsning på natten', ['LPN'], 'pilot', '2024', null],
  );
  assert.deepEqual(
    project.counts.map(({ asOf, value, maximum }) => [asOf, value, maximum]),
    [['2024-12', 38, 120]],
  );
  assert.deepEqual(
    project.sites.map(({ name, state, startsOn }) => [name, state, startsOn]),
    [['Granby bibliotek', 'starting', '2025-02']],
  );
  assert.deepEqual(
    project.roles.map(({ role, person, startsOn }) => [role, person, startsOn]),
    [['leader', 'Läslots', '2025-01']],
  );
  const [phase] = project.phases;
  assert.match(phase!.reason, /Lokalen inte öppnades/);
  assert.match(phase!.effects, /inte kunnat utvecklas/);
  assert.match(phase!.decision, /fortsättning under 2025/);
  assert.ok(phase!.item, 'the item in which it was told');
  for (const [noun, id] of [
    ['project', project.id],
    ['projectPhase', phase!.id],
    ['projectCount', project.counts[0]!.id],
    ['projectRole', project.roles[0]!.id],
  ] as const)
    assert.ok((await read((r) => sourcesOf(r, noun, id))).length > 0, noun);
});

test('the same name is the same project and is added to; a name that is alike is asked about, and a person says which', async () => {
  const again = await handIn('5 maj 2025', pilot.replace('december 2024 38', 'mars 2025 61'));
  assert.deepEqual(again.asked, []);
  const known = await read((r) => getProject(r, again.proposal.record!.id));
  assert.deepEqual(
    known.counts.map(({ value }) => value),
    [38, 61],
  );
  assert.equal((await read((r) => listProjects(r))).length, 1);

  const alike = await handIn('9 juni 2025', 'Pilotprojekt för nattläsning i norr (LPN) startade år 2025.');
  assert.deepEqual(alike.asked, ['sameProject'], 'the same short form alone does not make it the same');
  assert.equal(alike.proposal.state, 'open');
  const version = (proposal: { readonly id: string; readonly version: number }) => ({
    proposalId: proposal.id,
    expectedVersion: proposal.version,
  });
  await t.db.transact(proof(), { verb: 'changeProposal' }, (w) =>
    changeProposal(w, { ...version(alike.proposal), fields: { name: 'Läsning på natten' } }),
  );
  const changed = (await read((r) => listProposals(r, alike.proposal.fileId))).find(
    ({ id }) => id === alike.proposal.id,
  )!;
  const record = await t.db.transact(proof(), { verb: 'confirmProposal' }, (w) => confirmProposal(w, version(changed)));
  assert.equal(record.id, known.id);
  assert.deepEqual(
    (await read((r) => getProject(r, known.id))).aliases,
    ['LPN', 'Nattläsning i norr'],
    'the name of the paper is kept',
  );

  const other = await handIn('1 september 2025', 'Pilotprojekt för läsning på natten i söder (LNS) startade år 2025.');
  assert.deepEqual(other.asked, ['sameProject']);
  await t.db.transact(proof(), { verb: 'changeProposal' }, (w) =>
    changeProposal(w, { ...version(other.proposal), fields: { own: true } }),
  );
  const own = (await read((r) => listProposals(r, other.proposal.fileId))).find(({ id }) => id === other.proposal.id)!;
  await t.db.transact(proof(), { verb: 'confirmProposal' }, (w) => confirmProposal(w, version(own)));
  assert.equal((await read((r) => listProjects(r))).length, 2);
  const done = (await read((r) => listProposals(r, other.proposal.fileId))).find(({ id }) => id === other.proposal.id)!;
  await t.db.transact(proof(), { verb: 'reopenProposal' }, (w) => reopenProposal(w, version(done)));
  assert.equal(
    (await read((r) => listProjects(r))).length,
    1,
    'a confirmation that is taken back takes its project with it',
  );
});
