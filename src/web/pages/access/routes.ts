import type { Route } from '../../route.ts';
import { accountRoutes } from './account-routes.ts';
import { administerRoutes } from './administer-routes.ts';
import { confirmRoutes } from './confirm-routes.ts';
import { inviteRoutes } from './invite-routes.ts';
import { newAccountRoutes } from './new-account-routes.ts';
import { ownAccountRoutes } from './own-account-routes.ts';
import { protectionRoutes } from './protection-routes.ts';
import { providerRoutes } from './provider-routes.ts';
import type { DemoLogins } from './sign-in-page.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { standInRoutes } from './stand-in-routes.ts';

/** Coming in, showing who one is, keeping the own account, and administering those of others. */
export function accessRoutes(demoLogins: DemoLogins): readonly Route[] {
  return [
    ...inviteRoutes,
    ...accountRoutes,
    ...newAccountRoutes,
    ...administerRoutes,
    ...signInRoutes(demoLogins),
    ...providerRoutes,
    ...confirmRoutes,
    ...ownAccountRoutes,
    ...protectionRoutes,
    ...standInRoutes,
  ];
}
