import { type RawBuilder, sql } from 'kysely';
import type { WriteQueries } from '../../src/storage/database.ts';

/** Whose history it is: the bodies with their seats are there already, made through verbs. */
export type HistoryOf = {
  readonly tenantId: string;
  readonly bodyIds: readonly string[];
  readonly chair: { readonly accountId: string; readonly name: string };
  readonly adjuster: { readonly accountId: string; readonly name: string };
};

const items = 8;
/** What one meeting leaves in the log and among the answered requests: some forty acts of its secretary. */
const traces = 40;

/**
 * Lays the history of an authority straight into the tables, past the verbs: it is weight that the measured actions have to carry, and ten
 * thousand meetings through verbs would take hours. A meeting of each body every tenth day backwards from the end of 2025, each with eight §§, all
 * that was noted in them, minutes that are adjusted, announced and whose time has run, and what it left in the log. The hashes of these entries are
 * not those of a chain. The new meetings of a bench begin in 2026.
 */
export async function fillHistory(q: WriteQueries, meetings: number, of: HistoryOf): Promise<void> {
  const { tenantId } = of;
  // Keys to other tables are right by construction; checking two million of them one by one would take most of the time.
  await sql`set local session_replication_role = 'replica'`.execute(q);
  await sql`set local statement_timeout = 0`.execute(q);
  const steps = [
    ...meetingsOf(meetings, of),
    ...itemsOf(tenantId),
    ...courseOf(tenantId),
    ...votesOf(tenantId),
    ...minutesOf(of),
    ...tracesOf(meetings, of),
  ];
  for (const step of steps) await step.execute(q);
}

function meetingsOf(meetings: number, { tenantId, bodyIds }: HistoryOf): readonly RawBuilder<unknown>[] {
  return [
    sql`insert into meeting (tenant_id, id, kind, body_id, held_on, starts_at, ends_at, place, state, adjust_by)
      select ${tenantId}::uuid, gen_random_uuid(), 'meeting', (${bodyIds}::uuid[])[1 + g % ${bodyIds.length}::int],
        date '2025-12-30' - g / ${bodyIds.length}::int * 10, '09:00', '12:00', 'Regionhuset', 'adjusted',
        date '2025-12-30' - g / ${bodyIds.length}::int * 10 + 14
      from generate_series(0, ${meetings - 1}::int) g`,
    sql`insert into meeting_call (tenant_id, id, meeting_id, position, kind, name, party, role, seat_id)
      select meeting.tenant_id, gen_random_uuid(), meeting.id, seat.seat_order,
        case seat.kind when 'member' then 'called' else 'notified' end, person.name, seat.party, seat.role, seat.id
      from meeting join seat using (tenant_id, body_id) join person on person.id = seat.person_id
      where meeting.tenant_id = ${tenantId}`,
    sql`insert into meeting_attendance (tenant_id, id, meeting_id, position, name, party, role, present, capacity, seat_id, person_id)
      select meeting.tenant_id, gen_random_uuid(), meeting.id,
        row_number() over (partition by meeting.id order by seat.kind desc, seat.seat_order),
        person.name, seat.party, seat.role, seat.kind = 'member', seat.kind, seat.id, person.id
      from meeting join seat using (tenant_id, body_id) join person on person.id = seat.person_id
      where meeting.tenant_id = ${tenantId}`,
  ];
}

function itemsOf(tenantId: string): readonly RawBuilder<unknown>[] {
  return [
    sql`insert into agenda_item (tenant_id, id, meeting_id, position, number, title, category, presenters)
      select tenant_id, gen_random_uuid(), meeting.id, n, n::text, 'Ärende ' || n || ' den ' || held_on, 'decision', '[]'
      from meeting, generate_series(1, ${items}::int) as item(n) where tenant_id = ${tenantId}`,
    sql`insert into section_number (tenant_id, body_id, series, number, agenda_item_id)
      select item.tenant_id, meeting.body_id, to_char(meeting.held_on, 'YYYY'),
        row_number() over (partition by meeting.body_id, to_char(meeting.held_on, 'YYYY') order by meeting.held_on, item.position),
        item.id
      from agenda_item item join meeting on meeting.id = item.meeting_id where item.tenant_id = ${tenantId}`,
    sql`insert into section_series (tenant_id, body_id, series, last_number)
      select tenant_id, body_id, series, max(number) from section_number where tenant_id = ${tenantId}
      group by tenant_id, body_id, series`,
    sql`insert into item_outcome (tenant_id, agenda_item_id, outcome, sealed)
      select tenant_id, id, 'decided', true from agenda_item where tenant_id = ${tenantId}`,
    sql`insert into section_text (tenant_id, agenda_item_id, field, version, body, edited_by)
      select tenant_id, id, field, 5, repeat(title || ' redovisas. ', 12), 'Siv Skrivare'
      from agenda_item, unnest(array['deliberation', 'background']) field where tenant_id = ${tenantId}`,
    sql`insert into decision (tenant_id, id, body_id, agenda_item_id, title, state, decided_on, date_precision)
      select item.tenant_id, gen_random_uuid(), meeting.body_id, item.id, item.title, 'made', meeting.held_on, 'day'
      from agenda_item item join meeting on meeting.id = item.meeting_id where item.tenant_id = ${tenantId}`,
    sql`insert into decision_clause (tenant_id, id, decision_id, position, clause)
      select tenant_id, gen_random_uuid(), id, n, 'att godkänna punkt ' || n || ' i ' || title
      from decision, generate_series(1, 2) n where tenant_id = ${tenantId}`,
  ];
}

function courseOf(tenantId: string): readonly RawBuilder<unknown>[] {
  return [
    sql`insert into meeting_event (tenant_id, id, meeting_id, seq, day, kind, at, attendance_id, mode)
      select tenant_id, gen_random_uuid(), meeting_id, position + 1, 1, 'arrived', '09:00', id, 'inRoom'
      from meeting_attendance where tenant_id = ${tenantId} and present`,
    sql`insert into meeting_event (tenant_id, id, meeting_id, seq, day, kind, at, agenda_item_id)
      select tenant_id, gen_random_uuid(), meeting_id, 100 + position * 2 + n, 1,
        case n when 0 then 'itemBegan' else 'itemEnded' end, '10:' || lpad((position * 2 + n)::text, 2, '0'), id
      from agenda_item, generate_series(0, 1) n where tenant_id = ${tenantId}`,
    sql`insert into meeting_event (tenant_id, id, meeting_id, seq, day, kind, at)
      select tenant_id, gen_random_uuid(), id, n, 1, case n when 1 then 'opened' else 'closed' end,
        case n when 1 then '09:00' else '12:00' end
      from meeting, unnest(array[1, 200]) n where tenant_id = ${tenantId}`,
    sql`insert into disqualification (tenant_id, id, agenda_item_id, attendance_id, ground, declared_by_self, outcome)
      select item.tenant_id, gen_random_uuid(), item.id, person.id, 'own', true, 'disqualified'
      from agenda_item item join meeting_attendance person using (tenant_id, meeting_id)
      where item.tenant_id = ${tenantId} and item.position = 3 and person.position = 4`,
  ];
}

function votesOf(tenantId: string): readonly RawBuilder<unknown>[] {
  return [
    sql`insert into floor_proposal (tenant_id, id, agenda_item_id, position, kind, clauses, movers, withdrawn)
      select item.tenant_id, gen_random_uuid(), item.id, 1, 'rejection', '[]', jsonb_build_array(person.id), false
      from agenda_item item join meeting_attendance person using (tenant_id, meeting_id)
      where item.tenant_id = ${tenantId} and item.position in (2, 6) and person.position = 2`,
    sql`insert into proposition (tenant_id, id, agenda_item_id, position, kind, yes_means, no_means, chair_finding, no_proposal_id)
      select tenant_id, gen_random_uuid(), agenda_item_id, 1, 'main', 'bifall', 'avslag', 'yes', id
      from floor_proposal where tenant_id = ${tenantId}`,
    sql`insert into recorded_vote (tenant_id, id, proposition_id, ballot, matter_kind, state, yes_count, no_count, abstain_count, result, decided_by)
      select tenant_id, gen_random_uuid(), id, 'open', 'matter', 'settled', 6, 3, 0, 'yes', 'majority'
      from proposition where tenant_id = ${tenantId}`,
    sql`insert into vote_cast (tenant_id, recorded_vote_id, attendance_id, choice)
      select vote.tenant_id, vote.id, person.id, case when person.position % 3 = 2 then 'no' else 'yes' end
      from recorded_vote vote join proposition on proposition.id = vote.proposition_id
        join agenda_item item on item.id = proposition.agenda_item_id
        join meeting_attendance person on person.meeting_id = item.meeting_id and person.present
      where vote.tenant_id = ${tenantId}`,
    sql`insert into dissent (tenant_id, id, agenda_item_id, kind, people, announced_at, statement, noted_by)
      select tenant_id, gen_random_uuid(), agenda_item_id, 'reservation', movers, '10:30', 'Förslaget är dyrt.', 'Siv Skrivare'
      from floor_proposal where tenant_id = ${tenantId}`,
  ];
}

function minutesOf({ tenantId, chair, adjuster }: HistoryOf): readonly RawBuilder<unknown>[] {
  return [
    sql`insert into minutes (tenant_id, id, meeting_id, body_id, state, secretary, approval, final_on)
      select tenant_id, gen_random_uuid(), id, body_id, 'final', 'Siv Skrivare', 'adjustment', held_on + 40
      from meeting where tenant_id = ${tenantId}`,
    sql`insert into adjustment (tenant_id, id, minutes_id, kind, item_ids, state, adjust_by, tree, content_hash, adjusted_on)
      select minutes.tenant_id, gen_random_uuid(), minutes.id, 'whole', item.ids, 'adjusted', meeting.adjust_by,
        jsonb_build_object('title', 'Protokoll', 'author', '', 'language', 'sv', 'blocks', item.blocks),
        encode(sha256(minutes.id::text::bytea), 'hex'), meeting.held_on + 10
      from minutes join meeting on meeting.id = minutes.meeting_id join (
        select meeting_id, jsonb_agg(id order by position) ids, jsonb_agg(jsonb_build_object('kind', 'paragraph', 'content',
          jsonb_build_array(jsonb_build_object('kind', 'text', 'text', repeat(title || '. ', 20))))) blocks
        from agenda_item where tenant_id = ${tenantId} group by meeting_id) item on item.meeting_id = meeting.id
      where minutes.tenant_id = ${tenantId}`,
    ...([chair, adjuster] as const).map(
      ({ accountId, name }, position) =>
        sql`insert into adjuster (tenant_id, id, adjustment_id, round, position, role, name, account_id, signed_at, signature)
          select tenant_id, gen_random_uuid(), id, 1, ${position}::int, ${position === 0 ? 'chair' : 'adjuster'}, ${name}, ${accountId}::uuid,
            adjusted_on + time '12:00', '{}'
          from adjustment where tenant_id = ${tenantId}`,
    ),
    sql`insert into board_notice (tenant_id, id, board_body_id, body_id, kind, meeting_id, adjustment_id, title, sections, state,
        appeal_kind, held_on, adjusted_on, announce_by, posted_on, appeal_last, remove_earliest, taken_down_on)
      select adjustment.tenant_id, gen_random_uuid(), meeting.body_id, meeting.body_id, 'adjustedMinutes', meeting.id, adjustment.id,
        'Justerat protokoll', '§§ 1–8', 'takenDown', 'legalityReview', meeting.held_on, adjusted_on, adjusted_on + 2,
        adjusted_on, adjusted_on + 21, adjusted_on + 22, adjusted_on + 22
      from adjustment join minutes on minutes.id = adjustment.minutes_id join meeting on meeting.id = minutes.meeting_id
      where adjustment.tenant_id = ${tenantId}`,
    sql`insert into board_notice_event (tenant_id, id, board_notice_id, seq, kind, happened_at, noted_by)
      select tenant_id, gen_random_uuid(), id, n, case n when 1 then 'posted' else 'takenDown' end, posted_on + time '12:00', 'Siv Skrivare'
      from board_notice, generate_series(1, 2) n where tenant_id = ${tenantId}`,
  ];
}

function tracesOf(meetings: number, { tenantId, chair }: HistoryOf): readonly RawBuilder<unknown>[] {
  return [
    sql`insert into log_entry (tenant_id, seq, at, actor_id, actor_name, verb, noun, record_id, data, prev_hash, hash)
      select item.tenant_id, head.seq + row_number() over (), meeting.held_on + time '10:00', ${chair.accountId}::uuid, 'Siv Skrivare',
        'saveSectionText', 'agendaItem', item.id, '{"summary": "text", "after": {"field": "deliberation", "version": 5}}',
        repeat('0', 64), repeat('0', 64)
      from agenda_item item join meeting on meeting.id = item.meeting_id join log_head head on head.tenant_id = item.tenant_id,
        generate_series(1, ${traces / items}::int)
      where item.tenant_id = ${tenantId}`,
    sql`update log_head set seq = (select max(seq) from log_entry where tenant_id = ${tenantId}) where tenant_id = ${tenantId}`,
    sql`insert into idempotency (tenant_id, key, verb, account_id, result, at)
      select ${tenantId}::uuid, gen_random_uuid(), 'saveSectionText', ${chair.accountId}::uuid, 'null', timestamptz '2025-12-30' - g * interval '1 minute'
      from generate_series(1, ${meetings * traces}::int) g`,
    sql`insert into outbox (tenant_id, id, topic, payload, posted_at, sent_at, attempts, next_attempt_at)
      select tenant_id, gen_random_uuid(), 'letter', '{}', held_on + time '10:00', held_on + time '10:01', 1, held_on + time '10:00'
      from meeting, generate_series(1, 2) where tenant_id = ${tenantId}`,
  ];
}
