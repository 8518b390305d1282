import * as z from 'zod';
import { askForComments, commentMinutes, endComments, resolveComment } from '../../../domain/minutes/index.ts';
import { idempotencyField, idField, optionalId, text, versionField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { anId, byId, redraw } from './minutes-routes.ts';
import { done, linkTo } from './sign-routes.ts';
import { texts } from './texts.ts';

const pressed = z.object({ version: versionField, idempotencyKey: idempotencyField });

/** The round of comments on a draft. */
export const commentRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/protokoll/:id/synpunkter/be',
    policy: 'minutes.edit',
    about: 'Skickar utkastet till protokoll på synpunkter.',
    input: { params: byId, form: pressed },
    sample: { params: { id: anId }, form: { version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const minutesId = ctx.input.params.id;
      const { version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'askForComments', idempotencyKey }, (w) =>
        askForComments(w, { minutesId, expectedVersion: version, link: linkTo(ctx, minutesId) }),
      );
      return done(minutesId, texts[ctx.language].asked);
    },
    onInvalid: redraw,
  }),
  route({
    method: 'POST',
    path: '/protokoll/:id/synpunkter/avsluta',
    policy: 'minutes.edit',
    about: 'Avslutar rundan med synpunkter.',
    input: { params: byId, form: pressed },
    sample: { params: { id: anId }, form: { version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const minutesId = ctx.input.params.id;
      const { version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'endComments', idempotencyKey }, (w) =>
        endComments(w, { minutesId, expectedVersion: version }),
      );
      return done(minutesId, texts[ctx.language].ended);
    },
    onInvalid: redraw,
  }),
  route({
    method: 'POST',
    path: '/protokoll/:id/synpunkter',
    policy: 'minutes.comment',
    about: 'Lämnar en synpunkt på utkastet, på en paragraf eller på det hela.',
    input: {
      params: byId,
      form: z.object({ itemId: optionalId(), body: text({ maximum: 10_000 }), idempotencyKey: idempotencyField }),
    },
    sample: { params: { id: anId }, form: { body: 'Stämmer inte', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const minutesId = ctx.input.params.id;
      const { itemId, body, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'commentMinutes', idempotencyKey }, (w) =>
        commentMinutes(w, { minutesId, itemId: itemId ?? null, body }),
      );
      return done(minutesId, texts[ctx.language].commented);
    },
    onInvalid: redraw,
  }),
  route({
    method: 'POST',
    path: '/protokoll/:id/synpunkter/:commentId',
    policy: 'minutes.edit',
    about: 'Besvarar en synpunkt: vad som gjordes åt den.',
    input: {
      params: z.object({ id: idField(), commentId: idField() }),
      form: z.object({ resolution: text({ maximum: 5000 }), version: versionField, idempotencyKey: idempotencyField }),
    },
    sample: {
      params: { id: anId, commentId: anId },
      form: { resolution: 'Ändrat', version: '1', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id, commentId } = ctx.input.params;
      const { resolution, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'resolveComment', idempotencyKey }, (w) =>
        resolveComment(w, { commentId, expectedVersion: version, resolution }),
      );
      return done(id, texts[ctx.language].resolved);
    },
    onInvalid: redraw,
  }),
];
