import * as z from 'zod';
import { languages } from '../kernel/language.ts';
import { redirect } from './reply.ts';
import { route } from './route.ts';

/** Chooses the language of the pages and comes back to where one was. A link and not a form: nothing but the reader's own cookie changes. */
export const languageRoutes = [
  route({
    method: 'GET',
    path: '/sprak/:language',
    policy: 'public',
    about: 'Byter språk och går tillbaka till sidan man kom från.',
    input: { params: z.object({ language: z.enum(languages) }), query: z.object({ till: z.string().optional() }) },
    sample: { params: { language: 'en' }, query: { till: '/' } },
    handler: (ctx) => redirect(ctx.input.query.till ?? '/', { language: ctx.input.params.language }),
  }),
] as const;
