import * as z from 'zod';
import { addAgreementText, getWholeAgreement, type WholeAgreement } from '../../../domain/agreements/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { Reader, RequestContext } from '../../contracts.ts';
import { civilDateField, idempotencyField, idField, optionalText, text, wholeNumber } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { reading } from './agreement-facts.ts';
import { comparePage, type ShownText, textFormPage } from './text-pages.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });

/** The text of an agreement: read, compared, and a new version of it. */
export const textRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/samverkan/avtal/:id/jamfor',
    policy: 'record.read',
    about: 'Visar en version av texten, eller två mot varandra.',
    input: {
      params: byId,
      query: z.object({ fran: optionalText({ maximum: 20 }), till: wholeNumber({ minimum: 1 }) }),
    },
    sample: { params: { id: anId }, query: { till: '1' } },
    handler: async (ctx) => {
      const { fran, till } = ctx.input.query;
      const shown = await ctx.services.db.read(ctx.auth, async (r) => {
        const agreement = await getWholeAgreement(r, ctx.input.params.id);
        const after = textOf(ctx, agreement, till);
        if (fran === undefined) return { agreement, after };
        const before =
          fran === 'foregangare' ? await earlierText(ctx, r, agreement) : textOf(ctx, agreement, Number(fran));
        return { agreement, before, after };
      });
      return comparePage(ctx, shown);
    },
  }),
  route({
    method: 'GET',
    path: '/samverkan/avtal/:id/text',
    policy: 'agreement.edit',
    about: 'Visar formuläret där en ny version av texten skrivs.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => textFormPage(ctx, await reading(ctx, (r) => getWholeAgreement(r, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: '/samverkan/avtal/:id/text',
    policy: 'agreement.edit',
    about: 'Sparar en ny version av texten.',
    input: {
      params: byId,
      form: z.object({
        text: text({ maximum: 200_000 }),
        label: optionalText({ maximum: 200 }),
        madeOn: civilDateField(),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: { id: anId }, form: { text: '§ 1', madeOn: '2026-01-10', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: agreementId } = ctx.input.params;
      const { idempotencyKey, label = '', ...form } = ctx.input.form;
      const number = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'addAgreementText', idempotencyKey },
        async (w) => {
          await addAgreementText(w, { agreementId, label, ...form });
          return (await getWholeAgreement(w, agreementId)).versions.length;
        },
      );
      return redirect(`${recordAddress('agreement', agreementId)}#text`, {
        flash: { tone: 'success', text: texts[ctx.language].textSaved(number) },
      });
    },
    onInvalid: async (ctx, state) =>
      textFormPage(ctx, await reading(ctx, (r) => getWholeAgreement(r, ctx.input.params.id)), state),
  }),
];

function textOf(ctx: RequestContext, { versions }: WholeAgreement, number: number): ShownText {
  const version = versions.find((one) => one.number === number);
  if (!version) throw new AppError('record.notFound');
  const title = texts[ctx.language].version(number);
  return { title: version.label ? `${title}: ${version.label}` : title, text: version.text };
}

/** The decided text of the agreement before, or its last one. */
async function earlierText(ctx: RequestContext, r: Reader, { predecessor }: WholeAgreement): Promise<ShownText> {
  if (!predecessor) throw new AppError('record.notFound');
  const earlier = await getWholeAgreement(r, predecessor.id);
  const version = earlier.versions.findLast(({ fixedOn }) => fixedOn !== null) ?? earlier.versions.at(-1);
  return { title: earlier.name, text: version?.text ?? texts[ctx.language].noText };
}
