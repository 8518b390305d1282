import type { Route } from '../../route.ts';
import { assessmentRoutes } from './assessment-routes.ts';
import { pointRoutes } from './point-routes.ts';
import { roundRoutes } from './round-routes.ts';

/** Joint self-assessments: rounds and points have addresses of two parts and come before the assessment, whose address is any id. */
export const selfAssessmentRoutes: readonly Route[] = [...roundRoutes, ...pointRoutes, ...assessmentRoutes];
