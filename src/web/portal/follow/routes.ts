import * as z from 'zod';
import { optionalId, optionalText, text } from '../../input.ts';
import { type PortalRoute, portalRoute } from '../portal-route.ts';
import { calendarPage } from './calendar-page.ts';
import { feedPage } from './feed-page.ts';
import { linkPage, pressLink, subscribe, subscribePage } from './subscribe-page.ts';

const byToken = z.object({ token: text({ maximum: 60 }) });
const sample = { params: { token: 'x'.repeat(43) } };
const link = '/oppet/:authority/prenumeration/:token';

/** How one is told of what is new. */
export const followRoutes: readonly PortalRoute[] = [
  portalRoute({
    path: '/oppet/:authority/prenumerera',
    about: 'Sätten att få veta vad som är nytt.',
    sample: {},
    handler: (ctx) => subscribePage(ctx),
  }),
  portalRoute({
    method: 'POST',
    path: '/oppet/:authority/prenumerera',
    about: 'Ber om brev när något nytt publiceras; adressen bekräftas med en länk.',
    input: {
      form: z.object({
        address: text({ maximum: 200 }),
        noun: optionalText({ maximum: 30 }),
        bodyId: optionalId(),
      }),
    },
    sample: { form: { address: 'fel' } },
    handler: (ctx) => subscribe(ctx, ctx.input.form as never),
    onInvalid: (ctx, state) => subscribePage(ctx, state),
  }),
  ...(['confirm', 'end'] as const).flatMap((way) => {
    const path = (way === 'end' ? `${link}/sluta` : link) as typeof link;
    const what = way === 'end' ? 'sluta få brev' : 'börja få brev';
    return [
      portalRoute({
        path,
        about: `Länken i ett brev: frågar om man vill ${what}.`,
        input: { params: byToken },
        sample,
        alwaysAsked: true,
        handler: (ctx) => linkPage(ctx, ctx.input.params.token, way),
      }),
      portalRoute({
        method: 'POST',
        path,
        about: `Länken i ett brev: ${what}, med ett tryck.`,
        input: { params: byToken },
        sample,
        handler: (ctx) => pressLink(ctx, ctx.input.params.token, way),
      }),
    ];
  }),
  portalRoute({
    path: '/oppet/:authority/flode.atom',
    about: 'Det senaste som ett flöde (Atom): allt, ett slag, en nämnd eller en sökning.',
    input: {
      query: z.object({
        slag: optionalText({ maximum: 30 }),
        organ: optionalId(),
        q: optionalText({ maximum: 200 }),
      }),
    },
    sample: {},
    handler: (ctx) => feedPage(ctx as never),
  }),
  portalRoute({
    path: '/oppet/:authority/kalender.ics',
    about: 'Publicerade sammanträden som kalender (iCalendar), alla eller en nämnds.',
    input: { query: z.object({ organ: optionalId() }) },
    sample: {},
    handler: (ctx) => calendarPage(ctx as never),
  }),
];
