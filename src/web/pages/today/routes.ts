import { type Route, route } from '../../route.ts';
import { readToday } from './today-facts.ts';
import { todayPage } from './today-page.ts';

/** The start page. */
export const todayRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/',
    policy: 'record.read',
    about: 'Visar vad som väntar på den som är inloggad, och hur årets uppdrag står.',
    sample: {},
    handler: async (ctx) => {
      const { db, runtime } = ctx.services;
      return todayPage(ctx, await db.read(ctx.auth, (r) => readToday(r, ctx.actor, runtime.today())));
    },
  }),
];
