import * as z from 'zod';
import { recordFigureFromPassage } from '../../../domain/indicators/index.ts';
import { getDocument } from '../../../domain/matters/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { refuseProblems } from '../../../kernel/refuse-problems.ts';
import type { Reader } from '../../contracts.ts';
import { idempotencyField, idField, optionalText, text, wholeNumber } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { figureField, optionalAsOf, optionalFigure } from './fields.ts';
import { figureOfLine, placeOfWords } from './passage-figure.ts';
import { passageFigurePage } from './passage-page.ts';
import { texts } from './texts.ts';

const lineNumber = wholeNumber({ minimum: 1, maximum: 10_000_000 });

async function lineOf(r: Reader, id: string, number: number) {
  const document = await getDocument(r, id);
  return { document, line: figureOfLine(document.sourceText ?? '', number) };
}

/** A line of a document that a person makes a figure of. */
export const indicatorPassageRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/kallor/:id/matvarde',
    policy: 'indicator.edit',
    about: 'Visar en rad i en handling som kan göras till mätvärde.',
    input: { params: z.object({ id: idField() }), query: z.object({ rad: lineNumber }) },
    sample: { params: { id: anId }, query: { rad: '1' } },
    handler: async (ctx) =>
      passageFigurePage(
        ctx,
        await ctx.services.db.read(ctx.auth, (r) => lineOf(r, ctx.input.params.id, ctx.input.query.rad)),
      ),
  }),
  route({
    method: 'POST',
    path: '/kallor/:id/matvarde/:rad',
    policy: 'indicator.edit',
    about: 'Gör utpekade ord i en handling till ett mätvärde med källa.',
    input: {
      params: z.object({ id: idField(), rad: lineNumber }),
      form: z.object({
        words: text({ maximum: 2_000 }),
        name: text({ maximum: 300 }),
        unit: text({ maximum: 40 }),
        value: figureField(),
        qualifier: optionalText({ maximum: 60 }),
        asOf: optionalAsOf(),
        place: optionalText({ maximum: 200 }),
        ageGroup: optionalText({ maximum: 60 }),
        to: optionalFigure(),
        of: optionalFigure(),
        changePercent: optionalFigure(),
        changedFrom: optionalText({ maximum: 40 }),
        note: optionalText({ maximum: 1_000 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: { id: anId, rad: '1' },
      form: { words: 'drygt 200 svar', name: 'svar', unit: 'antal', value: '200', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { id, rad } = ctx.input.params;
      const { words, idempotencyKey, place = '', ageGroup = '', ...fields } = ctx.input.form;
      const made = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'recordFigureFromPassage', idempotencyKey },
        async (w) => {
          const { document, line } = await lineOf(w, id, rad);
          const found = placeOfWords(document.sourceText ?? '', line, words);
          if (!found) refuseProblems([{ path: 'words', key: 'indicators.wordsNotThere' }]);
          if (!found) throw new AppError('record.invalid');
          const passage = { documentId: document.id, ...found, line: rad };
          return await recordFigureFromPassage(w, {
            ...{ name: fields.name, unit: fields.unit, value: fields.value, place, ageGroup },
            ...{ qualifier: fields.qualifier ?? null, asOf: fields.asOf ?? null, note: fields.note ?? null },
            ...{ changePercent: fields.changePercent ?? null, changedFrom: fields.changedFrom ?? null },
            ...{ to: fields.to ?? null, of: fields.of ?? null, passage },
          });
        },
      );
      return redirect(recordAddress('indicatorValue', made.valueId, made.indicatorId), {
        flash: { tone: 'success', text: texts[ctx.language].figureMade },
      });
    },
    onInvalid: async (ctx, state) =>
      passageFigurePage(
        ctx,
        await ctx.services.db.read(ctx.auth, (r) => lineOf(r, ctx.input.params.id, ctx.input.params.rad)),
        state,
      ),
  }),
];
