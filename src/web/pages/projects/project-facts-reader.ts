import { type EndorsementOf, endorsementsAsked } from '../../../domain/collaboration/index.ts';
import { type Commission, listCommissions } from '../../../domain/commissions/index.ts';
import { connectionKinds } from '../../../domain/connections/index.ts';
import { getSeries, type Series } from '../../../domain/indicators/index.ts';
import { type Source, type SourcePlace, sourcePlacesOf, sourcesOf } from '../../../domain/matters/index.ts';
import { getProject, type Project, type ProjectEvent } from '../../../domain/projects/index.ts';
import { namedNouns, nameRecords, type RecordName, readRecordDays } from '../../../domain/thread/index.ts';
import type { Reader } from '../../contracts.ts';
import { type Connected, readConnections } from '../connections/connected-facts.ts';

/** All that the page of a project shows: its story with what it belongs with, its money and where it was read. */
export type ProjectPageFacts = {
  readonly project: Project;
  readonly connections: readonly Connected[];
  readonly endorsements: readonly EndorsementOf[];
  /** The records that it belongs with, as events on their days. */
  readonly connected: readonly ProjectEvent[];
  readonly commissions: readonly Commission[];
  /** The series of the indicator that follows the project, for the whole area. */
  readonly series: Series | null;
  readonly sources: readonly Source[];
  /** Where each part of the project was read. */
  readonly places: readonly SourcePlace[];
  /** Where lessons were carried, by the id of the record. */
  readonly names: ReadonlyMap<string, RecordName>;
};

/** Reads a project's page: a number of queries that does not grow with its parts. */
export async function readProjectFacts(r: Reader, id: string): Promise<ProjectPageFacts> {
  const project = await getProject(r, id);
  const connections = (await readConnections(r, [id])).get(id) ?? [];
  const days = await readRecordDays(
    r,
    connections.map(({ other }) => ({ noun: other.noun, recordId: other.id })),
  );
  const commissionIds = connections.flatMap(({ other }) => (other.noun === 'commission' ? [other.id] : []));
  return {
    project,
    connections,
    endorsements: await endorsementsAsked(r, { noun: 'project', id }),
    connected: connections.map(({ kind, reason, other }): ProjectEvent => {
      const day = days.get(other.id);
      const length = day?.precision === 'year' ? 4 : day?.precision === 'month' ? 7 : 10;
      return {
        on: day ? day.date.slice(0, length) : null,
        kind: 'connected',
        what: {
          sv: `${namedNouns[other.noun].sv.toLocaleLowerCase('sv')}: ${other.title}`,
          en: `${namedNouns[other.noun].en.toLocaleLowerCase('en')}: ${other.title}`,
        },
        because: `${connectionKinds[kind].sv}: ${reason}`,
        effects: '',
        decision: '',
        record: other.target,
      };
    }),
    commissions: commissionIds.length > 0 ? await listCommissions(r, { ids: commissionIds }) : [],
    series: project.indicatorId ? await getSeries(r, project.indicatorId, { place: '' }) : null,
    sources: await sourcesOf(r, 'project', id),
    places: await sourcePlacesOf(
      r,
      [...project.phases, ...project.roles, ...project.counts, ...project.sites].map((part) => part.id),
    ),
    names: await nameRecords(
      r,
      project.points.flatMap(({ carried }) => (carried ? [{ noun: carried.noun, recordId: carried.id }] : [])),
    ),
  };
}
