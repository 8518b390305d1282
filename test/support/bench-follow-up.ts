import { sql } from 'kysely';
import { lastYear, type RegisterSize } from './bench-register.ts';
import { openRegisterBench, type RegisterBench } from './bench-register-site.ts';
import type { TestDatabase } from './database.ts';

/** So many of the assignments of the last year, one in each, are forecast to be late. */
const slipsEach = 5;
/** So many agenda items of its year deal with an assignment. */
const itemsEach = 3;

/**
 * A register in the middle of its last year's follow-up: the periods before are closed, of the last one every other contribution is late, a fifth of
 * the assignments slip, each body writes its report-back and has two meetings before it.
 */
export async function openFollowUpBench(size: RegisterSize): Promise<RegisterBench> {
  const bench = await openRegisterBench(size);
  await openLastPeriod(bench.t);
  return bench;
}

async function openLastPeriod({ db, tenantId }: TestDatabase): Promise<void> {
  const last = sql`bench_id('annual', ${lastYear}::int, 0)`;
  const steps = [
    sql`update period set state = 'closed', contributions_due_on = deadline - 20 where tenant_id = ${tenantId}::uuid and id <> ${last}`,
    sql`update period set contributions_due_on = deadline - 20 where tenant_id = ${tenantId}::uuid and id = ${last}`,
    sql`update contribution set state = 'asked', ready_by = null, ready_at = null, due_on = make_date(${lastYear + 1}::int, 2, 9)
      from assignment where assignment.tenant_id = contribution.tenant_id and assignment.id = contribution.assignment_id
        and contribution.tenant_id = ${tenantId}::uuid and contribution.period_id = ${last} and assignment.number % 2 = 0`,
    sql`update assessment set forecast_on = assignment.due_on + 90, status = 'startedDelayed'
      from assignment where assignment.tenant_id = assessment.tenant_id and assignment.id = assessment.assignment_id
        and assessment.tenant_id = ${tenantId}::uuid and assignment.number % ${slipsEach}::int = 0`,
    // What was given in earlier years has ended, as it has where years have passed.
    sql`update assignment set state = 'completed' where tenant_id = ${tenantId}::uuid and year < ${lastYear}::int`,
    sql`update report set state = 'draft', approved_on = null, delivered_on = null, frozen_tree = null, frozen_hash = null
      where tenant_id = ${tenantId}::uuid and year = ${lastYear}::int`,
    sql`delete from agenda_item_assignment link using agenda_item item where item.tenant_id = link.tenant_id and item.id = link.agenda_item_id
      and link.tenant_id = ${tenantId}::uuid and item.position > ${itemsEach}::int`,
    sql`insert into meeting (tenant_id, id, kind, body_id, held_on, starts_at, ends_at, place, state)
      select ${tenantId}::uuid, gen_random_uuid(), 'meeting', id, make_date(${lastYear + 1}::int, 3, 10) + n * 35, '09:00', '12:00',
        'Regionhuset', 'planned'
      from body, generate_series(0, 1) n where tenant_id = ${tenantId}::uuid`,
    sql`insert into agenda_item (tenant_id, id, meeting_id, position, number, title, category, presenters)
      select meeting.tenant_id, gen_random_uuid(), meeting.id, n, n::text, 'Punkt ' || n, 'information', '[]'
      from meeting, generate_series(1, 8) n where meeting.tenant_id = ${tenantId}::uuid and meeting.state = 'planned'`,
  ];
  await db.system('bench', async (q) => {
    await sql`set local session_replication_role = 'replica'`.execute(q);
    await sql`set local statement_timeout = 0`.execute(q);
    for (const step of steps) await step.execute(q);
  });
  await db.pool.query('vacuum analyze');
}
