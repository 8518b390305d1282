/** The cells of the matrix: who asks for what, what the decision says, and what the product did. */
import { type Route, samplePath } from '../../../src/web/route.ts';
import { filled, routeOf, walk } from '../crawl.ts';
import { decided } from './decision-table.ts';
import { type Asking, type MatrixWorld, type Relation, relations, type Seen } from './matrix-world.ts';
import { type Letter, letters, matrixPrincipals } from './principals.ts';
import { secretWord } from './secret-levels.ts';

export type Place = { readonly path: string; readonly fields: Readonly<Record<string, string>> };

/** Where a route can be asked: addresses of real records in different states, and for forms what would stand in them. */
export type Target = {
  readonly route: Route;
  readonly places: readonly Place[];
  /** Whether the places were reached by links; else they are the sample of the route, which names no real record. */
  readonly real: boolean;
};

/** The places of every route, as the operator finds them, to whom every link and form is shown. */
export async function targetsOf(
  world: MatrixWorld,
  routes: readonly Route[],
  perRoute: number,
): Promise<readonly Target[]> {
  const { pages, forms } = await walk(world.visitor({ letter: 'O', relation: 'own' }), routes, perRoute);
  const byRoute = new Map<Route, Map<string, Readonly<Record<string, string>>>>();
  const add = (route: Route | undefined, path: string, fields: Readonly<Record<string, string>>) => {
    if (!route) return;
    const places = byRoute.get(route) ?? new Map();
    if (!places.has(path) && places.size < perRoute) places.set(path, fields);
    byRoute.set(route, places);
  };
  for (const path of pages.keys()) add(routeOf(routes, 'GET', path), path, {});
  for (const form of forms) add(form.route, form.action, plainWords(filled(form, () => undefined)));
  return routes.map((route) => {
    const places = [...(byRoute.get(route) ?? [])].map(([path, fields]) => ({ path, fields }));
    return places.length > 0 ? { route, places, real: true } : { route, places: [samplePlace(route)], real: false };
  });
}

/** The values of a form without the words of secret texts: what somebody types is shown to them again, whoever they are. */
function plainWords(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value.includes(secretWord) ? 'Ord' : value]),
  );
}

/** What should happen in a cell: let in, told that one may not, sent to sign in, or told that there is no such record. */
export type Outcome = 'in' | 'refused' | 'signIn' | 'absent';

export function expectedOutcome({ route }: Target, { letter, relation }: Asking): Outcome {
  if (route.policy !== 'public' && matrixPrincipals[letter].role === null) return 'signIn';
  if (!decided(route.policy, letter)) return 'refused';
  // Another authority has no such record; what is public is shown to anybody, and a page without an id shows one's own.
  return relation !== 'own' && route.policy !== 'public' && namesRecord(route) ? 'absent' : 'in';
}

/** Whether the address of a route names a record of the authority, not a code or a kind. */
export function namesRecord({ path, sample }: Route): boolean {
  return [...path.matchAll(/:(\w+)/g)].some(([, name]) => uuid.test(sample.params?.[name!] ?? ''));
}
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What is wrong with an answer; undefined when nothing is. */
export function fault(target: Target, who: Asking, seen: Seen): string | undefined {
  const { route } = target;
  const want = expectedOutcome(target, who);
  const got = outcomeOf(seen);
  if (seen.status === 500) return `a bug page. ${seen.fault ?? ''}`;
  // A form of nobody carries no proof of a session, so it is refused before anybody asks who sends it.
  if (want === 'signIn' && route.method === 'POST' && got === 'refused') return undefined;
  if (want === 'absent') {
    if (seen.done) return 'a verb was carried out on a record of another authority';
    // A form can also be refused for what stands in it, before its record is looked for.
    return got === 'absent' || (route.method === 'POST' && seen.status >= 400)
      ? undefined
      : `${got} (${seen.status}), not absent`;
  }
  if (want !== 'in' && (seen.looked || seen.done)) return 'a record was looked at before the question was answered';
  // The record of a sample is in no register, and a step that a record's state does not allow is refused by its own code.
  const fits = want === 'in' ? got !== 'refused' && got !== 'signIn' : got === want;
  return fits || (want === 'in' && ruleSaidNo(seen)) ? undefined : `${got} (${seen.status}), the decision says ${want}`;
}

/** Whether somebody was let in and then told no by a rule of the noun, about this record, with a page that says which. */
function ruleSaidNo({ status, looked }: Seen): boolean {
  return status === 403 && looked;
}

function outcomeOf({ status, location }: Seen): Outcome {
  if (status === 401 || (status === 303 && location?.startsWith('/logga-in?till='))) return 'signIn';
  if (status === 403) return 'refused';
  return status === 404 || status === 410 ? 'absent' : 'in';
}

/**
 * Which cells are asked: every place × everybody × every home in the long suite. Else every refusal and every other authority, and of those who are let
 * in some at a real record in turn, so that each route, each principal and each state is met, and the others at an address that is no record's.
 */
export function* cellsOf(
  targets: readonly Target[],
  whole: boolean,
): Generator<{ readonly target: Target; readonly place: Place; readonly who: Asking }> {
  for (const [row, target] of targets.entries())
    for (const [column, letter] of letters.entries())
      for (const relation of relationsFor(target, letter, row + column, whole))
        for (const place of whole ? target.places : [placeFor(target, { letter, relation }, row, column)])
          yield { target, place, who: { letter, relation } };
}

function placeFor(target: Target, who: Asking, row: number, column: number): Place {
  const turn = (row + column) % (isFile(target.route) ? letters.length : 5);
  const real = expectedOutcome(target, who) !== 'in' || turn === 0;
  return real ? target.places[(row + column) % target.places.length]! : samplePlace(target.route);
}

/** Documents, packages and pictures take a hundred times the work of a page, and stand behind the same questions. */
function isFile({ path }: Route): boolean {
  return /\.(pdf|docx|xlsx|png|zip)$|paket|\/sidor?\/|:format/.test(path);
}

/** An address that is right in shape and names no record. */
export function samplePlace(route: Route): Place {
  return { path: samplePath(route), fields: { ...route.sample.form } };
}

function relationsFor(target: Target, letter: Letter, turn: number, whole: boolean): readonly Relation[] {
  const inside = matrixPrincipals[letter].role !== null && decided(target.route.policy, letter);
  if (!inside || target.route.policy === 'public') return ['own'];
  if (whole) return relations;
  return namesRecord(target.route) ? ['own', relations[1 + (turn % 2)]!] : ['own'];
}
