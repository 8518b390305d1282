import type { DocumentWithText } from '../../../domain/matters/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { sourcePassage } from '../../components/source-passage/source-passage.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { numberWords } from './figure-words.ts';
import type { FigureOfLine } from './passage-figure.ts';
import { texts } from './texts.ts';

/** A line of a document that becomes a figure: the words stand marked above, and what could be read of them is filled in. */
export function passageFigurePage(
  ctx: RequestContext,
  { document, line }: { readonly document: DocumentWithText; readonly line: FigureOfLine },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const { guess } = line;
  const state =
    sent ??
    freshForm({
      ...{ name: guess?.name ?? '', unit: guess?.unit ?? 'antal', value: guess ? numberWords(ctx, guess.value) : '' },
      ...{ qualifier: guess?.qualifier ?? '', asOf: guess?.asOf ?? document.datedOn?.slice(0, 4) ?? '' },
      ...{ changePercent: guess?.change ? String(guess.change.percent).replace('.', ',') : '' },
      ...{ changedFrom: guess?.change?.from ?? '', words: line.words },
      ...{ of: guess?.of === undefined ? '' : String(guess.of), to: guess?.to === undefined ? '' : String(guess.to) },
    });
  const back = `${recordAddress('document', document.id)}#rad-${line.number}`;
  return page({
    title: t.passageTitle(line.number),
    width: 'text',
    crumbs: [{ text: document.title, href: back }, { text: t.passageTitle(line.number) }],
    body: html`${sourcePassage(ctx, { title: t.passageText, text: line.around, firstLine: line.firstLine, marks: [{ start: line.start - line.aroundStart, end: line.end - line.aroundStart }] })}
${form(ctx, {
  action: `${recordAddress('document', document.id)}/matvarde/${line.number}`,
  submit: t.makeFigure,
  state,
  cancel: { href: back },
  body: html`${field(ctx, { kind: 'textarea', name: 'words', label: t.markedWords, hint: t.markedWordsHint, rows: 2, state })}
${field(ctx, { name: 'name', label: t.whatIsMeasured, hint: t.whatIsMeasuredHint, width: 'full', state })}
${field(ctx, { name: 'unit', label: t.unit, hint: t.unitHint, width: 'short', state })}
${field(ctx, { name: 'value', label: t.value, hint: t.valueHint, width: 'short', state })}
${field(ctx, { name: 'qualifier', label: t.qualifier, hint: t.qualifierHint, optional: true, width: 'short', state })}
${field(ctx, { name: 'asOf', label: t.asOf, hint: t.asOfHint, optional: true, width: 'short', state })}
${field(ctx, { name: 'place', label: t.place, optional: true, width: 'medium', state })}
${field(ctx, { name: 'ageGroup', label: t.ageGroup, optional: true, width: 'short', state })}
${field(ctx, { name: 'to', label: t.upTo, optional: true, width: 'short', state })}
${field(ctx, { name: 'of', label: t.ofAll, optional: true, width: 'short', state })}
${field(ctx, { name: 'changePercent', label: t.claimedChange, hint: t.claimedChangeHint, optional: true, width: 'short', state })}
${field(ctx, { name: 'changedFrom', label: t.since, optional: true, width: 'short', state })}
${field(ctx, { name: 'note', label: t.note, optional: true, width: 'full', state })}`,
})}`,
  });
}
