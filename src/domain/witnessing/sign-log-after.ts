import { signLogHeadTask } from '../../kernel/sign-log-head-task.ts';
import type { Writer } from '../../storage/database.ts';

/** Has the log signed and handed to the witnesses as soon as this transaction is committed. */
export async function signLogAfter(w: Writer): Promise<void> {
  await w.addJob(signLogHeadTask, {}, `${signLogHeadTask}:${w.tenantId}`);
}
