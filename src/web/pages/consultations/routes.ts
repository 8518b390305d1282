import * as z from 'zod';
import {
  attachmentsOf,
  decisionPath,
  listConsultations,
  remittedDocuments,
} from '../../../domain/consultations/index.ts';
import { sourcePlacesOf } from '../../../domain/matters/index.ts';
import { idField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { collaborationPaths } from '../collaboration/collaboration-tabs.ts';
import { readConnections } from '../connections/connected-facts.ts';
import { answerSheetRoutes } from './answer-sheet-routes.ts';
import { consultationListPage, consultationPage } from './consultation-pages.ts';
import { pointRoutes } from './point-routes.ts';
import { registeredAnswerRoutes } from './registered-answer-routes.ts';
import { roundFileRoutes } from './round-file-routes.ts';
import { roundRoutes } from './round-routes.ts';
import { roundStepRoutes } from './round-step-routes.ts';
import { seenConsultation } from './seen-consultation.ts';

/** Consultations: all, and one with what was answered. */
export const consultationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: collaborationPaths.consultations,
    policy: 'record.read',
    about: 'Visar remisserna, hur många som har svarat och hur de ställer sig.',
    sample: {},
    handler: async (ctx) =>
      consultationListPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listConsultations(r))),
  }),
  ...roundRoutes,
  ...registeredAnswerRoutes,
  ...roundStepRoutes,
  ...pointRoutes,
  ...roundFileRoutes,
  ...answerSheetRoutes,
  route({
    method: 'GET',
    path: `${collaborationPaths.consultations}/:id`,
    policy: 'record.read',
    about: 'Visar en remiss med varje svar, antal per ställningstagande och var svaren är lästa.',
    input: { params: z.object({ id: idField() }) },
    sample: { params: { id: '00000000-0000-4000-8000-000000000000' } },
    handler: async (ctx) => {
      const { consultation, shown } = await seenConsultation(ctx, ctx.input.params.id);
      const responseIds = consultation.responses.map(({ id }) => id);
      const ids = [consultation.id, ...responseIds];
      const facts = await ctx.services.db.read(ctx.auth, async (r) => ({
        connections: await readConnections(r, ids),
        places: await sourcePlacesOf(r, ids),
        documents: await remittedDocuments(r, consultation.id),
        attachments: await attachmentsOf(r, responseIds),
        path: await decisionPath(r, consultation),
      }));
      return consultationPage(ctx, { consultation, shown, ...facts });
    },
  }),
];
