import * as z from 'zod';
import { writeDocument } from '../../../documents/out/index.ts';
import {
  accountDocument,
  type Consultation,
  decisionPath,
  getSentAttachment,
  listPoints,
  matrixDocument,
} from '../../../domain/consultations/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { idField } from '../../input.ts';
import { file } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { tableFile, tableFormats } from '../../table-file.ts';
import { collaborationPaths } from '../collaboration/collaboration-tabs.ts';
import { matrixSheet } from './matrix-sheet.ts';
import { seenConsultation } from './seen-consultation.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const path = `${collaborationPaths.consultations}/:id` as const;
const byId = z.object({ id: idField() });
const documentKinds = ['pdf', 'docx'] as const;

/** What leaves the house: the matrix, the account of the answers, and the files that came with them. */
export const roundFileRoutes: readonly Route[] = [
  ...documentKinds.map((format) =>
    route({
      method: 'GET',
      path: `${path}/sammanstallning.${format}`,
      policy: 'record.read',
      about: `Lämnar sammanställningen av remissvaren som ${format.toUpperCase()}.`,
      input: { params: byId },
      sample: { params: { id: anId } },
      handler: async (ctx) => {
        const { consultation, path: stations } = await compiled(ctx);
        const tree = matrixDocument(consultation, stations, authorityOf(consultation));
        const { bytes, mediaType, extension } = await writeDocument(tree, format);
        return file({ bytes, type: mediaType, name: `remissvar.${extension}` });
      },
    }),
  ),
  ...tableFormats.map((format) =>
    route({
      method: 'GET',
      path: `${path}/sammanstallning.${format}`,
      policy: 'record.read',
      about: `Lämnar sammanställningen av remissvaren som ${format.toUpperCase()}.`,
      input: { params: byId },
      sample: { params: { id: anId } },
      handler: async (ctx) => tableFile(matrixSheet((await compiled(ctx)).consultation), 'remissvar', format),
    }),
  ),
  ...documentKinds.map((format) =>
    route({
      method: 'GET',
      path: `${path}/redogorelse.${format}`,
      policy: 'record.read',
      about: `Lämnar redogörelsen för remissvaren som ${format.toUpperCase()}.`,
      input: { params: byId },
      sample: { params: { id: anId } },
      handler: async (ctx) => {
        const { consultation, keeps, auth } = await seenConsultation(ctx, ctx.input.params.id);
        if (!keeps && consultation.state !== 'recorded' && !consultation.accountPublishedOn)
          throw new AppError('record.notFound');
        const points = await ctx.services.db.read(auth, (r) => listPoints(r, consultation.id));
        const tree = accountDocument(consultation, points, authorityOf(consultation));
        const { bytes, mediaType, extension } = await writeDocument(tree, format);
        return file({ bytes, type: mediaType, name: `redogorelse-remissvar.${extension}` });
      },
    }),
  ),
  route({
    method: 'GET',
    path: `${path}/bilaga/:attachmentId`,
    policy: 'record.read',
    about: 'Lämnar en fil som kom med ett remissvar.',
    input: { params: z.object({ id: idField(), attachmentId: idField() }) },
    sample: { params: { id: anId, attachmentId: anId } },
    handler: async (ctx) => {
      const { id, attachmentId } = ctx.input.params;
      const { consultation, shown } = await seenConsultation(ctx, id);
      const found = await ctx.services.db.read(ctx.auth, (r) => getSentAttachment(r, attachmentId));
      const response = consultation.responses.find((one) => one.id === found.responseId);
      if (!shown || !response || response.withheld) throw new AppError('record.notFound');
      const bytes = await ctx.services.blobs.get(found.sha256);
      return file({ bytes, type: found.mediaType, name: found.fileName, disposition: 'attachment' });
    },
  }),
];

type Compiling = Pick<HandlerContext<'record.read'>, 'services' | 'auth' | 'actor'> & {
  readonly input: { readonly params: { readonly id: string } };
};

async function compiled(ctx: Compiling) {
  const seen = await seenConsultation(ctx, ctx.input.params.id);
  const path = await ctx.services.db.read(ctx.auth, (r) => decisionPath(r, seen.consultation));
  return { ...seen, path };
}

/** Who stands as the maker of the paper: the body that asked. */
function authorityOf({ body, title }: Consultation): string {
  return body?.name ?? title;
}
