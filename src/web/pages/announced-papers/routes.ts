import * as z from 'zod';
import { may } from '../../../domain/access/index.ts';
import { changeDocumentKind } from '../../../domain/matters/index.ts';
import { announcedDocumentKinds, listAnnouncedPapers, listNoticePapers } from '../../../domain/meetings/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { RequestContext } from '../../contracts.ts';
import { choice, idempotencyField, idField, versionField } from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { announcedPapersPage, announcedPapersPath } from './announced-papers-page.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });

/** What the law puts on the website from the notice of an assembly on (R-KL-74). */
export const announcedPaperRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: announcedPapersPath,
    policy: 'public',
    about: 'Visar för alla de budgetförslag, årsredovisningar och revisionsberättelser som gått ut med en kallelse.',
    sample: {},
    handler: drawPapers,
  }),
  route({
    method: 'GET',
    path: `${announcedPapersPath}/:id`,
    policy: 'public',
    about: 'Hämtar en av handlingarna till fullmäktige, alltid som bilaga.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { services, input } = ctx;
      const papers = await services.readPublished(ctx.actor, (r) => listAnnouncedPapers(r, services.runtime.today()));
      const paper = papers.find(({ document }) => document.id === input.params.id);
      if (!paper) throw new AppError('record.notFound');
      // Whatever was handed in: the bytes are given to be saved, never to be shown in our name.
      return file({
        bytes: await services.blobs.get(paper.document.sha256),
        type: 'application/octet-stream',
        name: paper.document.fileName,
      });
    },
  }),
  route({
    method: 'POST',
    path: `${announcedPapersPath}/:id/slag`,
    policy: 'matter.edit',
    about: 'Säger att en handling i kallelsen är ett budgetförslag, en årsredovisning eller en revisionsberättelse.',
    input: {
      params: byId,
      form: z.object({
        kind: choice(announcedDocumentKinds),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: { id: anId }, form: { kind: 'budgetProposal', version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { kind, version, idempotencyKey } = ctx.input.form;
      const documentId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeDocumentKind', idempotencyKey }, (w) =>
        changeDocumentKind(w, { documentId, kind, expectedVersion: version }),
      );
      return redirect(announcedPapersPath, { flash: { tone: 'success', text: texts[ctx.language].saved } });
    },
    // Only buttons are pressed here: who is answered sees the list as it is now, and presses again.
    onInvalid: async (ctx) => drawPapers(ctx),
  }),
];

async function drawPapers(ctx: RequestContext) {
  const { actor, services } = ctx;
  const registers = actor !== undefined && may(actor, 'matter.edit');
  const list = registers ? listNoticePapers : listAnnouncedPapers;
  const papers = await services.readPublished(actor, (r) => list(r, services.runtime.today()));
  return announcedPapersPage(ctx, { papers, registers });
}
