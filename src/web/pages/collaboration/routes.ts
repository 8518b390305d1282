import * as z from 'zod';
import { sourcesOf } from '../../../domain/matters/index.ts';
import type { Reader } from '../../contracts.ts';
import { idField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { readConnections } from '../connections/connected-facts.ts';
import { collaborationPaths } from './collaboration-tabs.ts';
import { groupRoutes } from './group-routes.ts';
import { principalRoutes } from './principal-routes.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });

/** What a record of the joint work belongs with and where it was read. */
async function beside(r: Reader, noun: string, id: string) {
  return {
    connections: (await readConnections(r, [id])).get(id) ?? [],
    sources: await sourcesOf(r, noun, id),
  };
}

/** The groups and principals, and deliverables: a list of each, and one of each. */
export const collaborationRoutes: readonly Route[] = [...groupRoutes, ...principalRoutes];
