import type { Reader } from '../../../storage/database.ts';
import { listAgreements } from '../../agreements/index.ts';
import { listGoals } from '../../goals/index.ts';
import { type ProjectPhase, projectStates } from '../../projects/index.ts';
import { readableLevels } from '../../secrecy/index.ts';
import type { SourceKey } from './draft-source.ts';
import type { TimeWindow } from './question-time.ts';

/** A record that a question could be bound to: the words in which it is looked for, and the time that it is of. */
export type FoundRecord = SourceKey & {
  readonly words: string;
  /** From when until when it is; both null for what has no time. A value known to its year or month stands so. */
  readonly from: string | null;
  readonly to: string | null;
};

/** More of a kind than this a year are not proposed: words so common tell nothing. */
const mostOfAKind = 300;

/**
 * The records of some years that hold any of some words, of every kind that a form binds to: one query a kind, however many questions ask. What
 * lies in a matter that is not open is not proposed to anybody.
 */
export async function searchSources(
  r: Reader,
  words: readonly string[],
  window: TimeWindow,
): Promise<readonly FoundRecord[]> {
  if (words.length === 0) return [];
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/gu, '\\$&')}%`);
  return [
    ...(await goals(r)),
    ...(await assignments(r, patterns, window)),
    ...(await decisions(r, patterns, window)),
    ...(await agreements(r)),
    ...(await commissions(r, patterns)),
    ...(await deliverables(r, patterns)),
    ...(await projects(r)),
    ...(await indicators(r, patterns)),
  ];
}

async function goals(r: Reader): Promise<readonly FoundRecord[]> {
  const all = await listGoals(r);
  return all.map(({ id, heading, text }) => ({
    kind: 'goal',
    ref: id,
    words: `${heading} ${text}`,
    from: null,
    to: null,
  }));
}

async function assignments(
  r: Reader,
  patterns: readonly string[],
  window: TimeWindow,
): Promise<readonly FoundRecord[]> {
  const rows = await r.db
    .selectFrom('assignment')
    .select(['id', 'year', 'title', 'full_text'])
    .where('tenant_id', '=', r.tenantId)
    .where('year', '>=', Number(window.from.slice(0, 4)))
    .where('year', '<=', Number(window.to.slice(0, 4)))
    .where((eb) =>
      eb.or([
        eb('title', 'ilike', eb.fn.any(eb.val([...patterns]))),
        eb('full_text', 'ilike', eb.fn.any(eb.val([...patterns]))),
      ]),
    )
    .orderBy('year', 'desc')
    .orderBy('number')
    .orderBy('position')
    .limit(mostOfAKind)
    .execute();
  return rows.map(({ id, year, title, full_text }) => {
    const time = String(year);
    return { kind: 'assignment', ref: id, words: `${title} ${full_text ?? ''}`, from: time, to: time };
  });
}

async function decisions(r: Reader, patterns: readonly string[], window: TimeWindow): Promise<readonly FoundRecord[]> {
  const rows = await r.db
    .selectFrom('decision')
    .leftJoin('agenda_item as item', (join) =>
      join.onRef('item.id', '=', 'decision.agenda_item_id').onRef('item.tenant_id', '=', 'decision.tenant_id'),
    )
    .leftJoin('matter', (join) =>
      join.onRef('matter.id', '=', 'item.matter_id').onRef('matter.tenant_id', '=', 'item.tenant_id'),
    )
    .select(['decision.id', 'decision.title', 'decision.decided_on'])
    .select((eb) =>
      eb
        .selectFrom('decision_clause as clause')
        .select((one) => one.fn.agg<string | null>('string_agg', ['clause.clause', one.val(' ')]).as('clauses'))
        .where('clause.tenant_id', '=', r.tenantId)
        .whereRef('clause.decision_id', '=', 'decision.id')
        .as('clauses'),
    )
    .where('decision.tenant_id', '=', r.tenantId)
    .where('decision.state', '=', 'made')
    .where('decision.decided_on', '>=', window.from)
    .where('decision.decided_on', '<=', window.to)
    .where((eb) =>
      eb.or([eb('matter.secrecy_level', 'is', null), eb('matter.secrecy_level', 'in', [...readableLevels])]),
    )
    .where((eb) =>
      eb.or([
        eb('decision.title', 'ilike', eb.fn.any(eb.val([...patterns]))),
        eb.exists(
          eb
            .selectFrom('decision_clause as said')
            .select('said.decision_id')
            .where('said.tenant_id', '=', r.tenantId)
            .whereRef('said.decision_id', '=', 'decision.id')
            .where((said) => said('said.clause', 'ilike', said.fn.any(said.val([...patterns])))),
        ),
      ]),
    )
    .orderBy('decision.decided_on', 'desc')
    .orderBy('decision.id')
    .limit(mostOfAKind)
    .execute();
  return rows.map(({ id, title, clauses, decided_on }) => ({
    kind: 'decision',
    ref: id,
    words: `${title} ${clauses ?? ''}`,
    from: decided_on,
    to: decided_on,
  }));
}

async function agreements(r: Reader): Promise<readonly FoundRecord[]> {
  const all = await listAgreements(r);
  return all.map(({ id, name, from, to }) => ({ kind: 'agreement', ref: id, words: name, from, to }));
}

async function commissions(r: Reader, patterns: readonly string[]): Promise<readonly FoundRecord[]> {
  const rows = await r.db
    .selectFrom('commission')
    .select(['id', 'commissioned', 'task', 'starts_on', 'ends_on'])
    .where('tenant_id', '=', r.tenantId)
    .where((eb) =>
      eb.or([
        eb('commissioned', 'ilike', eb.fn.any(eb.val([...patterns]))),
        eb('task', 'ilike', eb.fn.any(eb.val([...patterns]))),
      ]),
    )
    .orderBy('starts_on', (order) => order.desc().nullsLast())
    .orderBy('id')
    .limit(mostOfAKind)
    .execute();
  return rows.map((row) => ({
    kind: 'commission',
    ref: row.id,
    words: `${row.commissioned} ${row.task}`,
    from: row.starts_on,
    to: row.ends_on,
  }));
}

async function deliverables(r: Reader, patterns: readonly string[]): Promise<readonly FoundRecord[]> {
  const rows = await r.db
    .selectFrom('deliverable')
    .select(['id', 'what', 'project', 'due_on', 'moved_to'])
    .where('tenant_id', '=', r.tenantId)
    .where((eb) =>
      eb.or([
        eb('what', 'ilike', eb.fn.any(eb.val([...patterns]))),
        eb('project', 'ilike', eb.fn.any(eb.val([...patterns]))),
      ]),
    )
    .orderBy('due_on', (order) => order.desc().nullsLast())
    .orderBy('id')
    .limit(mostOfAKind)
    .execute();
  return rows.map(({ id, what, project, due_on, moved_to }) => ({
    kind: 'deliverable',
    ref: id,
    words: `${what} ${project ?? ''}`,
    from: due_on ?? moved_to,
    to: moved_to ?? due_on,
  }));
}

/** Projects by all their names, what they are for and the phase that they are in: "breddinfört" is asked of what is being rolled out. */
async function projects(r: Reader): Promise<readonly FoundRecord[]> {
  const rows = await r.db
    .selectFrom('project')
    .select(['id', 'name', 'aliases', 'aim', 'phase', 'starts_on', 'ends_on'])
    .where('tenant_id', '=', r.tenantId)
    .orderBy('name')
    .execute();
  return rows.map(({ id, name, aliases, aim, phase, starts_on, ends_on }) => ({
    kind: 'project',
    ref: id,
    words: [name, ...aliases, aim, projectStates[phase as ProjectPhase].sv].join(' '),
    from: starts_on,
    to: ends_on,
  }));
}

async function indicators(r: Reader, patterns: readonly string[]): Promise<readonly FoundRecord[]> {
  const rows = await r.db
    .selectFrom('indicator')
    .select(['id', 'name'])
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('name', 'ilike', eb.fn.any(eb.val([...patterns]))))
    .orderBy('name')
    .limit(mostOfAKind)
    .execute();
  return rows.map(({ id, name }) => ({ kind: 'indicator', ref: id, words: name, from: null, to: null }));
}
