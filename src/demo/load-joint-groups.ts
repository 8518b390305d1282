import {
  appointRepresentative,
  askForEndorsement,
  recordEndorsement,
  setRepresentationPlace,
} from '../domain/collaboration/index.ts';
import { listCommissions } from '../domain/commissions/index.ts';
import { setReportingGroups } from '../domain/meetings/index.ts';
import { addParticipant, createBody, ensureBody, listParticipants } from '../domain/organisation/index.ts';
import { addDays } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import type { Writer } from '../storage/database.ts';
import { bodyId, type DemoWriter, onDay } from './demo-writer.ts';
import { municipalities } from './municipalities.ts';
import { bodyNames, region } from './region.ts';
import { transitDays } from './transit.ts';

const working = 'Chefsgruppens arbetsutskott';
const districts = [
  ['Länsdelsgrupp norr', 'LDG norr'],
  ['Länsdelsgrupp söder', 'LDG söder'],
  ['Länsdelsgrupp väster', 'LDG väster'],
  ['Länsdelsgrupp Tallåsen', 'LDG Tallåsen'],
] as const;

/** Who speaks for whom among the chiefs. Öreby has nobody since its head left, and the region has two. */
const chiefs = [
  ['Ragna Fors', region.name, 'hälso- och sjukvårdsdirektör'],
  ['Agda Rönnmark', region.name, 'samverkansledare'],
  ['Göta Granlund', 'Granhults kommun', 'socialchef'],
  ['Berit Norrbacka', 'Norrbäcks kommun', 'förvaltningschef'],
  ['Sture Sörlund', 'Sörbyns kommun', 'socialchef'],
  ['Fanny Ståhle', 'Fjällsta kommun', 'förvaltningschef'],
  ['Tage Tallund', 'Tallåsens kommun', 'socialdirektör'],
  ['Asta Älvgren', 'Älvdala kommun', 'socialchef'],
  ['Malte Myrman', 'Myrskogs kommun', 'förvaltningschef'],
  ['Stella Stenmark', 'Stensjö kommun', 'socialchef'],
  ['Bruno Björk', 'Björknäs kommun', 'socialchef'],
  ['Hedda Hedlund', 'Hedviks kommun', 'förvaltningschef'],
  ['Linus Lillby', 'Lillfors kommun', 'socialchef'],
] as const;

/** Who speaks for which district in the working committee; the south got a new one (COL-04). */
const inWorking = [
  ['Berit Norrbacka', 'Länsdelsgrupp norr'],
  ['Malte Myrman', 'Länsdelsgrupp väster'],
  ['Tage Tallund', 'Länsdelsgrupp Tallåsen'],
] as const;

/** The chiefs with their working committee and four district groups, who speaks for whom, who reports, and who was asked to stand behind what. */
export async function loadJointGroups(demo: DemoWriter): Promise<void> {
  const today = demo.db.runtime.today();
  const held = transitDays(today).officials;
  const ids = await demo.as('organisation.edit', 'loadDemoGroups', async (w) => {
    const group = await bodyId(w, bodyNames.chiefs);
    const under = { kind: 'officialsGroup', parentId: group, validFrom: '2023-01-01' } as const;
    const made = new Map<string, Id<'body'>>([[bodyNames.chiefs, group]]);
    made.set(working, await createBody(w, { ...under, name: working }));
    for (const [name, shortName] of districts) made.set(name, await createBody(w, { ...under, name, shortName }));
    const taking = new Set<string>((await listParticipants(w, group)).map(({ participantId }) => participantId));
    for (const name of [region.name, ...municipalities.map((one) => one.name)]) {
      const { id } = await ensureBody(w, name, { kind: name === region.name ? 'region' : 'municipality' });
      made.set(name, id);
      // The others joined after the meeting at which three principals decided.
      if (!taking.has(id)) await addParticipant(w, { bodyId: group, participantId: id, validFrom: addDays(held, 1) });
    }
    return made;
  });
  const idOf = (name: string) => ids.get(name)!;
  await demo.as('collaboration.edit', 'loadDemoRepresentatives', async (w) => {
    const group = idOf(bodyNames.chiefs);
    const own = { groupId: group, capacity: 'representative', validFrom: addDays(held, 1) } as const;
    await setRepresentationPlace(w, {
      groupId: group,
      forBodyId: idOf(region.name),
      representatives: 2,
      substitutes: 1,
    });
    for (const [name, place, title] of chiefs)
      await appointRepresentative(w, { ...own, forBodyId: idOf(place), name, title });
    await appointRepresentative(w, {
      ...own,
      forBodyId: idOf(region.name),
      capacity: 'substitute',
      name: 'Elof Bergsund',
    });
    const committee = { groupId: idOf(working), capacity: 'representative', validFrom: '2024-01-01' } as const;
    for (const [name] of districts)
      await setRepresentationPlace(w, {
        groupId: idOf(working),
        forBodyId: idOf(name),
        representatives: 1,
        substitutes: 0,
      });
    for (const [name, place] of inWorking)
      await appointRepresentative(w, { ...committee, forBodyId: idOf(place), name });
    const south = { ...committee, forBodyId: idOf('Länsdelsgrupp söder') };
    const left = await appointRepresentative(w, { ...south, name: 'Sixten Sandgren' });
    const from = addDays(held, 1);
    await appointRepresentative(w, {
      ...south,
      name: 'Sture Sörlund',
      validFrom: from,
      replacesId: left,
      appointedBy: `chefsgruppen ${held}`,
    });
    await loadEndorsements(w, idOf);
  });
  await onDay(demo, addDays(held, -20)).as('collaboration.edit', 'loadDemoReporting', async (w) => {
    const group = idOf(bodyNames.chiefs);
    await setReportingGroups(w, {
      groupId: group,
      lines: [
        { bodyId: idOf(working), itemTitle: 'Rapport från arbetsutskottet' },
        ...districts.map(([name]) => ({ bodyId: idOf(name), itemTitle: 'Rapport från länsdelsgrupperna' })),
      ],
      seen: [],
    });
  });
}

/** Who stands behind a commission that is only proposed: the working committee does, one has remarks, and one has not answered in time. */
async function loadEndorsements(w: Writer<'collaboration.edit'>, idOf: (name: string) => Id<'body'>): Promise<void> {
  const proposed = (await listCommissions(w)).find(({ decided }) => !decided);
  if (!proposed) return;
  const today = w.runtime.today();
  const subject = { noun: 'commission', id: proposed.id } as const;
  await askForEndorsement(w, {
    subject,
    byBodyIds: ['Granhults kommun', 'Fjällsta kommun', 'Hedviks kommun'].map(idOf),
    dueOn: addDays(today, -3),
  });
  const told = { subject, endorsedOn: addDays(today, -9) } as const;
  await recordEndorsement(w, {
    ...told,
    byBodyId: idOf(working),
    outcome: 'endorsed',
    toldIn: 'Arbetsutskottets minnesanteckningar',
    expectedVersion: 0,
  });
  await recordEndorsement(w, {
    ...told,
    byBodyId: idOf('Fjällsta kommun'),
    outcome: 'endorsedWithRemark',
    remarks: 'Kostnaden ska rymmas i budgeten för nästa år.',
    toldIn: 'E-post från förvaltningschefen',
    expectedVersion: 1,
  });
}
