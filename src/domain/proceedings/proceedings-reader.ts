import type { Selectable, SelectQueryBuilder } from 'kysely';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import type { ProceedingsTables } from '../../storage/schema/proceedings.ts';
import { decisionsOfItems } from '../decisions/index.ts';
import { openOutcome } from './item-outcome.ts';
import type { ItemProceedings, NamedPerson, Proposition } from './proceedings.ts';
import {
  dissentOf,
  floorProposalOf,
  oralInformationOf,
  outcomeOf,
  questionOf,
  textOf,
  voteOf,
} from './proceedings-rows.ts';
import type { RoundKind } from './proposition-rounds.ts';
import { sectionFieldCodes } from './section-text.ts';
import type { Answer } from './vote.ts';

/** Everything that happened in one item. Throws `record.notFound` for an item that does not exist. */
export async function proceedingsOf(r: Reader, itemId: Id<'agendaItem'>): Promise<ItemProceedings> {
  const { meeting_id } = await getRow(r, 'agenda_item', itemId);
  return (await proceedingsOfItems(r, meeting_id, [itemId])).get(itemId)!;
}

/** The same for all items of a meeting, in as many queries as for one. */
export async function proceedingsOfMeeting(
  r: Reader,
  meetingId: Id<'meeting'>,
): Promise<ReadonlyMap<Id<'agendaItem'>, ItemProceedings>> {
  if (!isId(meetingId)) throw new AppError('record.notFound');
  const items = await r.db
    .selectFrom('agenda_item')
    .select('id')
    .where('tenant_id', '=', r.tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();
  return await proceedingsOfItems(
    r,
    meetingId,
    items.map((item) => item.id),
  );
}

async function proceedingsOfItems(
  r: Reader,
  meetingId: Id<'meeting'>,
  itemIds: readonly Id<'agendaItem'>[],
): Promise<Map<Id<'agendaItem'>, ItemProceedings>> {
  if (itemIds.length === 0) return new Map();
  const outcomes = await rowsOf(r, 'item_outcome', itemIds).execute();
  const texts = await rowsOf(r, 'section_text', itemIds).execute();
  const proposals = await rowsOf(r, 'floor_proposal', itemIds).orderBy('position').execute();
  const propositions = await propositionsOf(r, itemIds);
  const dissents = await rowsOf(r, 'dissent', itemIds).orderBy('created_at').orderBy('id').execute();
  const oral = await rowsOf(r, 'oral_information', itemIds).orderBy('noted_at').orderBy('id').execute();
  const questions = await r.db
    .selectFrom('notified_question')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('answered_item_id', 'in', itemIds)
    .orderBy('position')
    .execute();
  const carried = await carriedItems(r, itemIds);
  const decisions = await decisionsOfItems(r, itemIds);
  const people = await peopleOf(r, meetingId);
  const own = <T extends { agenda_item_id: string }>(rows: readonly T[], itemId: string) =>
    rows.filter((row) => row.agenda_item_id === itemId);
  return new Map(
    itemIds.map((itemId): [Id<'agendaItem'>, ItemProceedings] => {
      const [outcome] = own(outcomes, itemId);
      const from = carried.find((row) => row.to_id === itemId);
      const to = carried.find((row) => row.from_id === itemId);
      const mine = {
        itemId,
        outcome: outcome ? outcomeOf(outcome) : openOutcome(itemId),
        carriedFrom: from
          ? { itemId: from.from_id, meetingId: from.from_meeting_id, byMinority: from.by_minority }
          : null,
        carriedTo: to ? { itemId: to.to_id, meetingId: to.to_meeting_id } : null,
        texts: own(texts, itemId)
          .map(textOf)
          .sort((a, b) => sectionFieldCodes.indexOf(a.field) - sectionFieldCodes.indexOf(b.field)),
        proposals: own(proposals, itemId).map(floorProposalOf),
        propositions: propositions.filter((one) => one.itemId === itemId).map(({ proposition }) => proposition),
        dissents: own(dissents, itemId).map(dissentOf),
        oralInformation: own(oral, itemId).map(oralInformationOf),
        answers: questions.filter((row) => row.answered_item_id === itemId).map(questionOf),
        decisions: decisions.filter((decision) => decision.item?.id === itemId),
      };
      const named = namedIn(mine);
      return [itemId, { ...mine, people: people.filter((person) => named.has(person.id)) }];
    }),
  );
}

/** The ways of items from one meeting to a later one, at whose either end one of the items stands. */
async function carriedItems(r: Reader, itemIds: readonly string[]) {
  return await r.db
    .selectFrom('item_outcome as outcome')
    .innerJoin('agenda_item as from', (join) =>
      join.onRef('from.id', '=', 'outcome.agenda_item_id').onRef('from.tenant_id', '=', 'outcome.tenant_id'),
    )
    .innerJoin('agenda_item as to', (join) =>
      join.onRef('to.id', '=', 'outcome.carried_to_item_id').onRef('to.tenant_id', '=', 'outcome.tenant_id'),
    )
    .select([
      'from.id as from_id',
      'from.meeting_id as from_meeting_id',
      'to.id as to_id',
      'to.meeting_id as to_meeting_id',
      'outcome.by_minority',
    ])
    .where('outcome.tenant_id', '=', r.tenantId)
    .where((eb) =>
      eb.or([eb('outcome.agenda_item_id', 'in', itemIds), eb('outcome.carried_to_item_id', 'in', itemIds)]),
    )
    .execute();
}

type ItemTable = {
  [Name in keyof ProceedingsTables]: 'agenda_item_id' extends keyof ProceedingsTables[Name] ? Name : never;
}[keyof ProceedingsTables];

/** The rows that belong to some items; Kysely types a query by one table, so the callers' table passes as itself here. */
function rowsOf<Table extends ItemTable>(r: Reader, table: Table, itemIds: readonly string[]) {
  const query = r.db
    .selectFrom(table as 'floor_proposal')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('agenda_item_id', 'in', itemIds);
  return query as unknown as SelectQueryBuilder<
    ProceedingsTables,
    Table,
    Selectable<ProceedingsTables[Table]> & { agenda_item_id: string }
  >;
}

async function propositionsOf(
  r: Reader,
  itemIds: readonly string[],
): Promise<readonly { readonly itemId: string; readonly proposition: Proposition }[]> {
  const rows = await rowsOf(r, 'proposition', itemIds).orderBy('position').execute();
  if (rows.length === 0) return [];
  const votes = await r.db
    .selectFrom('recorded_vote')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where(
      'proposition_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute();
  const casts =
    votes.length === 0
      ? []
      : await r.db
          .selectFrom('vote_cast')
          .selectAll()
          .where('tenant_id', '=', r.tenantId)
          .where(
            'recorded_vote_id',
            'in',
            votes.map((vote) => vote.id),
          )
          .orderBy('attendance_id')
          .execute();
  return rows.map((row) => {
    const vote = votes.find((one) => one.proposition_id === row.id);
    return {
      itemId: row.agenda_item_id,
      proposition: {
        id: row.id,
        version: row.version,
        position: row.position,
        kind: row.kind as RoundKind,
        clause: row.clause,
        yes: row.yes_proposal_id,
        no: row.no_proposal_id,
        yesMeans: row.yes_means,
        noMeans: row.no_means,
        orderText: row.order_text,
        chairFinding: row.chair_finding as Answer | null,
        vote: vote
          ? voteOf(
              vote,
              casts.filter((cast) => cast.recorded_vote_id === vote.id),
            )
          : null,
      },
    };
  });
}

async function peopleOf(r: Reader, meetingId: string): Promise<readonly NamedPerson[]> {
  return await r.db
    .selectFrom('meeting_attendance')
    .select(['id', 'name', 'party'])
    .where('tenant_id', '=', r.tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();
}

function namedIn(of: Pick<ItemProceedings, 'proposals' | 'propositions' | 'dissents'>): ReadonlySet<string> {
  return new Set([
    ...of.proposals.flatMap((one) => one.movers),
    ...of.dissents.flatMap((one) => one.people),
    ...of.propositions.flatMap((one) => one.vote?.casts.map((cast) => cast.attendanceId) ?? []),
  ]);
}
