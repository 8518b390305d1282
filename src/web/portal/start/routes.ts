import { type PortalRoute, portalRoute } from '../portal-route.ts';
import { authoritiesPage } from './authorities-page.ts';
import { robotsFile } from './robots-file.ts';
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
    path: '/oppet/robots.txt',
    about:
      'Vad sökmotorer får läsa, och var förteckningarna över det publicerade ligger. Svarar också på `/robots.txt`.',
    sample: {},
    alwaysAsked: true,
    handler: robotsFile,
  }),
  portalRoute({
    path: '/oppet/:authority',
    about: 'Startsidan i en myndighets öppna portal: sökning, det senaste och kommande sammanträden.',
    sample: {},
    handler: startPage,
  }),
];
