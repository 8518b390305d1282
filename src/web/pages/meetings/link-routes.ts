import * as z from 'zod';
import { getAssignment, listAssignments } from '../../../domain/assignments/index.ts';
import { linkEvidence, unlinkEvidence } from '../../../domain/reports/index.ts';
import { idempotencyField, idField, optionalText } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { byItem, itemSample, items, ownItem, toItem } from './agenda-routes.ts';
import { linkAssignmentPage } from './link-assignment-page.ts';
import { anId } from './meeting-routes.ts';
import { texts } from './texts.ts';

/** Which assignments an item dealt with: searched, linked, unlinked. */
export const linkRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${items}/:punkt/uppdrag`,
    policy: 'meeting.linkAssignment',
    about: 'Söker uppdrag att koppla en punkt till, efter nummer eller ord.',
    input: { params: byItem, query: z.object({ sok: optionalText({ maximum: 200 }) }) },
    sample: { params: itemSample, query: { sok: '2026:4' } },
    handler: async (ctx) => {
      const { meeting, item } = await ownItem(ctx, 'meeting.linkAssignment');
      const search = ctx.input.query.sok ?? '';
      const year = Number(meeting.heldOn.slice(0, 4));
      const query = search ? { text: search } : { year, bodyId: meeting.body.id };
      const { rows } = await ctx.services.db.read(ctx.auth, (r) => listAssignments(r, { ...query, pageSize: 50 }));
      return linkAssignmentPage(ctx, { meeting, item, search, found: rows });
    },
  }),
  linkRoute('uppdrag'),
  linkRoute('uppdrag/ta-bort'),
];

/** Linking and unlinking differ in their verb only. */
function linkRoute(end: 'uppdrag' | 'uppdrag/ta-bort'): Route {
  const linking = end === 'uppdrag';
  return route({
    method: 'POST',
    path: `${items}/:punkt/${end}`,
    policy: 'meeting.linkAssignment',
    about: linking
      ? 'Säger att punkten behandlade ett uppdrag, så att den blir belägg i återrapporteringen.'
      : 'Tar bort kopplingen mellan en punkt och ett uppdrag.',
    input: { params: byItem, form: z.object({ assignmentId: idField(), idempotencyKey: idempotencyField }) },
    sample: { params: itemSample, form: { assignmentId: anId, idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id, punkt } = ctx.input.params;
      const { assignmentId, idempotencyKey } = ctx.input.form;
      const t = texts[ctx.language];
      const link = { itemId: punkt, assignmentId };
      const verb = linking ? 'linkEvidence' : 'unlinkEvidence';
      const text = await ctx.services.db.transact(ctx.auth, { verb, idempotencyKey }, async (w) => {
        if (!linking) {
          await unlinkEvidence(w, link);
          return t.unlinkedFlash;
        }
        const drafts = await linkEvidence(w, link);
        return t.linkedFlash((await getAssignment(w, assignmentId)).ref, drafts);
      });
      return toItem(id, punkt, text);
    },
    onInvalid: async (ctx) => {
      const { meeting, item } = await ownItem(ctx, 'meeting.linkAssignment');
      return linkAssignmentPage(ctx, { meeting, item, search: '', found: [] });
    },
  });
}
