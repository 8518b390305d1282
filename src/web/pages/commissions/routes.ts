import type { Route } from '../../route.ts';
import { connectRoutes } from '../connections/connect-routes.ts';
import { commissionRoutes as ofCommissions } from './commission-routes.ts';
import { commissionCrumbs, commissionsPath } from './commission-view.ts';
import { moneyRoutes } from './money-routes.ts';

/** Commissions, the funds that pay them, and the sums. Fixed words come before ids, because the first route that fits answers. */
export const commissionRoutes: readonly Route[] = [
  ...ofCommissions,
  ...moneyRoutes,
  ...connectRoutes({
    noun: 'commission',
    own: `${commissionsPath}/:id`,
    policy: 'commission.edit',
    called: 'en beställning',
    crumbs: (ctx) => commissionCrumbs(ctx),
  }),
];
