import { deepEqual, equal } from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { respond, type Visit } from './poll/respondent.ts';
import { type BenchResult, quantile } from './result.ts';

export const title = 'A hall of 400 answers a poll within a minute, from one address';

type Told = { readonly origin: string; readonly code: string };
type Counted = { readonly ballots: number; readonly counts: readonly (readonly number[])[] };

/** How many steps each of the three questions has; who answers as number n takes steps that follow from n, so that the totals are known. */
const steps = [5, 5, 3];
const answersOf = (index: number) => steps.map((count, question) => ((index * (question + 1)) % count) + 1);

/** A page that asks nothing of the register: what the product itself costs while the hall answers. */
const emptyPage = '/logga-in';

/**
 * Four hundred respondents at even times within a minute against a server in a process of its own, each behind the same address; each also opens an empty
 * page. Every answer must be taken and the totals exact, otherwise the bench fails.
 */
export async function run(respondents = 400, seconds = 60): Promise<readonly BenchResult[]> {
  const server = fork(fileURLToPath(new URL('./poll/serve-poll.ts', import.meta.url)), { stdio: 'inherit' });
  try {
    const [{ origin, code }] = (await once(server, 'message')) as [Told];
    await fetch(`${origin}${emptyPage}`);
    const empty: number[] = [];
    const visits = await Promise.all(
      Array.from({ length: respondents }, async (_, index): Promise<Visit> => {
        await wait(((index + 0.5) / respondents) * seconds * 1000);
        const visit = await respond(origin, code, answersOf(index));
        const started = performance.now();
        await (await fetch(`${origin}${emptyPage}`)).text();
        empty.push(performance.now() - started);
        return visit;
      }),
    );
    server.send('close');
    const [counted] = (await once(server, 'message')) as [Counted];
    deepEqual(
      visits.flatMap(({ refused }) => refused),
      [],
      'nobody is refused',
    );
    equal(counted.ballots, respondents, 'every answer is counted once');
    deepEqual(counted.counts, expectedCounts(respondents), 'the totals are exact');
    const figure = (name: string, took: readonly number[]): BenchResult => ({
      name: `${name}, p99`,
      value: quantile(took, 0.99),
      unit: 'ms',
      against: 'an empty page',
      ratio: quantile(took, 0.99) / quantile(empty, 0.99),
      note: `p50 ${quantile(took, 0.5).toFixed(1)} ms; ${took.length} in ${seconds} s, totals exact, nobody refused`,
    });
    return [
      figure(
        'answering',
        visits.map(({ answer }) => answer),
      ),
      figure(
        'opening the form',
        visits.map(({ form }) => form),
      ),
      figure('an empty page in the same minute', empty),
    ];
  } finally {
    if (server.connected) server.kill();
  }
}

function expectedCounts(respondents: number): readonly (readonly number[])[] {
  return steps.map((count, question) =>
    Array.from(
      { length: count },
      (_, step) =>
        Array.from({ length: respondents }, (_one, index) => answersOf(index)[question]).filter(
          (answer) => answer === step + 1,
        ).length,
    ),
  );
}
