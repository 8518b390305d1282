import { listAssignments } from '../domain/assignments/index.ts';
import { listCommissions } from '../domain/commissions/index.ts';
import { connectRecords } from '../domain/connections/index.ts';
import {
  addProjectPart,
  finishDeliverable,
  getDeliverable,
  getProject,
  moveDeliverable,
  moveProject,
  type ProjectMove,
  recordDeliverable,
  recordPastPhase,
  startProject,
} from '../domain/projects/index.ts';
import { addMonths } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import type { Writer } from '../storage/database.ts';
import { bodyId, type DemoWriter } from './demo-writer.ts';
import { bodyNames } from './region.ts';

/** Six projects, one in each phase that matters: one paused, one whose report is late for the second time, one that fills up month by month. */
export async function loadProjects(demo: DemoWriter): Promise<void> {
  const today = demo.db.runtime.today();
  /** The month so many months from now, as papers write it. */
  const month = (from: number) => addMonths(today, from).slice(0, 7);
  const teamsId = await demo.as('project.edit', 'loadDemoProjects', async (w) => {
    const owner = await bodyId(w, bodyNames.chiefs);
    const start = startWith(w, owner);
    const teams = await start('Mobilt närsjukvårdsteam i norr', 'idea', month(-20), {
      aliases: ['MNT'],
      area: 'nära vård',
      aim: 'Att äldre med stora behov får vård hemma i stället för på sjukhus.',
      background: 'Två av tre akuta inläggningar i norra länsdelen gäller personer som redan har hemsjukvård.',
      endsOn: month(10),
      selection: 'Norra länsdelen valdes först, eftersom avståndet till sjukhuset är längst där.',
      counted: 'patienter',
      evaluatedBy: 'Regionens utvecklingsenhet',
      evaluationDue: month(4),
    });
    await move(w, teams, 'investigate', month(-18), 'Nämnden vill veta om teamen kan bemannas.');
    await move(w, teams, 'tryOut', month(-12), 'Förstudien visade att två team räcker för länsdelen.', {
      decision: 'Hälso- och sjukvårdsnämnden beslutade att pröva under två år.',
    });
    for (const [from, value] of [
      [-10, 6],
      [-7, 17],
      [-4, 31],
      [-1, 44],
    ] as const)
      await add(w, teams, 'count', { asOf: month(from), value, maximum: 120, note: '' });
    await add(w, teams, 'site', {
      name: 'Norra länsdelen',
      state: 'running',
      startsOn: month(-12),
      reason: 'Längst till sjukhuset',
    });
    await add(w, teams, 'site', {
      name: 'Västra länsdelen',
      state: 'planned',
      startsOn: month(5),
      reason: 'Näst längst till sjukhuset',
    });
    await add(w, teams, 'role', {
      role: 'steeringChair',
      person: 'Närsjukvårdschefen',
      percent: null,
      startsOn: null,
      endsOn: null,
    });
    await add(w, teams, 'role', {
      role: 'leader',
      person: 'Disa Lindqvist',
      percent: 50,
      startsOn: month(-12),
      endsOn: null,
    });
    await add(w, teams, 'role', {
      role: 'team',
      person: 'Disa Lindqvist',
      percent: 50,
      startsOn: month(-12),
      endsOn: null,
    });
    for (const point of ['Hälften så många akuta inläggningar från hemsjukvården', 'En plan i varje hem'])
      await add(w, teams, 'point', { kind: 'goal', point, state: 'open', note: '' });
    await add(w, teams, 'point', {
      kind: 'challenge',
      point: 'Två journaler som inte talar med varandra',
      state: 'open',
      note: '',
    });
    await add(w, teams, 'point', {
      kind: 'lesson',
      point: 'Läkaren tillsätts innan patienter skrivs in.',
      state: 'open',
      note: '',
    });
    await deliver(w, teams, 'delrapport efter första året', month(-2), { doneOn: month(-1) });
    await deliver(w, teams, 'utvärdering av piloten', month(4));

    const deviations = await start('Gemensam avvikelsehantering', 'project', month(-14), {
      aliases: ['GAH'],
      area: 'kvalitet',
      aim: 'En väg in för avvikelser mellan huvudmännen.',
      endsOn: month(3),
    });
    const report = await deliver(w, deviations, 'slutrapport med formulärstruktur', month(-6));
    await slip(w, report, month(-3), 'Begreppslistan blev inte klar.', 'Styrgruppens möte');
    await slip(w, report, month(-1), 'Två kommuner bad om mer tid.', 'Styrgruppens möte');
    await deliver(w, deviations, 'utbildning för samverkansledare', month(2));

    const speech = await start('Tidiga språkinsatser', 'pilot', month(-24), {
      area: 'barn och unga',
      aim: 'Att barn med språkstörning upptäcks före tre års ålder.',
    });
    await move(w, speech, 'rollOut', month(-5), 'Familjecentralerna når fler än barnhälsovården ensam.', {
      decision: 'Chefsgruppen ställde sig bakom.',
    });
    for (const [name, state] of [
      ['Familjecentralen Granen', 'running'],
      ['Familjecentralen Björken', 'starting'],
    ] as const)
      await add(w, speech, 'site', { name, state, startsOn: month(state === 'running' ? -24 : -1), reason: '' });
    await deliver(w, speech, 'plan för breddinförandet', month(1));

    const aprons = await start('Återanvändbara förkläden', 'feasibility', month(-3), {
      area: 'miljö',
      aim: 'Att se om engångsförkläden kan bytas ut.',
    });
    await deliver(w, aprons, 'förstudierapport', month(2));

    const habits = await start('Levnadsvanemottagning i söder', 'project', month(-16), {
      area: 'förebyggande',
      aim: 'Stöd till den som vill ändra sina levnadsvanor.',
    });
    await move(w, habits, 'pause', month(-2), 'Ekonomin räcker inte till en andra tjänst.', {
      effects: 'Utbyggnaden skjuts till nästa år, och de som väntar får digitalt stöd.',
      decision: 'Områdeschefen',
    });

    const nurses = await start('Sommarjour för äldrevården', 'project', month(-30), {
      area: 'nära vård',
      endsOn: month(-18),
    });
    await recordPastPhase(w, {
      projectId: nurses,
      phase: 'permanent',
      on: month(-18),
      reason: 'Jouren bemannas nu av ordinarie personal.',
    });
    return teams;
  });
  await demo.as('project.edit', 'connectDemoProject', (w) => connectDemo(w, teamsId));
}

type W = Writer<'project.edit'>;

function startWith(w: W, owner: Id<'body'>) {
  return async (name: string, phase: Parameters<typeof startProject>[1]['phase'], startsOn: string, more: object) =>
    await startProject(w, { name, phase, startsOn, bodyId: owner, ...more });
}

async function move(
  w: W,
  projectId: Id<'project'>,
  action: ProjectMove,
  on: string,
  reason: string,
  more: object = {},
) {
  const { version } = await getProject(w, projectId);
  await moveProject(w, { projectId, expectedVersion: version, action, on, reason, ...more });
}

const add = <Kind extends Parameters<typeof addProjectPart>[1]['kind']>(
  w: W,
  projectId: Id<'project'>,
  kind: Kind,
  fields: Parameters<typeof addProjectPart<Kind>>[1]['fields'],
) => addProjectPart(w, { projectId, kind, fields });

async function deliver(
  w: W,
  projectId: Id<'project'>,
  what: string,
  dueOn: string,
  { doneOn }: { readonly doneOn?: string } = {},
) {
  const id = await recordDeliverable(w, { what, projectId, dueOn, responsible: 'Projektledaren' });
  if (doneOn) await finishDeliverable(w, { deliverableId: id, expectedVersion: 1, doneOn });
  return id;
}

async function slip(w: W, deliverableId: Id<'deliverable'>, to: string, reason: string, source: string) {
  const { version } = await getDeliverable(w, deliverableId);
  await moveDeliverable(w, { deliverableId, expectedVersion: version, to, reason, source });
}

/** The first assignment and commission of the register, so that a project shows what it belongs with and what it costs. */
async function connectDemo(w: W, projectId: Id<'project'>): Promise<void> {
  const to = { noun: 'project', id: projectId };
  const [assignment] = (await listAssignments(w, { pageSize: 1 })).rows;
  const [commission] = await listCommissions(w);
  if (assignment)
    await connectRecords(w, {
      from: { noun: 'assignment', id: assignment.id },
      to,
      kind: 'concerns',
      reason: 'Uppdraget bakom projektet',
    });
  if (commission)
    await connectRecords(w, {
      from: { noun: 'commission', id: commission.id },
      to,
      kind: 'funds',
      reason: 'Betalar projektets tjänster',
    });
}
