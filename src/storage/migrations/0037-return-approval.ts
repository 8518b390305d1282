import { type Kysely, sql } from 'kysely';

/** What a return is once it has been decided: the decision, the document and the data as they were approved, and when it was sent in and to whom. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table national_report
    add column approved_by_decision_id uuid,
    add column approved_on date,
    add column frozen_tree jsonb,
    add column frozen_data jsonb,
    add column frozen_hash text,
    add column sent_on date,
    add column sent_by text,
    add column sent_to text,
    add column receipt_number text,
    add constraint national_report_decision_fkey foreign key (tenant_id, approved_by_decision_id) references decision (tenant_id, id),
    add constraint national_report_frozen_check check (
      (state in ('approved', 'sentIn')) = (frozen_hash is not null)
      and (frozen_hash is null) = (frozen_tree is null) and (frozen_hash is null) = (frozen_data is null)
      and (frozen_hash is null) = (approved_by_decision_id is null) and (frozen_hash is null) = (approved_on is null)
    ),
    add constraint national_report_sent_check check (
      (state = 'sentIn') = (sent_on is not null) and (sent_on is null) = (sent_to is null) and (sent_on is null) = (sent_by is null)
    )`.execute(db);
  await sql`create index national_report_decision_idx on national_report (tenant_id, approved_by_decision_id)`.execute(
    db,
  );
  await guardFrozen(db);
}

/**
 * The second net below the verbs: what was approved stays as it was approved, a return that was sent in stays sent in, and its answers are never
 * thawed. A receipt may come afterwards, once.
 */
async function guardFrozen(db: Kysely<unknown>): Promise<void> {
  await sql`create function keep_frozen_return() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        if old.frozen_hash is not null then
          raise exception 'an approved return is kept' using errcode = 'KA001';
        end if;
        return old;
      end if;
      if old.frozen_hash is not null and (
        new.frozen_hash is distinct from old.frozen_hash or new.frozen_tree is distinct from old.frozen_tree
        or new.frozen_data is distinct from old.frozen_data or new.approved_on is distinct from old.approved_on
        or new.approved_by_decision_id is distinct from old.approved_by_decision_id
        or new.title is distinct from old.title or new.year is distinct from old.year or new.body_id is distinct from old.body_id
        or new.receiver is distinct from old.receiver or new.form_response_id is distinct from old.form_response_id
      ) then
        raise exception 'what was approved is final' using errcode = 'KA001';
      end if;
      if old.sent_on is not null and (
        new.sent_on is distinct from old.sent_on or new.sent_to is distinct from old.sent_to or new.sent_by is distinct from old.sent_by
        or (old.receipt_number is not null and new.receipt_number is distinct from old.receipt_number)
      ) then
        raise exception 'what was sent in is final' using errcode = 'KA001';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger national_report_final before update or delete on national_report
    for each row execute function keep_frozen_return()`.execute(db);
  await sql`create function keep_response_frozen() returns trigger language plpgsql as $$
    begin
      if old.frozen_at is not null and (
        tg_op = 'DELETE' or new.frozen_at is distinct from old.frozen_at or new.form_version_id is distinct from old.form_version_id
      ) then
        raise exception 'frozen answers stay frozen' using errcode = 'KA001';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$`.execute(db);
  await sql`create trigger form_response_final before update or delete on form_response
    for each row execute function keep_response_frozen()`.execute(db);
}
