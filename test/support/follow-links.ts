import type { Route } from '../../src/web/route.ts';
import type { Visitor } from './demo-site.ts';

/** What a walk through the links of the site found. */
export type FoundLinks = {
  /** For each route the addresses under which it was met. */
  readonly met: ReadonlyMap<Route, readonly string[]>;
  /** Those of them that answered with a page to look at: no file, no redirect, no refusal. */
  readonly shown: ReadonlyMap<Route, readonly string[]>;
  readonly broken: readonly string[];
};

/**
 * Walks from the start page along every link that a visitor is shown, as a reader would, until nothing new is found. `enough` is how many addresses
 * of one route are followed: enough to meet records of different kinds and states, few enough to end.
 */
export async function followLinks(
  visitor: Visitor,
  routes: readonly Route[],
  from: readonly string[] = ['/'],
  enough: (path: string) => number = () => 4,
): Promise<FoundLinks> {
  const patterns = routes
    .filter(({ method }) => method === 'GET')
    .map((route) => ({ route, pattern: patternOf(route.path) }));
  const met = new Map<Route, string[]>();
  const shown = new Map<Route, string[]>();
  const broken: string[] = [];
  const queue = from.map((path) => ({ path, on: 'the start of the walk' }));
  const seen = new Set<string>();
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { path, on } = next;
    if (seen.has(path)) continue;
    seen.add(path);
    const route = patterns.find(({ pattern }) => pattern.test(path.split('?')[0]!))?.route;
    if (route) {
      const known = met.get(route) ?? [];
      if (known.length >= enough(route.path)) continue;
      met.set(route, [...known, path]);
    }
    const response = await visitor.get(path);
    if (response.status >= 400) broken.push(`${path} answered ${response.status}; it is linked on ${on}`);
    const target = response.headers.get('location');
    if (target) queue.push({ path: target, on: path });
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
    const isSaved = response.headers.get('content-disposition')?.startsWith('attachment') ?? false;
    if (route && response.status === 200 && !isSaved) shown.set(route, [...(shown.get(route) ?? []), path]);
    for (const link of linksOf(await response.text())) queue.push({ path: link, on: path });
  }
  return { met, shown, broken };
}

/** The addresses of our own that a page links to, without the place on the page. */
function linksOf(html: string): readonly string[] {
  return [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', String.raw`\.`).replace(/:\w+/g, '[^/]+')}$`);
}
