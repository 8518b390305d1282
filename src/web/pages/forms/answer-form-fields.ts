import type { AnswerKind } from '../../../domain/forms/index.ts';
import { field } from '../../components/field/field.ts';
import { group } from '../../components/fieldset/fieldset.ts';
import { type LineColumn, lineEditor } from '../../components/line-editor/line-editor.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { texts } from './texts.ts';

/** Empty lines at the end of a list, for what is new. */
const newLines = 3;

/** The fields that a kind of answer has of its own: options, rows, steps, limits. */
export function answerFields(ctx: RequestContext, kind: AnswerKind, state: FormState): Content {
  const t = texts[ctx.language];
  switch (kind) {
    case 'yesNo':
      return null;
    case 'single':
    case 'multi':
      return optionFields(ctx, kind, state);
    case 'matrix':
      return html`${rowFields(ctx, state)}${optionFields(ctx, kind, state)}`;
    case 'scale':
      return group(
        t.answerKind,
        html`${field(ctx, { kind: 'number', name: 'from', label: t.lowest, state })}${field(ctx, { name: 'lowLabel', label: t.lowLabel, width: 'full', state })}
${field(ctx, { kind: 'number', name: 'to', label: t.highest, state })}${field(ctx, { name: 'highLabel', label: t.highLabel, width: 'full', state })}`,
      );
    case 'percent':
    case 'count':
      return field(ctx, {
        name: 'cannotStateLabel',
        label: t.cannotState,
        hint: t.cannotStateHint,
        optional: true,
        width: 'full',
        state,
      });
    case 'text':
      return html`${field(ctx, { kind: 'number', name: 'mostItems', label: t.mostItems, hint: t.limitHint, optional: true, state })}${field(ctx, { kind: 'number', name: 'mostCharacters', label: t.mostCharacters, optional: true, state })}`;
  }
}

function optionFields(ctx: RequestContext, kind: 'single' | 'multi' | 'matrix', state: FormState): Html {
  const t = texts[ctx.language];
  const specify: LineColumn = { name: 'specify', label: t.optionSpecify, kind: 'text' };
  const exclusive: LineColumn = { name: 'exclusive', label: t.optionExclusive, kind: 'tick' };
  const columns = { single: [specify], multi: [specify, exclusive], matrix: [] }[kind];
  return group(
    t.options,
    html`<p class="field-hint">${t.optionsHint}</p>${lineEditor(ctx, { list: 'options', label: t.optionText, columns, count: linesIn(state, 'options'), state })}`,
  );
}

function rowFields(ctx: RequestContext, state: FormState): Html {
  const t = texts[ctx.language];
  return group(
    t.rows,
    html`<p class="field-hint">${t.rowsHint}</p>${lineEditor(ctx, { list: 'rows', label: t.rowText, count: linesIn(state, 'rows'), state })}${field(ctx, { name: 'rowTextLabel', label: t.rowTextLabel, hint: t.rowTextHint, optional: true, width: 'full', state })}`,
  );
}

/** How many lines there are: those that say something, and empty ones after them. */
function linesIn(state: FormState, list: 'options' | 'rows'): number {
  const form = new RegExp(`^${list}\\.(\\d+)\\.text$`, 'u');
  const known = Object.entries(state.values).flatMap(([name, value]) => {
    const at = form.exec(name)?.[1];
    return at !== undefined && value ? [Number(at)] : [];
  });
  return Math.max(-1, ...known) + 1 + newLines;
}
