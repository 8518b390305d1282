import * as z from 'zod';
import {
  answerConsultation,
  getConsultation,
  listSentAnswers,
  type Stance,
  stances,
} from '../../../domain/consultations/index.ts';
import { listMeetings } from '../../../domain/meetings/index.ts';
import { type SecrecyLevel, secrecyLevels } from '../../../domain/secrecy/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm } from '../../contracts.ts';
import {
  civilDateField,
  idempotencyField,
  idField,
  optionalChoice,
  optionalCivilDate,
  optionalId,
  optionalText,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { collaborationPaths } from '../collaboration/collaboration-tabs.ts';
import { answerFormPage, answerValues } from './registered-answer-page.ts';
import { texts } from './texts.ts';

const path = `${collaborationPaths.consultations}/:id/svar/:responseId` as const;
const anId = '00000000-0000-4000-8000-000000000000';
const byAnswer = z.object({ id: idField(), responseId: idField() });
const stanceCodes = Object.keys(stances) as unknown as readonly [Stance, ...Stance[]];
const answerFields = {
  receivedOn: civilDateField(),
  sender: optionalText(),
  stance: optionalChoice(stanceCodes),
  comment: optionalText({ maximum: 10_000 }),
  decidedOn: optionalCivilDate(),
  decisionSection: optionalText({ maximum: 50 }),
  meetingId: optionalId(),
  secrecyLevel: optionalChoice(Object.keys(secrecyLevels) as unknown as readonly [SecrecyLevel, ...SecrecyLevel[]]),
  secrecyProvision: optionalText(),
  version: versionField,
  idempotencyKey: idempotencyField,
};

/** One who was asked in the round of the address. */
async function askedOf(
  ctx: Pick<HandlerContext<'matter.edit'>, 'services' | 'auth'>,
  { id, responseId }: { readonly id: string; readonly responseId: string },
) {
  const consultation = await ctx.services.db.read(ctx.auth, (r) => getConsultation(r, id));
  const response = consultation.responses.find((one) => one.id === responseId);
  if (!response) throw new AppError('record.notFound');
  const own = await ctx.services.db.read(ctx.auth, async (r) => ({
    sent: await listSentAnswers(r, responseId),
    meetings: consultation.sentOn ? (await listMeetings(r, { from: consultation.sentOn, limit: 100 })).meetings : [],
  }));
  return { consultation, response, ...own };
}

/** The answers of a round that came in on paper or by letter, registered by who keeps the round. */
export const registeredAnswerRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: path,
    policy: 'matter.edit',
    about: 'Visar formuläret för ett remissvar.',
    input: { params: byAnswer },
    sample: { params: { id: anId, responseId: anId } },
    handler: async (ctx) => {
      const asked = await askedOf(ctx, ctx.input.params);
      return answerFormPage(ctx, asked, freshForm(answerValues(asked.response)));
    },
  }),
  route({
    method: 'POST',
    path: path,
    policy: 'matter.edit',
    about: 'Registrerar eller rättar ett remissvar: när det kom, från vem, ställning och synpunkter.',
    input: { params: byAnswer, form: z.object(answerFields) },
    sample: {
      params: { id: anId, responseId: anId },
      form: { receivedOn: '2026-01-31', stance: 'supports', version: '1', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id, responseId } = ctx.input.params;
      const { idempotencyKey, version: expectedVersion, ...form } = ctx.input.form;
      await askedOf(ctx, { id, responseId });
      await ctx.services.db.transact(ctx.auth, { verb: 'answerConsultation', idempotencyKey }, (w) =>
        answerConsultation(w, {
          responseId,
          expectedVersion,
          receivedOn: form.receivedOn,
          sender: form.sender ?? null,
          stance: form.stance ?? null,
          comment: form.comment ?? null,
          decidedOn: form.decidedOn ?? null,
          decisionSection: form.decisionSection ?? null,
          meetingId: form.meetingId ?? null,
          ...(form.secrecyLevel && {
            secrecyLevel: form.secrecyLevel,
            secrecyProvision: form.secrecyProvision ?? null,
          }),
        }),
      );
      return redirect(recordAddress('consultation', id), {
        flash: { tone: 'success', text: texts[ctx.language].answerSaved },
      });
    },
    onInvalid: async (ctx, state) => answerFormPage(ctx, await askedOf(ctx, ctx.input.params), state),
  }),
];
