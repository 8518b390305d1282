import * as z from 'zod';
import { noticeDocument } from '../../../domain/notices/index.ts';
import { withLogHead } from '../../../domain/witnessing/index.ts';
import { choice, idField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { court } from '../minutes/appeal-words.ts';
import { treeFile } from '../minutes/minutes-routes.ts';
import { boardPath } from './board-page.ts';
import { anId, readNotice } from './board-routes.ts';

/** An entry of the board as a file that can be printed and kept: with the proof of when it was to be seen. */
export const fileRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${boardPath}/:id/fil/:format`,
    policy: 'public',
    about: 'Lämnar ett anslag med bevis om när det har varit synligt, som PDF eller DOCX.',
    rate: 'write',
    input: { params: z.object({ id: idField(), format: choice(['pdf', 'docx'] as const) }) },
    sample: { params: { id: anId, format: 'pdf' } },
    handler: async (ctx) => {
      const { id, format } = ctx.input.params;
      const { notice, events, proof, logHead } = await readNotice(ctx, id);
      const tree = noticeDocument(notice, events, {
        authority: notice.authority,
        court,
        instant: ctx.format.instant,
        proof,
      });
      return await treeFile(withLogHead(tree, 'när anslaget skrevs', logHead), format);
    },
  }),
];
