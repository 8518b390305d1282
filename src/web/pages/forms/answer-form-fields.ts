import type { AnswerKind } from '../../../domain/forms/index.ts';
import { field, typedIn } from '../../components/field/field.ts';
import { group, tickBox } from '../../components/fieldset/fieldset.ts';
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
  return group(
    t.options,
    html`<p class="field-hint">${t.optionsHint}</p>${linesIn(state, 'options').map((index) => {
      const name = `options.${index}`;
      return html`${codeField(state, name)}${field(ctx, { name: `${name}.text`, label: t.optionText(index + 1), optional: true, width: 'full', state })}${
        kind === 'multi' ? tickBox({ name: `${name}.exclusive`, label: t.optionExclusive, state }) : null
      }${kind === 'matrix' ? null : field(ctx, { name: `${name}.specify`, label: `${t.optionText(index + 1)}: ${t.optionSpecify}`, optional: true, width: 'medium', state })}`;
    })}`,
  );
}

function rowFields(ctx: RequestContext, state: FormState): Html {
  const t = texts[ctx.language];
  return group(
    t.rows,
    html`<p class="field-hint">${t.rowsHint}</p>${linesIn(state, 'rows').map((index) => {
      const name = `rows.${index}`;
      return html`${codeField(state, name)}${field(ctx, { name: `${name}.text`, label: t.rowText(index + 1), optional: true, width: 'full', state })}`;
    })}${field(ctx, { name: 'rowTextLabel', label: t.rowTextLabel, hint: t.rowTextHint, optional: true, width: 'full', state })}`,
  );
}

/** The code of a line that is there already: conditions and answers know it by that. */
function codeField(state: FormState, name: string): Html {
  return html`<input type="hidden" name="${name}.code" value="${typedIn(state, `${name}.code`)}">`;
}

/** The places of the lines that say something, and of the empty ones after them. */
function linesIn(state: FormState, list: 'options' | 'rows'): readonly number[] {
  const form = new RegExp(`^${list}\\.(\\d+)\\.text$`, 'u');
  const known = Object.entries(state.values).flatMap(([name, value]) => {
    const at = form.exec(name)?.[1];
    return at !== undefined && value ? [Number(at)] : [];
  });
  return Array.from({ length: Math.max(-1, ...known) + 1 + newLines }, (_, index) => index);
}
