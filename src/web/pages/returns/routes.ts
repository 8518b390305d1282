import * as z from 'zod';
import { sourcePlacesOf } from '../../../domain/matters/index.ts';
import {
  getFormReturn,
  listFormReturns,
  listNationalReports,
  listReportsForPaper,
} from '../../../domain/returns/index.ts';
import { idField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { readConnections } from '../connections/connected-facts.ts';
import { aidRoutes } from './aids/aid-routes.ts';
import { approvalRoutes } from './approval/approval-routes.ts';
import { paperRoutes } from './paper/paper-routes.ts';
import { returnListPage, returnPage } from './return-pages.ts';
import { answeringRoutes } from './work/answering-routes.ts';
import { questionRoutes } from './work/question-routes.ts';
import { reportRoutes } from './work/report-routes.ts';

/** Returns: all, and one with its questions and answers. */
export const returnRoutes: readonly Route[] = [
  ...reportRoutes,
  ...answeringRoutes,
  ...questionRoutes,
  ...aidRoutes,
  ...approvalRoutes,
  route({
    method: 'GET',
    path: '/redovisningar',
    policy: 'record.read',
    about: 'Visar redovisningarna som arbetas fram här och de som har lästs in, med hur långt de kommit.',
    sample: {},
    handler: async (ctx) => {
      const { own, readIn } = await ctx.services.db.read(ctx.auth, async (r) => ({
        own: await listNationalReports(r),
        readIn: await listFormReturns(r),
      }));
      return returnListPage(ctx, own, readIn);
    },
  }),
  route({
    method: 'GET',
    path: '/redovisningar/:id',
    policy: 'record.read',
    about: 'Visar en redovisning: frågorna som de ställdes, svaren, och hur säkert varje svar är känt.',
    input: { params: z.object({ id: idField() }) },
    sample: { params: { id: '00000000-0000-4000-8000-000000000000' } },
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, async (r) => {
        const formReturn = await getFormReturn(r, ctx.input.params.id);
        const ids = [formReturn.id, ...formReturn.answers.map(({ id }) => id)];
        const reports = await listReportsForPaper(r, formReturn);
        return {
          formReturn,
          reports,
          connections: await readConnections(r, ids),
          places: await sourcePlacesOf(r, ids),
        };
      });
      return returnPage(ctx, facts);
    },
  }),
  ...paperRoutes,
];
