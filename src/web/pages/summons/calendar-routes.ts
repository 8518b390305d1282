import * as z from 'zod';
import { authorize, findActor } from '../../../domain/access/index.ts';
import {
  calendarEntryOf,
  closeCalendarFeed,
  findCalendarFeed,
  findFeedOwner,
  listOwnMeetings,
  openCalendarFeed,
} from '../../../domain/meetings/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { text } from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { calendarPage } from './calendar-page.ts';
import { calendarPath } from './summons-paths.ts';
import { texts } from './texts.ts';

/** The calendar that programs subscribe to, and the page where its address is made and ended. */
export const calendarRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: calendarPath,
    policy: 'calendar.subscribe',
    about: 'Visar om man prenumererar på sina sammanträden i kalendern.',
    sample: {},
    handler: async (ctx) => calendarPage(ctx, await ctx.services.db.read(ctx.auth, findCalendarFeed)),
  }),
  route({
    method: 'POST',
    path: `${calendarPath}/oppna`,
    policy: 'calendar.subscribe',
    about: 'Skapar en hemlig adress till kalendern. Den visas en gång, och en tidigare slutar gälla.',
    sample: {},
    handler: async (ctx) => {
      // Without a key: the answer to one would be kept, and the address is kept nowhere.
      const token = await ctx.services.db.transact(ctx.auth, { verb: 'openCalendarFeed' }, openCalendarFeed);
      const feed = await ctx.services.db.read(ctx.auth, findCalendarFeed);
      return calendarPage(ctx, feed, { address: `${ctx.services.publicUrl}${calendarPath}/${token}.ics` });
    },
  }),
  route({
    method: 'POST',
    path: `${calendarPath}/avsluta`,
    policy: 'calendar.subscribe',
    about: 'Avslutar prenumerationen på kalendern: adressen slutar gälla.',
    sample: {},
    handler: async (ctx) => {
      await ctx.services.db.transact(ctx.auth, { verb: 'closeCalendarFeed' }, closeCalendarFeed);
      return redirect(calendarPath, { flash: { tone: 'success', text: texts[ctx.language].calendarEnded } });
    },
  }),
  route({
    method: 'GET',
    path: `${calendarPath}/:fil`,
    policy: 'public',
    about: 'Lämnar ut kalendern bakom en hemlig adress till ett kalenderprogram.',
    input: { params: z.object({ fil: text({ maximum: 100 }) }) },
    sample: { params: { fil: `${'a'.repeat(43)}.ics` } },
    handler: async (ctx) => {
      const { db, runtime, writeCalendar } = ctx.services;
      const owner = await findFeedOwner(db, ctx.input.params.fil.replace(/\.ics$/, ''));
      // Roles are those of this moment: who has left gets nothing more, whatever address they kept.
      const actor = owner && (await findActor(db, owner.tenantId, owner.accountId));
      if (!actor || actor.grants.length === 0) throw new AppError('record.notFound');
      const today = runtime.today();
      const meetings = await db.read(authorize(actor, 'record.read'), (r) => listOwnMeetings(r, actor, today));
      return file({
        bytes: writeCalendar(
          meetings.map((meeting) => calendarEntryOf(meeting)),
          texts[actor.language].calendarName,
        ),
        type: 'text/calendar; charset=utf-8',
        name: 'kansli.ics',
        disposition: 'inline',
      });
    },
  }),
];
