import { randomUUID } from 'node:crypto';
import type { Config } from '../../src/config.ts';
import type { Context } from '../../src/context.ts';
import { publishedNounNames, publishedNouns } from '../../src/domain/published/index.ts';
import { portalServices } from '../../src/open-portal.ts';
import { portalApp } from '../../src/web/portal/portal-app.ts';
import { portalRoutes } from '../../src/web/portal/portal-routes.ts';
import { aPublishedThread, publishAll, treeOf } from './build-published.ts';
import { openTestDatabase } from './database.ts';
import { isLongRun } from './long-run.ts';

export type PortalAnswer = {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers: Headers;
};

export type HostilePortal = {
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** What every address answered that the registry or a link leads to. */
  readonly answers: readonly PortalAnswer[];
  /** Each address with a parameter, with something in its place that climbs out of a folder. */
  readonly climbs: readonly string[];
  readonly close: () => Promise<void>;
};

/** Ways out of a folder, as they are written in addresses. */
export const climbs = [
  '..%2f..%2f..%2fpackage.json',
  '....%2f%2fpackage.json',
  '..%5c..%5cpackage.json',
  '%2e%2e%2fpackage.json',
  '%252e%252e%252fpackage.json',
  '%2fetc%2fpasswd',
  'file:%2f%2f%2fetc%2fpasswd',
  '%00',
  'a%00.svg',
  '%E0%A4%A',
  '__proto__',
  'constructor',
  `${'x'.repeat(3_000)}`,
] as const;

const shapes = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|\d{4}-\d\d-\d\dT?.*|https?:.*)$/;
/** Names of fields that hold a code of a table, which no person writes. */
const codes = new Set([
  'noun',
  'state',
  'status',
  'kind',
  'direction',
  'relation',
  'mediaType',
  'language',
  'answerType',
  'number',
  'year',
  'size',
]);

/** The same value with every text that a person wrote replaced by the next hostile one. */
function spoilt<T>(value: T, next: () => string, name = ''): T {
  if (typeof value === 'string')
    return (codes.has(name) || value === '' || shapes.test(value) || name === 'anchor' ? value : next()) as T;
  if (Array.isArray(value)) return value.map((one) => spoilt(one, next, name)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoilt(inner, next, key)])) as T;
}

/** A portal on which everything that can be published is written by somebody who means harm, walked from end to end. */
export async function openHostilePortal(texts: readonly string[]): Promise<HostilePortal> {
  const world = await openTestDatabase();
  const { db, runtime } = world;
  const words = texts.map((one) => readable(one)).filter((one) => one.trim() !== '');
  let at = 0;
  const next = (): string => words[at++ % words.length]!.trim().slice(0, 300);
  const ids = Array.from({ length: 8 }, () => randomUUID());
  const thread = aPublishedThread(ids).map((record) => ({
    ...spoilt(record, next),
    tree: treeOf(
      next(),
      Array.from({ length: Math.ceil(words.length / 16) }, () => [next(), next()] as const),
    ),
  }));
  await publishAll(world, thread);
  const config = { publicUrl: 'https://kansli.example' } as Config;
  const blobs = { get: async () => new TextEncoder().encode('%PDF-1.7 prov') } as unknown as Context['blobs'];
  const app = portalApp({
    services: portalServices({ runtime, db, blobs, config }),
    site: { version: '0', demo: false },
    routes: portalRoutes,
    rate: { burst: 1e9, perMinute: 1e9 },
    freshFor: 0,
    log: (line) => console.error(line),
  });
  const ask = async (path: string, init: RequestInit = {}) => await app.request(`https://kansli.example${path}`, init);
  return {
    ask,
    answers: await walkPortal(ask),
    climbs: portalRoutes
      .flatMap(({ method, path, sample }) =>
        method === 'POST' ? [] : climbsOf(path, { authority: 'prov', ...sample.params }),
      )
      // Of some thousand a part that meets every address and every climb, because thirteen and five share no factor.
      .filter((_, place) => isLongRun || place % 5 === 0),
    close: world.close,
  };
}

/** Each parameter of an address in turn with each climb in its place, the others as they should be. */
export function climbsOf(path: string, params: Readonly<Record<string, string>>): readonly string[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
  return names.flatMap((spoiltName) =>
    climbs.map((climb) =>
      path.replace(/:(\w+)/g, (_, name: string) =>
        name === spoiltName ? climb : encodeURIComponent(params[name] ?? 'x'),
      ),
    ),
  );
}

async function walkPortal(ask: HostilePortal['ask']): Promise<readonly PortalAnswer[]> {
  const samples = portalRoutes
    .filter(({ method }) => method === 'GET')
    .map(({ path, sample }) =>
      path.replace(/:(\w+)/g, (_, name: string) =>
        encodeURIComponent(({ authority: 'prov', ...sample.params } as Record<string, string>)[name] ?? ''),
      ),
    );
  const lists = publishedNounNames.map((noun) => `/oppet/prov/${publishedNouns[noun].path}`);
  const searches = ['zqx', 'alert', '%3Cscript%3E', '%22%3E%3Cimg%20src%3Dx%20onerror%3Dzqx%3E', '%27)%3B--'].map(
    (words) => `/oppet/prov/sok?q=${words}`,
  );
  const waiting = [...samples, ...lists, ...searches];
  const seen = new Set<string>();
  const answers: PortalAnswer[] = [];
  for (
    let path = waiting.shift();
    path !== undefined && seen.size < (isLongRun ? 1_000 : 120);
    path = waiting.shift()
  ) {
    if (seen.has(path)) continue;
    seen.add(path);
    const response = await ask(path);
    const type = response.headers.get('content-type') ?? '';
    const body = await response.text();
    answers.push({ path, status: response.status, type, body, headers: response.headers });
    for (const [, to] of body.matchAll(
      /(?:href="|"id":"|<loc>|\()(?:https:\/\/kansli\.example)?(\/oppet\/[^"#<)\s]*)/g,
    ))
      waiting.push(to!.replaceAll('&amp;', '&'));
  }
  return answers;
}

/** Text as the door lets it in: what no database text holds is left out there. */
function readable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').toWellFormed();
}
