import { AppError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import type { Actor } from '../access/index.ts';
import { ownAccount } from './rest-work.ts';
import { settingProblems, usualSetting, type WorkSetting } from './work-setting.ts';

/** How the house writes to an account, and where; what holds for all until somebody chooses. Throws `record.notFound`. */
export async function workSettingOf(
  r: Reader,
  accountId: string,
): Promise<WorkSetting & { readonly email: string | null }> {
  if (!isId(accountId)) throw new AppError('record.notFound');
  const row = await r.db
    .selectFrom('account')
    .leftJoin('work_setting as setting', (join) =>
      join.onRef('setting.account_id', '=', 'account.id').onRef('setting.tenant_id', '=', 'account.tenant_id'),
    )
    .select(['account.email', 'setting.version', 'setting.digest_weekday', 'setting.reminders'])
    .where('account.tenant_id', '=', r.tenantId)
    .where('account.id', '=', accountId)
    .executeTakeFirst();
  if (!row) throw new AppError('record.notFound');
  const setting =
    row.version === null
      ? usualSetting
      : { version: row.version, digestWeekday: row.digest_weekday, reminders: row.reminders ?? true };
  return { ...setting, email: row.email };
}

export type SaveWorkSetting = Pick<WorkSetting, 'digestWeekday' | 'reminders'> & { readonly expectedVersion: number };

/** Keeps how the house shall write to the one who is signed in. */
export async function saveWorkSetting(
  w: Writer<'work.arrange'>,
  actor: Actor,
  { expectedVersion, digestWeekday, reminders }: SaveWorkSetting,
): Promise<void> {
  const accountId = ownAccount(w, actor);
  const found = await workSettingOf(w, accountId);
  expectVersion(found, expectedVersion, { digestWeekday, reminders });
  refuseProblems(settingProblems({ digestWeekday }));
  const row = { digest_weekday: digestWeekday, reminders, version: found.version + 1 };
  await w.db
    .insertInto('work_setting')
    .values({ tenant_id: w.tenantId, account_id: accountId, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'account_id']).doUpdateSet(row))
    .execute();
  await w.log({ noun: 'account', recordId: accountId, summary: 'workSetting', after: { digestWeekday, reminders } });
}
