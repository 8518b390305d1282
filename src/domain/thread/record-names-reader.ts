import type { Localized } from '../../kernel/language.ts';
import type { Reader } from '../../storage/database.ts';
import { formatAssignmentRef } from '../assignments/index.ts';
import { type SimpleNoun, simpleNames, simpleNouns } from './simple-names-reader.ts';
import type { StepTarget } from './thread.ts';

/** What a record is called where several kinds of records stand together, and where it is found. */
export type RecordName = {
  readonly noun: NamedNoun;
  readonly id: string;
  readonly title: string;
  readonly target: StepTarget;
};

/** The nouns whose name needs more than their own table. */
const composedNouns = {
  assignment: { sv: 'Uppdrag', en: 'Assignment' },
  meeting: { sv: 'Sammanträde', en: 'Meeting' },
  agendaItem: { sv: 'Ärendepunkt', en: 'Agenda item' },
  assessment: { sv: 'Lägesbild', en: 'Assessment' },
  assignmentPosition: { sv: 'Ställningstagande', en: 'Position' },
  reportEntry: { sv: 'Svar i återrapportering', en: 'Answer in a report-back' },
  seat: { sv: 'Plats', en: 'Seat' },
} as const satisfies Record<string, Localized>;
type ComposedNoun = keyof typeof composedNouns;

/** The nouns of records that are read from documents, as a person calls them. */
export type NamedNoun = ComposedNoun | SimpleNoun;
export const namedNouns = {
  ...composedNouns,
  ...(Object.fromEntries(Object.entries(simpleNouns).map(([noun, { label }]) => [noun, label])) as Record<
    SimpleNoun,
    Localized
  >),
} as const satisfies Record<NamedNoun, Localized>;

type Row = { readonly id: string; readonly title: string; readonly target?: StepTarget };
type Names = (r: Reader, ids: readonly string[]) => Promise<readonly Row[]>;

/**
 * The names of records of many kinds, one query a kind. A record that is gone has no name and is not there; of a matter only the public title
 * is asked for.
 */
export async function nameRecords(
  r: Reader,
  records: readonly { readonly noun: string; readonly recordId: string }[],
): Promise<ReadonlyMap<string, RecordName>> {
  const names = new Map<string, RecordName>();
  for (const [noun, own] of Map.groupBy(records, (record) => record.noun)) {
    if (!isNamed(noun)) continue;
    const ids = [...new Set(own.map((record) => record.recordId))];
    for (const { id, title, target } of await rowsOf(r, noun, ids))
      names.set(id, { noun, id, title, target: target ?? { noun, id } });
  }
  return names;
}

function isNamed(noun: string): noun is NamedNoun {
  return Object.hasOwn(namedNouns, noun);
}

function isSimple(noun: NamedNoun): noun is SimpleNoun {
  return Object.hasOwn(simpleNouns, noun);
}

async function rowsOf(r: Reader, noun: NamedNoun, ids: readonly string[]): Promise<readonly Row[]> {
  if (!isSimple(noun)) return await readers[noun](r, ids);
  return (await simpleNames(r, noun, ids)).map(({ id, title, within }) => ({
    id,
    title,
    ...(within && { target: { noun, id, within } }),
  }));
}

const readers: Readonly<Record<ComposedNoun, Names>> = {
  assignment: async (r, ids) => {
    const rows = await r.db
      .selectFrom('assignment')
      .select(['id', 'year', 'number', 'position', 'title'])
      .where('tenant_id', '=', r.tenantId)
      .where('id', 'in', ids)
      .execute();
    return rows.map((row) => ({ id: row.id, title: `${formatAssignmentRef(row)} ${row.title}` }));
  },
  meeting: async (r, ids) => {
    const rows = await r.db
      .selectFrom('meeting')
      .innerJoin('body', (join) =>
        join.onRef('body.id', '=', 'meeting.body_id').onRef('body.tenant_id', '=', 'meeting.tenant_id'),
      )
      .select(['meeting.id', 'meeting.held_on', 'body.name'])
      .where('meeting.tenant_id', '=', r.tenantId)
      .where('meeting.id', 'in', ids)
      .execute();
    return rows.map((row) => ({ id: row.id, title: `${row.name} ${row.held_on}` }));
  },
  agendaItem: async (r, ids) => {
    const rows = await r.db
      .selectFrom('agenda_item')
      .select(['id', 'title', 'number', 'meeting_id'])
      .where('tenant_id', '=', r.tenantId)
      .where('id', 'in', ids)
      .execute();
    return rows.map(({ id, title, number, meeting_id }) => ({
      id,
      title: number ? `${number}. ${title}` : title,
      target: { noun: 'agendaItem', id, within: meeting_id },
    }));
  },
  assessment: async (r, ids) => {
    const rows = await r.db
      .selectFrom('assessment')
      .innerJoin('period', (join) =>
        join.onRef('period.id', '=', 'assessment.period_id').onRef('period.tenant_id', '=', 'assessment.tenant_id'),
      )
      .innerJoin('assignment', (join) =>
        join
          .onRef('assignment.id', '=', 'assessment.assignment_id')
          .onRef('assignment.tenant_id', '=', 'assessment.tenant_id'),
      )
      .select(['assessment.id', 'period.name', 'assignment.title'])
      .where('assessment.tenant_id', '=', r.tenantId)
      .where('assessment.id', 'in', ids)
      .execute();
    return rows.map(({ id, name, title }) => ({ id, title: `${name}: ${title}` }));
  },
  assignmentPosition: async (r, ids) => {
    const rows = await r.db
      .selectFrom('assignment_position as position')
      .innerJoin('body', (join) =>
        join.onRef('body.id', '=', 'position.body_id').onRef('body.tenant_id', '=', 'position.tenant_id'),
      )
      .select(['position.id', 'position.year', 'body.name'])
      .where('position.tenant_id', '=', r.tenantId)
      .where('position.id', 'in', ids)
      .execute();
    return rows.map(({ id, year, name }) => ({ id, title: `${name} ${year}` }));
  },
  reportEntry: async (r, ids) => {
    const rows = await r.db
      .selectFrom('report_entry as entry')
      .innerJoin('assignment', (join) =>
        join.onRef('assignment.id', '=', 'entry.assignment_id').onRef('assignment.tenant_id', '=', 'entry.tenant_id'),
      )
      .select(['entry.id', 'entry.report_id', 'assignment.year', 'assignment.number', 'assignment.position'])
      .select('assignment.title')
      .where('entry.tenant_id', '=', r.tenantId)
      .where('entry.id', 'in', ids)
      .execute();
    return rows.map(({ id, report_id, title, ...assignment }) => ({
      id,
      title: `${formatAssignmentRef(assignment)} ${title}`,
      target: { noun: 'reportEntry', id, within: report_id },
    }));
  },
  seat: async (r, ids) => {
    const rows = await r.db
      .selectFrom('seat')
      .leftJoin('person', (join) =>
        join.onRef('person.id', '=', 'seat.person_id').onRef('person.tenant_id', '=', 'seat.tenant_id'),
      )
      .select(['seat.id', 'seat.body_id', 'seat.party', 'person.name'])
      .where('seat.tenant_id', '=', r.tenantId)
      .where('seat.id', 'in', ids)
      .execute();
    return rows.map(({ id, body_id, party, name }) => ({
      id,
      title: `${name ?? 'Vakant'}${party ? ` (${party})` : ''}`,
      target: { noun: 'body', id: body_id },
    }));
  },
};
