import * as z from 'zod';
import { type OwedKind, owedKindCodes } from '../../../domain/overview/index.ts';
import { idField, optionalChoice } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { tableFile, tableFormats } from '../../table-file.ts';
import { collaborationPaths } from './collaboration-tabs.ts';
import { readMatrix, readPrincipal } from './principal-facts.ts';
import { principalListPage, principalPage } from './principal-pages.ts';
import { matrixSheet, owedSheet } from './principal-sheets.ts';
import { principalTexts } from './principal-texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const path = collaborationPaths.principals;
const byId = z.object({ id: idField() });
const narrowed = z.object({ slag: optionalChoice(owedKindCodes as readonly [OwedKind, ...OwedKind[]]) });

/** What the principals owe each other: the whole as a matrix, one principal, and both as files. */
export const principalRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    policy: 'record.read',
    about: 'Visar vad som är öppet och försenat hos varje huvudman, med väg till posterna.',
    sample: {},
    handler: async (ctx) => {
      const { db, runtime } = ctx.services;
      return principalListPage(ctx, await db.read(ctx.auth, (r) => readMatrix(r, runtime.today())));
    },
  }),
  ...tableFormats.map((format) =>
    route({
      method: 'GET',
      path: `${path}.${format}`,
      policy: 'record.read',
      about: `Hämtar vad som är öppet hos varje huvudman som en tabell (${format}).`,
      sample: {},
      handler: async (ctx) => {
        const { db, runtime } = ctx.services;
        const rows = await db.read(ctx.auth, (r) => readMatrix(r, runtime.today()));
        return await tableFile(matrixSheet(ctx, rows), principalTexts[ctx.language].matrixFile, format);
      },
    }),
  ),
  ...tableFormats.map((format) =>
    route({
      method: 'GET',
      path: `${path}/:id/oppet.${format}`,
      policy: 'record.read',
      about: `Hämtar vad en huvudman är skyldig de andra som en tabell (${format}).`,
      input: { params: byId },
      sample: { params: { id: anId } },
      handler: async (ctx) => {
        const { db, runtime } = ctx.services;
        const { id } = ctx.input.params;
        const facts = await db.read(ctx.auth, (r) => readPrincipal(r, id, runtime.today(), undefined));
        return await tableFile(owedSheet(ctx, facts), principalTexts[ctx.language].fileName, format);
      },
    }),
  ),
  route({
    method: 'GET',
    path: `${path}/:id`,
    policy: 'record.read',
    about: 'Visar vad en huvudman är skyldig de andra, vad den betalar i år och vem som talar för den.',
    input: { params: byId, query: narrowed },
    sample: { params: { id: anId }, query: { slag: 'deliverable' } },
    handler: async (ctx) => {
      const { db, runtime } = ctx.services;
      const { params, query } = ctx.input;
      return principalPage(
        ctx,
        await db.read(ctx.auth, (r) => readPrincipal(r, params.id, runtime.today(), query.slag)),
      );
    },
  }),
];
