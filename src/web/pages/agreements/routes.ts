import type { Route } from '../../route.ts';
import { agreementListRoutes } from './agreement-list-routes.ts';
import { agreementRecordRoutes } from './agreement-routes.ts';
import { partyDecisionRoutes } from './party-decision-routes.ts';
import { partyRoutes } from './party-routes.ts';
import { stepRoutes } from './step-routes.ts';
import { textRoutes } from './text-routes.ts';

/** Agreements: the register, one with its parties, texts and plan, and what is done with each. */
export const agreementRoutes: readonly Route[] = [
  ...agreementListRoutes,
  ...agreementRecordRoutes,
  ...partyRoutes,
  ...partyDecisionRoutes,
  ...textRoutes,
  ...stepRoutes,
];
