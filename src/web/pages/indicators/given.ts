import { getSeries } from '../../../domain/indicators/index.ts';
import type { Reader } from '../../contracts.ts';

/** Fields without those that were left empty. */
export function given<T extends Record<string, unknown>>(fields: T) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** An indicator without its values, for the heads of forms. */
export async function indicatorHead(r: Reader, id: string) {
  return (await getSeries(r, id, { limit: 0 })).indicator;
}
