import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Reader } from '../../storage/database.ts';
import type { Actor } from '../access/index.ts';
import { type Arrangements, arrangementsOf } from './arrangement-reader.ts';
import { byUrgency, mayDo, placeOf, restHolds, type WorkEntry, type WorkFinding, workKey } from './work.ts';
import { type WorkReading, workReading, workScope } from './work-source.ts';
import { workSources } from './work-sources.ts';

/**
 * All that a person has to do on a day, what is late first: what the records ask for and the person may do, with what the person lets rest and what was
 * handed over. The number of queries is the same whatever the register holds; with a reading that others share it is none but the first time.
 */
export async function workOf(
  r: Reader,
  actor: Actor,
  today: CivilDate,
  reading: WorkReading = workReading(r, [actor], today),
): Promise<readonly WorkEntry[]> {
  const found = (await findWork(r, actor, today, reading)).filter((one) => mayDo(actor, one));
  return arrange(found, await arrangementsOf(actor, reading), actor, today);
}

/** What the sources find for an actor, before it is judged who may do what: the night compares it with what was arranged. */
export async function findWork(
  r: Reader,
  actor: Actor,
  today: CivilDate,
  reading: WorkReading = workReading(r, [actor], today),
): Promise<readonly WorkFinding[]> {
  const scope = workScope(actor, reading);
  const found: WorkFinding[] = [];
  for (const source of workSources) found.push(...(await source(scope)));
  return found;
}

/** Findings as the lines of a list, each in its place. A delegation to somebody who may not do the work any more does not hold. */
function arrange(
  found: readonly WorkFinding[],
  { rests, delegations, mayStill }: Arrangements,
  actor: Actor,
  today: CivilDate,
): readonly WorkEntry[] {
  return found
    .map((finding): WorkEntry => {
      const key = workKey(finding);
      const kept = rests.get(key);
      const rest = kept && restHolds(kept, finding, today) ? kept : null;
      const given = delegations.get(key);
      const delegation = given && (given.state === 'returned' || mayStill(given, finding)) ? given : null;
      return {
        ...finding,
        key,
        rest,
        delegation,
        place: placeOf(finding, { rest, delegation }, actor.accountId, today),
        daysLate: finding.dueOn === null ? 0 : Math.max(0, daysBetween(finding.dueOn, today)),
      };
    })
    .toSorted(byUrgency);
}

function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
