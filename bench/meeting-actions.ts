import { type MeetingsBench, openMeetingsBench } from '../test/support/bench-meetings.ts';
import { type Act, conductMeeting } from './meeting/conduct-meeting.ts';
import { type BenchResult, quantile } from './result.ts';

export const title = 'What a secretary does with a meeting, after a hundred and after ten thousand meetings';

const small = 100;
const large = 10_000;
const warmUp = 3;

/**
 * Meetings are run from the roll call to the notice board through the pages' own addresses, side by side in two authorities that differ in nothing
 * but their history. Each act is done in the one and at once in the other, in turns which first, so that what else the machine does falls on both.
 * What is wanted is that an act after ten thousand meetings has at most 1.3 times the p99 that it has after a hundred.
 */
export async function run(rounds = 40): Promise<readonly BenchResult[]> {
  const few = await openMeetingsBench(small);
  const many = await openMeetingsBench(large);
  try {
    const times = new Map<string, Pair[]>();
    for (let round = 0; round < warmUp + rounds; round += 1) {
      const pairs = await sideBySide(few, many, round);
      if (round >= warmUp) for (const pair of pairs) times.set(pair.name, [...(times.get(pair.name) ?? []), pair]);
    }
    return [...times].map(([name, pairs]) => compared(name, pairs));
  } finally {
    await few.close();
    await many.close();
  }
}

type Pair = { readonly name: string; readonly few: number; readonly many: number };

async function sideBySide(few: MeetingsBench, many: MeetingsBench, round: number): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  const [inFew, inMany] = [conductMeeting(few, round), conductMeeting(many, round)];
  for (let step = 0; ; step += 1) {
    const [one, other] = [await inFew.next(), await inMany.next()];
    if (one.done || other.done) return pairs;
    if (one.value.name !== other.value.name) throw new Error(`${one.value.name} stands beside ${other.value.name}.`);
    const manyFirst = (round + step) % 2 === 0;
    const first = await timeOf(manyFirst ? other.value : one.value);
    const second = await timeOf(manyFirst ? one.value : other.value);
    pairs.push({ name: one.value.name, few: manyFirst ? second : first, many: manyFirst ? first : second });
  }
}

async function timeOf({ name, status, send }: Act): Promise<number> {
  const started = performance.now();
  const response = await send();
  const text = await response.text();
  const time = performance.now() - started;
  if (response.status !== status) throw new Error(`"${name}" answered ${response.status}:\n${text.slice(0, 3000)}`);
  return time;
}

/** The one in a hundred says nothing of fewer than a hundred: what is done once in a meeting is compared by the one in ten. */
function compared(name: string, pairs: readonly Pair[]): BenchResult {
  const [few, many] = [pairs.map((pair) => pair.few), pairs.map((pair) => pair.many)];
  const [share, called] = pairs.length >= 100 ? [0.99, 'p99'] : [0.9, 'p90'];
  const [slowFew, slowMany] = [quantile(few, share), quantile(many, share)];
  const [middleFew, middleMany] = [quantile(few, 0.5), quantile(many, 0.5)];
  return {
    name: `${name}, ${called}`,
    value: slowMany,
    unit: 'ms',
    against: 'at 100',
    ratio: slowMany / slowFew,
    note: `p50 ${middleMany.toFixed(1)} ms (${(middleMany / middleFew).toFixed(2)} ×), ${pairs.length} of each`,
  };
}
