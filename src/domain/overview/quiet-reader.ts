import { addDays, type CivilDate, yearOf } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import {
  type AssignmentFilter,
  type AssignmentState,
  fittingAssignments,
  type PartyRole,
} from '../assignments/index.ts';
import { placesAlong } from './axis-places.ts';

/** Half a year without a word: longer than between two interim reports. */
export const quietAfterDays = 183;

/** The states in which an assignment is expected to be heard of. */
const alive: readonly AssignmentState[] = ['given', 'started', 'paused'];

/**
 * How an assignment is quiet: `unheard` for so many days, with no meeting, decision or assessment in them and given before they began, or
 * `neverMet`, with no meeting that was ever held on it. What has ended or was never given is neither.
 */
export type Quiet = { readonly kind: 'unheard'; readonly days: number } | { readonly kind: 'neverMet' };

/** The quiet assignments of a filter, by id: what the list takes to show them. */
export async function quietAssignments(
  r: Reader,
  filter: AssignmentFilter,
  quiet: Quiet,
  today: CivilDate,
): Promise<readonly Id<'assignment'>[]> {
  const rows = await fittingQuiet(r, filter, quiet, today).select('assignment.id').execute();
  return rows.map(({ id }) => id);
}

/** How many of the assignments that a body has a part in are alive, unheard and never met. The last row is of those in which no body has that part. */
export type QuietRow = {
  readonly body: { readonly id: Id<'body'>; readonly name: string } | null;
  readonly alive: number;
  readonly unheard: number;
  readonly neverMet: number;
};

/** The quiet assignments counted by body, and all of them counted once: six counts by the database, whatever their number. */
export async function quietByBody(
  r: Reader,
  scope: AssignmentFilter & { readonly axisRole?: PartyRole },
  days: number,
  today: CivilDate,
): Promise<{ readonly rows: readonly QuietRow[]; readonly all: QuietRow }> {
  const { axisRole, ...filter } = scope;
  const counted = {
    alive: await countsByBody(r, fittingAlive(r, filter), scope),
    unheard: await countsByBody(r, fittingQuiet(r, filter, { kind: 'unheard', days }, today), scope),
    neverMet: await countsByBody(r, fittingQuiet(r, filter, { kind: 'neverMet' }, today), scope),
  };
  const keys = [...counted.alive.byBody.keys()];
  const rows = keys
    .map((key): QuietRow & { readonly name: string | null } => ({
      name: counted.alive.byBody.get(key)?.name ?? null,
      body: key === null ? null : { id: key, name: counted.alive.byBody.get(key)?.name ?? '' },
      alive: counted.alive.byBody.get(key)?.count ?? 0,
      unheard: counted.unheard.byBody.get(key)?.count ?? 0,
      neverMet: counted.neverMet.byBody.get(key)?.count ?? 0,
    }))
    .toSorted(
      (a, b) => Number(a.body === null) - Number(b.body === null) || (a.name ?? '').localeCompare(b.name ?? '', 'sv'),
    )
    .map(({ name, ...row }) => row);
  const all = {
    body: null,
    alive: counted.alive.total,
    unheard: counted.unheard.total,
    neverMet: counted.neverMet.total,
  };
  return { rows, all };
}

type Fitting = ReturnType<typeof fittingAssignments>;

async function countsByBody(
  r: Reader,
  fitting: Fitting,
  scope: { readonly axisRole?: PartyRole; readonly bodyId?: Id<'body'> },
) {
  const { total } = await fitting.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
  const rows = await fitting
    .leftJoin(placesAlong(r, 'body', scope), (join) => join.onRef('key.assignment_id', '=', 'assignment.id'))
    .select((eb) => ['key.key', 'key.name', eb.fn.count<string>('assignment.id').distinct().as('count')])
    .groupBy(['key.key', 'key.name'])
    .execute();
  const byBody = new Map(rows.map(({ key, name, count }) => [key, { name, count: Number(count) }]));
  return { total: Number(total), byBody };
}

function fittingAlive(r: Reader, filter: AssignmentFilter): Fitting {
  return fittingAssignments(r, filter).where('assignment.state', 'in', alive);
}

function fittingQuiet(r: Reader, filter: AssignmentFilter, quiet: Quiet, today: CivilDate): Fitting {
  const since = quiet.kind === 'unheard' ? addDays(today, -quiet.days) : null;
  const unmet = fittingAlive(r, filter).where((eb) => {
    const held = eb
      .selectFrom('agenda_item_assignment as link')
      .innerJoin('agenda_item as item', (join) =>
        join.onRef('item.tenant_id', '=', 'link.tenant_id').onRef('item.id', '=', 'link.agenda_item_id'),
      )
      .innerJoin('meeting', (join) =>
        join.onRef('meeting.tenant_id', '=', 'item.tenant_id').onRef('meeting.id', '=', 'item.meeting_id'),
      )
      .select('link.assignment_id')
      .where('link.tenant_id', '=', r.tenantId)
      .whereRef('link.assignment_id', '=', 'assignment.id')
      .where('meeting.state', '<>', 'cancelled')
      .where('meeting.held_on', '<=', today);
    return eb.not(eb.exists(since === null ? held : held.where('meeting.held_on', '>=', since)));
  });
  if (since === null) return unmet;
  return unmet
    .where('assignment.year', '<=', since.endsWith('-01-01') ? yearOf(since) - 1 : yearOf(since))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('assessment')
            .innerJoin('period', (join) =>
              join
                .onRef('period.tenant_id', '=', 'assessment.tenant_id')
                .onRef('period.id', '=', 'assessment.period_id'),
            )
            .select('assessment.id')
            .where('assessment.tenant_id', '=', r.tenantId)
            .whereRef('assessment.assignment_id', '=', 'assignment.id')
            .where('period.ends_on', '>=', since),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('decision_assignment as link')
            .innerJoin('decision', (join) =>
              join.onRef('decision.tenant_id', '=', 'link.tenant_id').onRef('decision.id', '=', 'link.decision_id'),
            )
            .select('decision.id')
            .where('link.tenant_id', '=', r.tenantId)
            .whereRef('link.assignment_id', '=', 'assignment.id')
            .where('decision.state', '=', 'made')
            .where('decision.decided_on', '>=', since),
        ),
      ),
    );
}
