import { isOwnMachine } from './config.ts';
import type { KoladaAsk } from './domain/indicators/index.ts';
import { AppError } from './kernel/errors.ts';

/** How long Kolada may take over one page, and how much and how many pages it may send, before the answer is left unread. */
const limits = { milliseconds: 20_000, bytes: 8_000_000, pages: 20 } as const;

type Limits = { readonly [Name in keyof typeof limits]: number };

/** Fetches an answer of Kolada as one file, with the names of its municipalities in it. */
export type FetchKolada = (ask: KoladaAsk) => Promise<Uint8Array>;

/**
 * The way to Kolada (API version 3) where the installation has an address for it; undefined, and nothing is ever fetched, where it has none. Only that
 * address is asked: a redirect is refused, and so is a next page somewhere else.
 */
export function openKolada(base: string | undefined, most: Limits = limits): FetchKolada | undefined {
  if (base === undefined) return undefined;
  const own = new URL(`${base}/`);
  if (own.protocol !== 'https:' && !isOwnMachine(own.hostname))
    throw new Error('KANSLI_KOLADA_URL ska börja med https://, till exempel https://api.kolada.se/v3.');
  return async ({ keyFigures, municipalities, years }) => {
    try {
      const part = [
        ['kpi', keyFigures],
        ['municipality', municipalities],
        ['year', years],
      ] as const;
      const path = part.map(([name, codes]) => `${name}/${codes.map(encodeURIComponent).join(',')}`).join('/');
      const values = await pagesOf(own, `data/${path}`, most);
      const asked = new Set<unknown>(municipalities);
      const named = (await pagesOf(own, 'municipality?per_page=5000', most)).filter(
        (one) => typeof one === 'object' && one !== null && asked.has((one as { readonly id?: unknown }).id),
      );
      return new TextEncoder().encode(JSON.stringify({ values, municipalities: named }));
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError('indicators.koladaFailed', {}, error);
    }
  };
}

/** All values of an answer, page after page. */
async function pagesOf(own: URL, path: string, most: Limits): Promise<readonly unknown[]> {
  const values: unknown[] = [];
  let next: string | null = new URL(path, own).href;
  let bytes = 0;
  for (let page = 0; next !== null; page += 1) {
    if (page === most.pages || !next.startsWith(own.href)) throw new AppError('indicators.koladaFailed');
    const answer = await fetch(next, {
      redirect: 'error',
      signal: AbortSignal.timeout(most.milliseconds),
      headers: { accept: 'application/json' },
    });
    if (!answer.ok || !answer.body) throw new AppError('indicators.koladaFailed');
    const parts: Uint8Array[] = [];
    for await (const part of answer.body) {
      bytes += part.byteLength;
      if (bytes > most.bytes) throw new AppError('indicators.koladaFailed');
      parts.push(part);
    }
    const read = JSON.parse(Buffer.concat(parts).toString('utf8')) as {
      readonly values?: unknown;
      readonly next_url?: unknown;
    };
    if (!Array.isArray(read.values)) throw new AppError('indicators.koladaFailed');
    values.push(...read.values);
    next = typeof read.next_url === 'string' && read.next_url !== '' ? read.next_url : null;
  }
  return values;
}
