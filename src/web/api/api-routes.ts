import { type Action, neverByToken } from '../../domain/access/index.ts';
import type { Route } from '../route.ts';

/** A route that a program may call: what it does is an action, so that the key can be asked whether it was handed it. */
export type ApiRoute = Route & { readonly policy: Action };

/**
 * The routes that programs may call: every POST behind an action. Not those that belong to a browser and its person (signing in, the own account, what
 * needs a proof of who sits there just now), and not those that give rights away.
 */
export function apiRoutesOf(routes: readonly Route[]): readonly ApiRoute[] {
  return routes.filter(
    (route): route is ApiRoute =>
      route.method === 'POST' &&
      route.policy !== 'public' &&
      route.policy !== 'signedIn' &&
      route.freshProof === undefined &&
      !neverByToken.includes(route.policy),
  );
}

/** The path under which a program calls a route. */
export function apiPath(route: Pick<Route, 'path'>): `/api/v1/${string}` {
  return `/api/v1${route.path}` as `/api/v1/${string}`;
}
