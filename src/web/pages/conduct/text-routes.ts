import * as z from 'zod';
import { requireNotDisqualified } from '../../../domain/attendance/index.ts';
import {
  type SectionField,
  saveSectionText,
  sectionFieldCodes,
  sectionTextLimit,
} from '../../../domain/proceedings/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { choice, idempotencyField, idField, optionalText, versionField } from '../../input.ts';
import { json, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../meetings/meeting-routes.ts';
import { conductPath, deskPath } from './conduct-address.ts';
import { deskAgain } from './conduct-route.ts';

const fields = sectionFieldCodes as readonly [SectionField, ...SectionField[]];
const byField = z.object({ id: idField(), punkt: idField(), falt: choice(fields) });

/** A text as it was written: nothing at its ends is taken away, because somebody is still writing. */
const written = z.preprocess(
  (value) => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n').normalize('NFC') : value),
  z.string('validation.required').max(sectionTextLimit),
);

/**
 * The running texts of a §. The form and the script send to the same address; the script asks for an answer it can read (`auto`), in which a
 * conflict is no error but both texts.
 */
export const textRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: `${conductPath}/:punkt/text/:falt`,
    policy: 'meeting.conduct',
    about: 'Sparar en löpande text i en paragraf; någon annans text skrivs aldrig över.',
    input: {
      params: byField,
      form: z.object({ body: written, version: versionField, auto: optionalText(), idempotencyKey: idempotencyField }),
    },
    sample: {
      params: { id: anId, punkt: anId, falt: 'deliberation' },
      form: { body: 'Ordföranden redogör.', version: '0', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id, punkt, falt } = ctx.input.params;
      const { body, version, auto, idempotencyKey } = ctx.input.form;
      const clock = () => ctx.format.clock(ctx.services.runtime.now());
      try {
        const saved = await ctx.services.db.transact(
          ctx.auth,
          { verb: 'saveSectionText', idempotencyKey },
          async (w) => {
            await requireNotDisqualified(w, punkt);
            return await saveSectionText(w, { itemId: punkt, field: falt, body, expectedVersion: version });
          },
        );
        if (auto)
          return json({ saved: true, version: saved.version, body: saved.body, by: saved.editedBy, at: clock() });
        return redirect(deskPath(id, punkt));
      } catch (error) {
        const both =
          auto && error instanceof AppError && error.code === 'record.changedMeanwhile' && conflictOf(error.details);
        if (!both) throw error;
        return json({ saved: false, ...both });
      }
    },
    onInvalid: (ctx, state) => {
      const { id, punkt, falt } = ctx.input.params;
      return deskAgain(ctx, id, punkt, { act: 'text', field: falt, state });
    },
  }),
];

/** The text that is saved now, out of what the verb answers in a conflict. */
function conflictOf(
  details: unknown,
): { readonly body: string; readonly version: number; readonly by: string } | undefined {
  if (typeof details !== 'object' || details === null || !('current' in details)) return undefined;
  const { current } = details as {
    readonly current: { readonly body?: string; readonly version?: number; readonly editedBy?: string };
  };
  return { body: current.body ?? '', version: current.version ?? 0, by: current.editedBy ?? '' };
}
