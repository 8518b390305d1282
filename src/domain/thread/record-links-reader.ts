import type { Reader } from '../../storage/database.ts';
import type { Connected } from '../connections/index.ts';
import type { RecordLink, RecordLinkKind } from './record-links.ts';

/** A column of a table that holds the id of another record: the register's own links, beside those that people made between any two records. */
type OwnLink = {
  readonly table: string;
  readonly from: readonly [noun: string, column: string];
  readonly to: readonly [noun: string, column: string];
  readonly kind: RecordLinkKind;
  /** The column in which somebody said why. */
  readonly reason?: string;
  /** Followed only from the part to the whole: a return of fifty questions is no thread of fifty. */
  readonly upwards?: true;
};

const ownLinks: readonly OwnLink[] = [
  {
    table: 'agenda_item_assignment',
    from: ['agendaItem', 'agenda_item_id'],
    to: ['assignment', 'assignment_id'],
    kind: 'concerns',
    reason: 'note',
  },
  {
    table: 'assignment_link',
    from: ['assignment', 'from_id'],
    to: ['assignment', 'to_id'],
    kind: 'continues',
    reason: 'note',
  },
  {
    table: 'decision_assignment',
    from: ['decision', 'decision_id'],
    to: ['assignment', 'assignment_id'],
    kind: 'concerns',
  },
  { table: 'assignment_goal', from: ['assignment', 'assignment_id'], to: ['goal', 'goal_id'], kind: 'serves' },
  {
    table: 'input_point_assignment',
    from: ['assignment', 'assignment_id'],
    to: ['budgetInputPoint', 'point_id'],
    kind: 'continues',
  },
  { table: 'report_entry', from: ['reportEntry', 'id'], to: ['assignment', 'assignment_id'], kind: 'reports' },
  { table: 'decision', from: ['decision', 'id'], to: ['agendaItem', 'agenda_item_id'], kind: 'within' },
  { table: 'commission', from: ['commission', 'id'], to: ['agendaItem', 'agenda_item_id'], kind: 'within' },
  { table: 'commission', from: ['commission', 'id'], to: ['commission', 'extends_id'], kind: 'continues' },
  { table: 'commission', from: ['commission', 'id'], to: ['fund', 'fund_id'], kind: 'within', upwards: true },
  { table: 'agreement', from: ['agreement', 'id'], to: ['agendaItem', 'agenda_item_id'], kind: 'within' },
  { table: 'deliverable', from: ['deliverable', 'id'], to: ['agendaItem', 'agenda_item_id'], kind: 'within' },
  { table: 'deliverable', from: ['deliverable', 'id'], to: ['project', 'project_id'], kind: 'within', upwards: true },
  { table: 'agenda_item', from: ['agendaItem', 'id'], to: ['meeting', 'meeting_id'], kind: 'within', upwards: true },
  { table: 'goal', from: ['goal', 'id'], to: ['goalDocument', 'goal_document_id'], kind: 'within', upwards: true },
  {
    table: 'form_answer',
    from: ['formAnswer', 'id'],
    to: ['formReturn', 'form_return_id'],
    kind: 'within',
    upwards: true,
  },
];

type Row = {
  readonly from_noun: string;
  readonly from_id: string;
  readonly to_noun: string;
  readonly to_id: string;
  readonly kind: string;
  readonly reason: string | null;
};

/** The ids of the records of a noun among those that are asked for. */
type IdsOf = (noun: string) => readonly string[];

/**
 * The confirmed links that begin or end at some records, or all there are, in one query. Only the tables that link records of their nouns are
 * asked: planning twenty tables takes longer than reading five.
 */
export async function readRecordLinks(r: Reader, records?: readonly Connected[]): Promise<readonly RecordLink[]> {
  if (records?.length === 0) return [];
  const nouns = records && Map.groupBy(records, ({ noun }) => noun);
  const idsOf: IdsOf | undefined = nouns && ((noun) => nouns.get(noun)?.map(({ id }) => id) ?? []);
  let query = connections(r, nouns);
  for (const other of ownLinks.flatMap((link) => ownLink(r, link, idsOf))) query = query.unionAll(other);
  for (const other of goalDecisions(r, idsOf)) query = query.unionAll(other);
  for (const other of decisionEffects(r, idsOf)) query = query.unionAll(other);
  const rows = await query.execute();
  return rows.map((row) => toLink(row, false));
}

/** The indexes lead with the noun, so that it is named with each id. */
function connections(r: Reader, nouns: ReadonlyMap<string, readonly Connected[]> | undefined) {
  const query = r.db
    .selectFrom('connection')
    .select(['from_noun', 'from_id', 'to_noun', 'to_id', 'kind'])
    .select((eb) => eb.cast<string | null>('reason', 'text').as('reason'))
    .where('tenant_id', '=', r.tenantId);
  if (nouns === undefined) return query;
  return query.where((eb) =>
    eb.or(
      [...nouns].flatMap(([noun, records]) => {
        const any = eb.fn.any(eb.val(records.map(({ id }) => id)));
        return [
          eb.and([eb('from_noun', '=', noun), eb('from_id', '=', any)]),
          eb.and([eb('to_noun', '=', noun), eb('to_id', '=', any)]),
        ];
      }),
    ),
  );
}

function ownLink(r: Reader, { table, from, to, kind, reason, upwards }: OwnLink, idsOf: IdsOf | undefined) {
  // The columns are those of the table above, which the schema's types cannot follow; the thread's tests read each of them.
  const query = r.db
    .selectFrom(table as 'connection')
    .select((eb) => [
      eb.cast<string>(eb.val(from[0]), 'text').as('from_noun'),
      eb.ref(from[1] as 'from_id').as('from_id'),
      eb.cast<string>(eb.val(to[0]), 'text').as('to_noun'),
      eb.ref(to[1] as 'to_id').as('to_id'),
      eb.cast<string>(eb.val(kind), 'text').as('kind'),
      eb.cast<string | null>(reason ? eb.ref(reason as 'reason') : eb.val(null), 'text').as('reason'),
    ])
    .where('tenant_id', '=', r.tenantId)
    .where(from[1] as 'from_id', 'is not', null)
    .where(to[1] as 'to_id', 'is not', null);
  if (idsOf === undefined) return upwards ? [] : [query];
  const ends = [from, ...(upwards ? [] : [to])].filter(([noun]) => idsOf(noun).length > 0);
  if (ends.length === 0) return [];
  return [
    query.where((eb) =>
      eb.or(ends.map(([noun, column]) => eb(column as 'from_id', '=', eb.fn.any(eb.val([...idsOf(noun)]))))),
    ),
  ];
}

/** The decisions on a goal document: the stations on its way, which carry its name, and its adoption by the body and on the day that it names. */
function goalDecisions(r: Reader, idsOf: IdsOf | undefined) {
  const query = r.db
    .selectFrom('decision')
    .innerJoin('goal_document as document', (join) =>
      join
        .onRef('document.tenant_id', '=', 'decision.tenant_id')
        .on((eb) =>
          eb.or([
            eb('document.title', '=', eb.ref('decision.title')),
            eb.and([
              eb('document.adopted_by_body_id', '=', eb.ref('decision.body_id')),
              eb('document.adopted_on', '=', eb.ref('decision.decided_on')),
            ]),
          ]),
        ),
    )
    .select((eb) => [
      eb.cast<string>(eb.val('decision'), 'text').as('from_noun'),
      eb.ref('decision.id').as('from_id'),
      eb.cast<string>(eb.val('goalDocument'), 'text').as('to_noun'),
      eb.ref('document.id').as('to_id'),
      eb.cast<string>(eb.val('concerns'), 'text').as('kind'),
      eb.cast<string | null>(eb.val(null), 'text').as('reason'),
    ])
    .where('decision.tenant_id', '=', r.tenantId);
  if (idsOf === undefined) return [query];
  // One query for each end: together they would make the database look through all decisions whichever end is asked for.
  return (
    [
      ['decision', 'decision.id'],
      ['goalDocument', 'document.id'],
    ] as const
  ).flatMap(([noun, column]) => {
    const ids = idsOf(noun);
    return ids.length === 0 ? [] : [query.where((eb) => eb(column, '=', eb.fn.any(eb.val([...ids]))))];
  });
}

/** The nouns that a decision makes or approves. Assignments have a link of their own, and a seat no name. */
const effectNouns = ['agreement', 'commission', 'deliverable', 'report', 'nationalReport'] as const;

function decisionEffects(r: Reader, idsOf: IdsOf | undefined) {
  const query = r.db
    .selectFrom('decision_effect')
    .select((eb) => [
      eb.cast<string>(eb.val('decision'), 'text').as('from_noun'),
      eb.ref('decision_id').as('from_id'),
      eb.ref('noun').as('to_noun'),
      eb.ref('record_id').as('to_id'),
      eb.cast<string>(eb.val('concerns'), 'text').as('kind'),
      eb.cast<string | null>(eb.val(null), 'text').as('reason'),
    ])
    .where('tenant_id', '=', r.tenantId)
    .where('noun', 'in', [...effectNouns]);
  if (idsOf === undefined) return [query];
  const [decisions, made] = [idsOf('decision'), effectNouns.flatMap((noun) => idsOf(noun))];
  if (decisions.length + made.length === 0) return [];
  return [
    query.where((eb) =>
      eb.or([
        eb('decision_id', '=', eb.fn.any(eb.val([...decisions]))),
        eb('record_id', '=', eb.fn.any(eb.val([...made]))),
      ]),
    ),
  ];
}

function toLink(row: Row, proposed: boolean): RecordLink {
  return {
    from: { noun: row.from_noun, id: row.from_id },
    to: { noun: row.to_noun, id: row.to_id },
    kind: row.kind as RecordLinkKind,
    reason: row.reason,
    proposed,
  };
}
