import * as z from 'zod';
import packageJson from '../../../../package.json' with { type: 'json' };
import { AppError } from '../../../kernel/errors.ts';
import { file } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { accessibilityPage } from './accessibility-page.ts';
import { findHandbookPage, findHandbookPicture, handbookPages } from './handbook-files.ts';
import { handbookPage, missingHandbookPage } from './handbook-page.ts';

/** The handbook and the statement of accessibility: open to all, also to who cannot sign in. `authority` answers for the service. */
export function helpRoutes(authority: string): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/handbok',
      policy: 'public',
      about: 'Visar handbokens första sida.',
      sample: {},
      handler: (ctx) => {
        const text = findHandbookPage('index');
        return text ? handbookPage(ctx, text, 'index', handbookPages()) : missingHandbookPage(ctx);
      },
    }),
    route({
      method: 'GET',
      path: '/handbok/bilder/:fil',
      policy: 'public',
      about: 'Ger en av handbokens bilder.',
      input: { params: z.object({ fil: z.string().max(100) }) },
      sample: { params: { fil: 'exempel.png' } },
      handler: (ctx) => {
        const { fil } = ctx.input.params;
        const bytes = findHandbookPicture(fil);
        if (!bytes) throw new AppError('record.notFound');
        return file({ bytes, type: 'image/png', name: fil, disposition: 'inline' });
      },
    }),
    route({
      method: 'GET',
      path: '/handbok/:sida',
      policy: 'public',
      about: 'Visar en sida i handboken.',
      input: { params: z.object({ sida: z.string().max(100) }) },
      sample: { params: { sida: 'sammantraden' } },
      handler: (ctx) => {
        const { sida } = ctx.input.params;
        const text = findHandbookPage(sida);
        if (!text) throw new AppError('record.notFound');
        return handbookPage(ctx, text, sida, handbookPages());
      },
    }),
    route({
      method: 'GET',
      path: '/tillganglighet',
      policy: 'public',
      about: 'Visar tillgänglighetsredogörelsen.',
      sample: {},
      handler: (ctx) => accessibilityPage(ctx, authority, packageJson.version),
    }),
  ];
}
