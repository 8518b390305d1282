/** How many wrong passwords of a login pass without a wait, and how long a wait grows at most. */
const free = 3;
const longestWait = 8_000;
/** After so long without a wrong one, a login begins afresh. */
const forgottenAfter = 15 * 60_000;
const manyLogins = 20_000;

/** The wait before the next try of a login after so many wrong ones: a second, twice that, and so on up to a bound. */
export function waitAfter(failures: number): number {
  return failures <= free ? 0 : Math.min(longestWait, 1_000 * 2 ** (failures - free - 1));
}

/**
 * Slows guessing down by login, whatever the addresses it comes from. Nobody is ever shut out: who has the right password comes in after the wait however
 * many others guessed, so that no one can lock another out. Counted in the memory of the process, and alike for logins that do not exist.
 */
export function signInDelay(now: () => number): {
  readonly waitFor: (login: string) => number;
  readonly failed: (login: string) => void;
  readonly succeeded: (login: string) => void;
} {
  const counts = new Map<string, { failures: number; at: number }>();
  const keyOf = (login: string) => login.trim().toLowerCase().slice(0, 80);
  const known = (login: string) => {
    const count = counts.get(keyOf(login));
    return count && now() - count.at <= forgottenAfter ? count : undefined;
  };
  return {
    waitFor: (login) => waitAfter(known(login)?.failures ?? 0),
    failed: (login) => {
      const failures = (known(login)?.failures ?? 0) + 1;
      counts.delete(keyOf(login));
      counts.set(keyOf(login), { failures, at: now() });
      if (counts.size > manyLogins) for (const [oldest] of counts.entries().take(manyLogins / 4)) counts.delete(oldest);
    },
    succeeded: (login) => void counts.delete(keyOf(login)),
  };
}
