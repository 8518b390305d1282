import { authorize, operatorOf } from './domain/access/index.ts';
import { eraseDecided, exchangeHeads, type HeadExchange } from './domain/witnessing/index.ts';
import { signLogHeadTask } from './kernel/sign-log-head-task.ts';
import type { Task } from './storage/jobs.ts';
import { listTenants } from './storage/tenant.ts';

/** The name of the work that signs and exchanges the heads of all logs, and when it is done (UTC): seven past each hour. */
export const exchangeHeadsTask = 'exchangeHeads';
export const exchangeHeadsAt = '7 * * * *';

/** The work on the logs: each hour for every authority, and at once for one whose minutes were adjusted or who posted a notice. */
export function logTasks(
  house: Omit<HeadExchange, 'nameOf'>,
  onFault: (text: string) => void,
): Readonly<Record<string, Task>> {
  const exchange = async (tenantId: string) => {
    const tenants = await listTenants(house.db);
    const nameOf = async (id: string) => tenants.find((tenant) => tenant.id === id)?.name ?? id;
    await exchangeHeads({ ...house, nameOf }, authorize(operatorOf(tenantId, 'Kansli'), 'log.read'));
  };
  return {
    [signLogHeadTask]: ({ tenantId }) => exchange(tenantId),
    [exchangeHeadsTask]: async () => {
      await eraseDecided(house.db);
      for (const { id, name } of await listTenants(house.db))
        await exchange(id).catch((error: unknown) =>
          onFault(`The log of ${name} was not signed. ${error instanceof Error ? error.message : error}`),
        );
    },
  };
}
