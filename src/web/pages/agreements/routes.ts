import type { Route } from '../../route.ts';
import { connectRoutes } from '../connections/connect-routes.ts';
import { agreementListRoutes } from './agreement-list-routes.ts';
import { agreementRecordRoutes } from './agreement-routes.ts';
import { partyDecisionRoutes } from './party-decision-routes.ts';
import { partyRoutes } from './party-routes.ts';
import { stepRoutes } from './step-routes.ts';
import { textRoutes } from './text-routes.ts';
import { texts } from './texts.ts';

/** Agreements: the register, one with its parties, texts and plan, and what is done with each. */
export const agreementRoutes: readonly Route[] = [
  ...agreementListRoutes,
  ...agreementRecordRoutes,
  ...partyRoutes,
  ...partyDecisionRoutes,
  ...textRoutes,
  ...stepRoutes,
  ...connectRoutes({
    noun: 'agreement',
    own: '/samverkan/avtal/:id',
    policy: 'agreement.edit',
    called: 'en överenskommelse',
    crumbs: ({ language }) => [
      { text: texts[language].room, href: '/samverkan' },
      { text: texts[language].title, href: '/samverkan' },
    ],
  }),
];
