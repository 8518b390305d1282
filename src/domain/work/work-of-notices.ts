import { civilDateIn } from '../../kernel/civil-date.ts';
import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import { listNotices } from '../notices/index.ts';
import type { WorkFinding } from './work.ts';
import { mayAnywhere, type WorkReading, type WorkSource } from './work-source.ts';

/** Entries whose time of appeal cannot be counted, because they were or are not seen on their board: the clock stands until somebody acts (KL 13:5). */
export const workOfNotices: WorkSource = async (scope) =>
  mayAnywhere(scope, 'notice.post') ? await scope.once(broken) : [];

async function broken(r: Reader, { today }: WorkReading): Promise<readonly WorkFinding[]> {
  const notices = await listNotices(r, { states: ['posted', 'hidden'], interrupted: true });
  return notices.map((one) => ({
    kind: 'mendNotice',
    recordId: one.id,
    href: recordAddress('boardNotice', one.id) as `/${string}`,
    title: `${one.title} kan inte räknas`,
    body: one.body,
    // Each day that it waits is a day by which the decision becomes final later.
    dueOn: one.watch.provenUntil ? civilDateIn(one.watch.provenUntil) : today,
  }));
}
