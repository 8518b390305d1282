import { type MeetingsBench, openMeetingsBench } from '../test/support/bench-meetings.ts';
import { type Act, conductMeeting } from './meeting/conduct-meeting.ts';
import { type BenchResult, quantile } from './result.ts';

export const title = 'What a secretary does with a meeting, after a hundred and after ten thousand meetings';

/** Two authorities with the same short history: how far apart they come is what the machine alone does to a ratio. */
const histories = { few: 100, twin: 100, many: 10_000 } as const;
type Name = keyof typeof histories;
const names = Object.keys(histories) as readonly Name[];
const warmUp = 3;

/**
 * Meetings are run from the roll call to the notice board through the pages' own addresses, side by side in authorities that differ in nothing but
 * their history. Each act is done in the one and at once in the others, in turns which first, so that what else the machine does falls on all.
 * Wanted: an act after ten thousand meetings takes at most 1.3 times its p99 after a hundred.
 */
export async function run(rounds = 110): Promise<readonly BenchResult[]> {
  const benches = new Map<Name, MeetingsBench>();
  try {
    for (const name of names) benches.set(name, await openMeetingsBench(histories[name]));
    const times = new Map<string, Timed[]>();
    for (let round = 0; round < warmUp + rounds; round += 1) {
      const acts = await sideBySide(benches, round);
      if (round >= warmUp) for (const { act, took } of acts) times.set(act, [...(times.get(act) ?? []), took]);
    }
    return [...times].map(([act, took]) => compared(act, took));
  } finally {
    for (const bench of benches.values()) await bench.close();
  }
}

/** The milliseconds of one act in each authority. */
type Timed = Readonly<Record<Name, number>>;

async function sideBySide(
  benches: ReadonlyMap<Name, MeetingsBench>,
  round: number,
): Promise<readonly { readonly act: string; readonly took: Timed }[]> {
  const done: { readonly act: string; readonly took: Timed }[] = [];
  const meetings = names.map((name) => ({ name, acts: conductMeeting(benches.get(name)!, round) }));
  for (let step = 0; ; step += 1) {
    const next: { readonly name: Name; readonly act: Act }[] = [];
    for (const { name, acts } of meetings) {
      const { value } = await acts.next();
      if (value) next.push({ name, act: value });
    }
    const [first] = next;
    if (first === undefined) return done;
    if (next.some(({ act }) => act.name !== first.act.name))
      throw new Error(`The meetings went apart at "${first.act.name}".`);
    const took: Partial<Record<Name, number>> = {};
    const turn = (round + step) % next.length;
    for (const { name, act } of [...next.slice(turn), ...next.slice(0, turn)]) took[name] = await timeOf(act);
    done.push({ act: first.act.name, took: took as Timed });
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
function compared(act: string, took: readonly Timed[]): BenchResult {
  const [share, called] = took.length >= 100 ? [0.99, 'p99'] : [0.9, 'p90'];
  const at = (name: Name, part: number) =>
    quantile(
      took.map((one) => one[name]),
      part,
    );
  const [few, twin, many] = [at('few', share), at('twin', share), at('many', share)];
  const middle = at('many', 0.5);
  return {
    name: `${act}, ${called}`,
    value: many,
    unit: 'ms',
    against: 'at 100',
    ratio: many / few,
    note: `100 against 100: ${(twin / few).toFixed(2)} ×; p50 ${middle.toFixed(1)} ms, ${(middle / at('few', 0.5)).toFixed(2)} ×; ${took.length} of each`,
  };
}
