import type { Reader } from '../../../storage/database.ts';
import { type Agreement, listAgreements } from '../../agreements/index.ts';
import { type Assessment, quotableAssessments } from '../../assessments/index.ts';
import { type Assignment, listAssignmentsById } from '../../assignments/index.ts';
import { type Commission, listCommissions } from '../../commissions/index.ts';
import { type Decision, decisionsByIds, type PrincipalStand, type PrincipalStandKind } from '../../decisions/index.ts';
import { type Goal, listGoals } from '../../goals/index.ts';
import { type Indicator, listIndicators } from '../../indicators/index.ts';
import { type Deliverable, listDeliverables, listProjects, type ProjectSummary } from '../../projects/index.ts';
import type { SourceKind } from '../answer-source-codes.ts';
import type { SourceKey } from './draft-source.ts';
import { type ItemStanding, itemStandings } from './item-standing-reader.ts';
import { type QuotableAnswer, quotableAnswers } from './quotable-answers-reader.ts';

/** What the register holds about some sources, as its own records: what `draftSource` makes passages of. */
export type SourceFacts = {
  readonly goals: ReadonlyMap<string, Goal>;
  readonly assignments: ReadonlyMap<string, Assignment>;
  /** What is quoted of each assignment in the reports of the year. */
  readonly told: ReadonlyMap<string, Assessment>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly commissions: ReadonlyMap<string, Commission>;
  readonly deliverables: ReadonlyMap<string, Deliverable>;
  readonly projects: ReadonlyMap<string, ProjectSummary>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly reportAnswers: ReadonlyMap<string, QuotableAnswer>;
  /** The items in which decisions, agreements, commissions and deliverables were made: their § and whether their matter is open. */
  readonly items: ReadonlyMap<string, ItemStanding>;
  /** Where principals stand to what was decided in an item, by item. */
  readonly stands: ReadonlyMap<string, readonly PrincipalStand[]>;
};

/** Reads all that some sources are drafted from: a number of queries that does not grow with them. */
export async function readSourceFacts(r: Reader, keys: readonly SourceKey[], year: number): Promise<SourceFacts> {
  const of = (kind: SourceKind) => [...new Set(keys.filter((one) => one.kind === kind).map(({ ref }) => ref))];
  const byId = <T extends { readonly id: string }>(all: readonly T[]) =>
    new Map(all.map((one): [string, T] => [one.id, one]));
  const some = async <T extends { readonly id: string }>(
    kind: SourceKind,
    list: (ids: readonly string[]) => Promise<readonly T[]>,
  ): Promise<ReadonlyMap<string, T>> => {
    const ids = of(kind);
    return ids.length === 0 ? new Map() : byId((await list(ids)).filter(({ id }) => ids.includes(id)));
  };
  const assignments = await some('assignment', (ids) => listAssignmentsById(r, ids));
  const decisions = await some('decision', (ids) => decisionsByIds(r, ids));
  const agreements = await some('agreement', () => listAgreements(r));
  const commissions = await some('commission', (ids) => listCommissions(r, { ids }));
  const deliverables = await some('deliverable', (ids) => listDeliverables(r, { ids }));
  const itemIds = [decisions, agreements, commissions, deliverables].flatMap((all) =>
    [...all.values()].flatMap(({ item }) => (item ? [item.id] : [])),
  );
  return {
    goals: await some('goal', () => listGoals(r)),
    assignments,
    told: await quotableAssessments(r, [...assignments.keys()], year),
    decisions,
    agreements,
    commissions,
    deliverables,
    projects: await some('project', (ids) => listProjects(r, { ids })),
    indicators: await some('indicator', (ids) => listIndicators(r, { ids })),
    reportAnswers: await some('reportEntry', (ids) => quotableAnswers(r, { entryIds: ids })),
    items: await itemStandings(r, itemIds),
    stands: await standsInItems(
      r,
      [...agreements.values()].flatMap(({ item }) => (item ? [item.id] : [])),
    ),
  };
}

/** Where principals stand to the decisions of some items; who has not said is left out, for the item alone does not tell whom to ask. */
async function standsInItems(
  r: Reader,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PrincipalStand[]>> {
  if (itemIds.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('principal_stand as stand')
    .innerJoin('decision', (join) =>
      join.onRef('decision.tenant_id', '=', 'stand.tenant_id').onRef('decision.id', '=', 'stand.decision_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'stand.tenant_id').onRef('body.id', '=', 'stand.principal_body_id'),
    )
    .select(['decision.agenda_item_id', 'stand.decision_id', 'stand.version', 'stand.principal_body_id', 'body.name'])
    .select(['stand.stand', 'stand.own_decision_on', 'stand.note'])
    .where('stand.tenant_id', '=', r.tenantId)
    .where('decision.state', '=', 'made')
    .where((eb) => eb('decision.agenda_item_id', '=', eb.fn.any(eb.val([...itemIds]))))
    .orderBy('body.name')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.agenda_item_id!)].map(([itemId, own]) => [
      itemId,
      own.map((row) => ({
        decisionId: row.decision_id,
        version: row.version,
        principalId: row.principal_body_id,
        principal: row.name,
        stand: row.stand as PrincipalStandKind,
        ownDecisionOn: row.own_decision_on,
        note: row.note,
      })),
    ]),
  );
}
