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

/** Where a walk begins and how long it goes on. */
export type WalkOptions = {
  readonly from?: readonly string[];
  /** How many addresses of one route are followed: enough to meet records of different kinds and states, few enough to end. */
  readonly enough?: (path: string) => number;
  /** Whether what was met will do; asked after each page. Unless told, the walk goes on until nothing new is found. */
  readonly until?: (met: ReadonlyMap<Route, readonly string[]>) => boolean;
};

/**
 * Walks from the start page along the links that a visitor is shown, as a reader would. A link to a route that was met seldom goes before one to a
 * route that was met often, so that a walk that ends early has met as many different pages as it could.
 */
export async function followLinks(
  visitor: Visitor,
  routes: readonly Route[],
  { from = ['/'], enough = () => 4, until = () => false }: WalkOptions = {},
): Promise<FoundLinks> {
  const patterns = routes
    .filter(({ method }) => method === 'GET')
    .map((route) => ({ route, pattern: patternOf(route.path) }));
  const met = new Map<Route, string[]>();
  const shown = new Map<Route, string[]>();
  const broken: string[] = [];
  const waiting = new Map<Route | undefined, Link[]>();
  const seen = new Set<string>();
  const see = (path: string, on: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    const route = patterns.find(({ pattern }) => pattern.test(path.split('?')[0]!))?.route;
    waiting.set(route, [...(waiting.get(route) ?? []), { path, on, route }]);
  };
  const seldomest = (): Link | undefined => {
    let first: Link | undefined;
    let fewest = Number.POSITIVE_INFINITY;
    for (const [route, [link]] of waiting) {
      const times = (route && met.get(route)?.length) ?? 0;
      if (!link || (route && times >= enough(route.path)) || times >= fewest) continue;
      first = link;
      fewest = times;
    }
    waiting.get(first?.route)?.shift();
    return first;
  };
  for (const path of from) see(path, 'the start of the walk');
  for (let next = seldomest(); next && !until(met); next = seldomest()) {
    const { path, on, route } = next;
    if (route) met.set(route, [...(met.get(route) ?? []), path]);
    const response = await visitor.get(path);
    if (response.status >= 400) broken.push(`${path} answered ${response.status}; it is linked on ${on}`);
    const target = response.headers.get('location');
    if (target) see(target, path);
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
    const isSaved = response.headers.get('content-disposition')?.startsWith('attachment') ?? false;
    if (route && response.status === 200 && !isSaved) shown.set(route, [...(shown.get(route) ?? []), path]);
    for (const link of linksOf(await response.text())) see(link, path);
  }
  return { met, shown, broken };
}

/** A link that waits to be followed, the page it stands on, and the route that answers it; undefined when none does. */
type Link = { readonly path: string; readonly on: string; readonly route: Route | undefined };

/** The addresses of our own that a page links to, without the place on the page. */
function linksOf(html: string): readonly string[] {
  return [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', String.raw`\.`).replace(/:\w+/g, '[^/]+')}$`);
}
