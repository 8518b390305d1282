import { type CivilDate, weekdayOf } from '../../kernel/civil-date.ts';
import { letterTopic, type PostedLetter } from '../../kernel/posted-letter.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { actorsOf } from './arrangement-reader.ts';
import { digestLetter, occasionOf, reminderLetter, type WorkLetter } from './work-letter.ts';
import { workOf } from './work-reader.ts';
import { usualSetting, type WorkLetterKind } from './work-setting.ts';
import { workReading } from './work-source.ts';

/** A letter about work that is to go to an account, with the occasion that it is for. */
export type DueWorkLetter = {
  readonly accountId: string;
  readonly kind: WorkLetterKind;
  readonly occasion: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly entries: number;
  readonly letter: WorkLetter;
};

/**
 * The letters of a kind that are to be posted on a day: to each active account with an address that has something to be told, whose day it is, and that
 * has not had one for the same occasion. A night that was missed is made good later in the week. What the work is found in is read once for all of them.
 */
export async function dueWorkLetters(
  r: Reader,
  kind: WorkLetterKind,
  today: CivilDate,
): Promise<readonly DueWorkLetter[]> {
  const occasion = occasionOf(kind, today);
  const accounts = (await accountsWithout(r, kind, occasion)).filter(
    ({ digestWeekday }) => kind === 'reminder' || (digestWeekday !== null && digestWeekday <= weekdayOf(today)),
  );
  const actors = await actorsOf(
    r,
    accounts.map(({ id }) => id),
    today,
  );
  const reading = workReading(r, [...actors.values()], today);
  const due: DueWorkLetter[] = [];
  for (const { id, address, reminders } of accounts) {
    const actor = actors.get(id);
    if (!actor || actor.grants.length === 0) continue;
    const entries = await workOf(r, actor, today, reading);
    const letter =
      kind === 'digest'
        ? digestLetter(actor.name, actor.language, entries)
        : reminderLetter(actor.name, actor.language, entries, { reminders }, today);
    if (!letter) continue;
    const lines = letter.sections?.flatMap((section) => section.lines).length ?? 0;
    due.push({ accountId: id, kind, occasion, to: { name: actor.name, address }, entries: lines, letter });
  }
  return due;
}

/** Lays a letter about work in the outbox and notes it; who had one for the same occasion meanwhile gets no second. Answers whether it was posted. */
export async function postWorkLetter(w: Writer<'work.arrange'>, due: DueWorkLetter): Promise<boolean> {
  const { accountId, kind, occasion, entries } = due;
  const letter: PostedLetter = { id: w.runtime.newId(), to: due.to, ...due.letter };
  // Two nights that are worked at once wait for each other here, account by account.
  await lockRow(w, 'account', accountId);
  const had = await w.db
    .selectFrom('work_letter')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('account_id', '=', accountId)
    .where('kind', '=', kind)
    .where('occasion', '=', occasion)
    .executeTakeFirst();
  await w.log({
    noun: 'account',
    recordId: accountId,
    summary: had ? 'workLetterKnown' : 'workLetter',
    after: { kind, occasion, entries },
  });
  if (had) return false;
  await w.db
    .insertInto('work_letter')
    .values({
      tenant_id: w.tenantId,
      id: letter.id,
      account_id: accountId,
      kind,
      occasion,
      entries,
      posted_on: w.runtime.today(),
      outbox_id: await w.post(letterTopic, letter),
    })
    .execute();
  return true;
}

async function accountsWithout(r: Reader, kind: WorkLetterKind, occasion: string) {
  const rows = await r.db
    .selectFrom('account')
    .leftJoin('work_setting as setting', (join) =>
      join.onRef('setting.account_id', '=', 'account.id').onRef('setting.tenant_id', '=', 'account.tenant_id'),
    )
    .select(['account.id', 'account.email', 'setting.version', 'setting.digest_weekday', 'setting.reminders'])
    .where('account.tenant_id', '=', r.tenantId)
    .where('account.active', '=', true)
    .where('account.email', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('work_letter as letter')
            .select('letter.id')
            .whereRef('letter.tenant_id', '=', 'account.tenant_id')
            .whereRef('letter.account_id', '=', 'account.id')
            .where('letter.kind', '=', kind)
            .where('letter.occasion', '=', occasion),
        ),
      ),
    )
    .orderBy('account.name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    address: row.email!,
    digestWeekday: row.version === null ? usualSetting.digestWeekday : row.digest_weekday,
    reminders: row.version === null ? usualSetting.reminders : (row.reminders ?? true),
  }));
}
