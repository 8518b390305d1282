import type { RateClass } from '../route.ts';

/** A bucket of calls: so many at once, and so many more each minute. */
export type Rate = { readonly burst: number; readonly perMinute: number };

/** A person who works fast stays far below; a program that guesses passwords or floods the server does not. */
export const standardRates: Readonly<Record<RateClass, Rate>> = {
  page: { burst: 300, perMinute: 1200 },
  write: { burst: 60, perMinute: 180 },
  signIn: { burst: 10, perMinute: 2 },
  upload: { burst: 20, perMinute: 20 },
  // A hall behind one wireless network is one address: four hundred people who open, answer and are thanked make 1200 calls in a minute. It is still
  // bounded, and codes of 49 bits are not tried through at this rate in the life of anybody.
  ballot: { burst: 2000, perMinute: 3000 },
};

export type RateLimit = {
  /** Takes one call out of the bucket of a caller; answers the seconds to wait when it is empty, otherwise 0. */
  readonly take: (rateClass: RateClass, caller: string) => number;
};

const manyBuckets = 20_000;

/**
 * Counts calls in the memory of this process. The key is the account, or the address of the connection before sign-in, never anything that
 * the caller can write in the request.
 */
export function rateLimit(now: () => number, rates: Readonly<Record<RateClass, Rate>> = standardRates): RateLimit {
  const buckets = new Map<string, { level: number; at: number }>();
  return {
    take: (rateClass, caller) => {
      const { burst, perMinute } = rates[rateClass];
      const key = `${rateClass} ${caller}`;
      const time = now();
      const bucket = buckets.get(key) ?? { level: burst, at: time };
      const level = Math.min(burst, bucket.level + (Math.max(0, time - bucket.at) / 60_000) * perMinute);
      const allowed = level >= 1;
      buckets.delete(key);
      buckets.set(key, { level: allowed ? level - 1 : level, at: time });
      if (buckets.size > manyBuckets)
        for (const [oldest] of buckets.entries().take(manyBuckets / 4)) buckets.delete(oldest);
      return allowed ? 0 : Math.ceil(((1 - level) / perMinute) * 60);
    },
  };
}
