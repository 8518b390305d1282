import type { Route } from '../../route.ts';
import { boardRoutes } from './board-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { manageRoutes } from './manage-routes.ts';

/** The notice board, open to everybody, and what those who look after it can do. */
export const noticeRoutes: readonly Route[] = [...boardRoutes, ...fileRoutes, ...manageRoutes];
