import { type PortalRoute, portalRoute } from '../portal-route.ts';
import { authoritiesPage } from './authorities-page.ts';
import { startPage } from './start-page.ts';

/** The ways in. */
export const startRoutes: readonly PortalRoute[] = [
  portalRoute({
    path: '/oppet',
    about: 'De myndigheter som publicerar öppna handlingar här.',
    sample: {},
    alwaysAsked: true,
    handler: authoritiesPage,
  }),
  portalRoute({
    path: '/oppet/:authority',
    about: 'Startsidan i en myndighets öppna portal: sökning, det senaste och kommande sammanträden.',
    sample: {},
    handler: startPage,
  }),
];
