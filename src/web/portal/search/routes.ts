import * as z from 'zod';
import { optionalId, optionalText, optionalWholeNumber } from '../../input.ts';
import { type PortalRoute, portalRoute } from '../portal-route.ts';
import { searchPage } from './search-page.ts';

/** The search of the portal. */
export const searchRoutes: readonly PortalRoute[] = [
  portalRoute({
    path: '/oppet/:authority/sok',
    about: 'Sök bland allt som är publicerat.',
    input: {
      query: z.object({
        q: optionalText({ maximum: 200 }),
        slag: optionalText({ maximum: 30 }),
        ar: optionalWholeNumber({ minimum: 1800, maximum: 2200 }),
        organ: optionalId(),
        lage: optionalText({ maximum: 40 }),
        efter: optionalText({ maximum: 80 }),
      }),
    },
    sample: { query: { q: 'avtal' } },
    handler: (ctx) => searchPage(ctx as never),
  }),
];
