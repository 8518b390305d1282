import type { Route } from '../../route.ts';
import { commissionRoutes as ofCommissions } from './commission-routes.ts';
import { moneyRoutes } from './money-routes.ts';

/** Commissions, the funds that pay them, and the sums. Fixed words come before ids, because the first route that fits answers. */
export const commissionRoutes: readonly Route[] = [...ofCommissions, ...moneyRoutes];
