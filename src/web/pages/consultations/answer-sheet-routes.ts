import * as z from 'zod';
import { authorize } from '../../../domain/access/index.ts';
import { findConsultationLink, getAnswerSheet } from '../../../domain/consultations/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState } from '../../contracts.ts';
import { idField, text } from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { collaborationPaths } from '../collaboration/collaboration-tabs.ts';
import { sheetForm, takeSheet } from './answer-sheet-form.ts';
import { answerSheetPage } from './answer-sheet-page.ts';
import { answerTexts } from './answer-texts.ts';
import { roundCrumbs } from './round-crumbs.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byToken = z.object({ token: text({ maximum: 100 }) });
const aToken = { token: 'a'.repeat(43) };
const byAnswer = z.object({ id: idField(), responseId: idField() });
const own = `${collaborationPaths.consultations}/:id/vart-svar/:responseId` as const;
const sample = { stance: 'supports', sender: 'Socialnämnden', version: '0', idempotencyKey: 'exempel' };

type ByLink = Pick<HandlerContext<'public'>, 'services'> & {
  readonly input: { readonly params: z.output<typeof byToken> };
};

/** Answering a consultation: by the link of a letter, or signed in for a unit of the house. */
export const answerSheetRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/remissvar/:token',
    policy: 'public',
    // Programs that look through mail follow each link before its reader does: looking is not guessing, and changes nothing.
    rate: 'write',
    about: 'Visar remissen bakom länken i ett brev, med formuläret för svaret, utan inloggning.',
    input: { params: byToken },
    sample: { params: aToken },
    handler: (ctx) => drawLink(ctx),
  }),
  route({
    method: 'POST',
    path: '/remissvar/:token',
    policy: 'public',
    rate: 'upload',
    about: 'Sparar ett utkast till remissvar, eller skickar svaret, genom länken i ett brev.',
    input: { params: byToken, form: sheetForm },
    sample: { params: aToken, form: sample },
    handler: async (ctx) => {
      const { token, auth } = await linkOf(ctx);
      const done = await takeSheet(ctx.services, auth, { token }, ctx.input.form);
      return redirect(`/remissvar/${token}`, flash(ctx, done));
    },
    onInvalid: drawLink,
  }),
  route({
    method: 'GET',
    path: '/remissvar/:token/handling/:documentId',
    policy: 'public',
    rate: 'write',
    about: 'Lämnar en handling som är på remiss till den som har länken i brevet.',
    input: { params: z.object({ token: text({ maximum: 100 }), documentId: idField() }) },
    sample: { params: { ...aToken, documentId: anId } },
    handler: async (ctx) => {
      const { sheet } = await sheetOf(ctx);
      const document = sheet.documents.find(({ id }) => id === ctx.input.params.documentId);
      if (!document) throw new AppError('record.notFound');
      const bytes = await ctx.services.blobs.get(document.sha256);
      return file({ bytes, type: document.mediaType, name: document.fileName, disposition: 'attachment' });
    },
  }),
  route({
    method: 'GET',
    path: own,
    policy: 'consultation.answer',
    about: 'Visar ett samråd som ens enhet ska svara på.',
    input: { params: byAnswer },
    sample: { params: { id: anId, responseId: anId } },
    handler: (ctx) => drawOwn(ctx),
  }),
  route({
    method: 'POST',
    path: own,
    policy: 'consultation.answer',
    rate: 'upload',
    about: 'Sparar eller skickar enhetens svar på ett samråd.',
    input: { params: byAnswer, form: sheetForm },
    sample: { params: { id: anId, responseId: anId }, form: sample },
    handler: async (ctx) => {
      const { id, responseId } = ctx.input.params;
      const done = await takeSheet(ctx.services, ctx.auth, { responseId }, ctx.input.form);
      return redirect(`${recordAddress('consultation', id)}/vart-svar/${responseId}`, flash(ctx, done));
    },
    onInvalid: drawOwn,
  }),
];

function flash(ctx: Pick<HandlerContext, 'language'>, done: 'sent' | 'saved') {
  const t = answerTexts[ctx.language];
  return { flash: { tone: 'success' as const, text: done === 'sent' ? t.sent : t.draftSaved } };
}

/** Whose link it is. Throws `consultation.linkUnknown` for one that nobody has. */
async function linkOf({ services, input }: ByLink) {
  const { token } = input.params;
  const link = await findConsultationLink(services.db, token);
  if (!link) throw new AppError('consultation.linkUnknown');
  return { token, auth: authorize(link.actor, 'consultation.answer') };
}

async function sheetOf(ctx: ByLink) {
  const { token, auth } = await linkOf(ctx);
  const { db, runtime } = ctx.services;
  return { token, sheet: await db.read(auth, (r) => getAnswerSheet(r, { token }, runtime.today())) };
}

async function drawLink(ctx: ByLink & Parameters<typeof answerSheetPage>[0], state?: FormState) {
  const { token, sheet } = await sheetOf(ctx);
  const action = `/remissvar/${token}`;
  return answerSheetPage(ctx, sheet, { action, documentHref: (id) => `${action}/handling/${id}` }, state);
}

async function drawOwn(
  ctx: Pick<HandlerContext<'consultation.answer'>, 'services' | 'auth'> &
    Parameters<typeof answerSheetPage>[0] & { readonly input: { readonly params: z.output<typeof byAnswer> } },
  state?: FormState,
) {
  const { id, responseId } = ctx.input.params;
  const today = ctx.services.runtime.today();
  const sheet = await ctx.services.db.read(ctx.auth, (r) => getAnswerSheet(r, { responseId }, today));
  if (sheet.consultation.id !== id) throw new AppError('record.notFound');
  const href = recordAddress('consultation', id);
  return answerSheetPage(
    ctx,
    sheet,
    {
      action: `${href}/vart-svar/${responseId}`,
      documentHref: (documentId) => recordAddress('document', documentId),
      crumbs: roundCrumbs(ctx, sheet.consultation, answerTexts[ctx.language].yourAnswer),
    },
    state,
  );
}
