import { createHash } from 'node:crypto';
import { latestChange } from '../../domain/published/index.ts';
import type { PortalContext, PortalServices, PublicReader } from './portal-context.ts';

/** An answer as it was sent: what a second reader is given without asking the database again. */
export type ShelvedAnswer = {
  readonly status: 200;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  packed?: Buffer;
};

/**
 * The newest answers of the portal by address and language. They hold as long as nothing has been published, changed or withdrawn by the authority;
 * that is asked at most once a second.
 */
export type Shelf = {
  /** What an answer at this address is called now; it changes when anything of the authority does. */
  readonly markOf: (ctx: PortalContext) => Promise<string>;
  readonly find: (mark: string) => ShelvedAnswer | undefined;
  readonly put: (mark: string, answer: ShelvedAnswer) => void;
  /** What was counted of everything that an authority has published, until something is published. */
  readonly remember: <T>(tenantId: string, name: string, count: (r: PublicReader) => Promise<T>) => Promise<T>;
};

const widest = 16 * 1024 * 1024;
const largestAnswer = 256 * 1024;

export function openShelf({ runtime, readPublic }: PortalServices, freshFor: number): Shelf {
  const answers = new Map<string, ShelvedAnswer>();
  const changes = new Map<string, { readonly change: string; readonly at: number }>();
  const counted = new Map<string, { readonly change: string; readonly value: Promise<unknown> }>();
  let held = 0;

  async function changeOf(tenantId: string): Promise<string> {
    const now = performance.now();
    const kept = changes.get(tenantId);
    if (kept && now - kept.at < freshFor) return kept.change;
    const change = await readPublic((r) => latestChange(r, { tenantId }));
    changes.set(tenantId, { change, at: now });
    return change;
  }

  const weight = ({ bytes, packed }: ShelvedAnswer) => bytes.length + (packed?.length ?? 0) + 512;
  return {
    markOf: async ({ authority, url, language, site }) => {
      const change = authority ? await changeOf(authority.tenantId) : 'none';
      const parts = [authority?.tenantId, change, site.version, runtime.today(), language, url.pathname, url.search];
      return createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 27);
    },
    remember: async <T>(tenantId: string, name: string, count: (r: PublicReader) => Promise<T>) => {
      const change = await changeOf(tenantId);
      const key = `${tenantId} ${name}`;
      const kept = counted.get(key);
      if (kept?.change === change) return (await kept.value) as T;
      const value = readPublic(count);
      counted.set(key, { change, value });
      value.catch(() => counted.delete(key));
      return await value;
    },
    find: (mark) => answers.get(mark),
    put: (mark, answer) => {
      if (answer.bytes.length > largestAnswer || answers.has(mark)) return;
      answers.set(mark, answer);
      held += weight(answer);
      for (const [oldest, other] of answers) {
        if (held <= widest) break;
        answers.delete(oldest);
        held -= weight(other);
      }
    },
  };
}
