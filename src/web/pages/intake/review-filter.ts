import {
  confidenceLevelOf,
  confidenceLevels,
  proposalStateNames,
  proposalStates,
} from '../../../domain/intake/index.ts';
import { field } from '../../components/field/field.ts';
import { tickBox } from '../../components/fieldset/fieldset.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { labelOf } from './proposal-words.ts';
import type { ReviewFacts } from './review-page.ts';
import { confidenceChoices } from './review-query.ts';
import { texts } from './texts.ts';

/** Cuts the list by type, state, confidence and remarks; each choice says how many proposals it has. */
export function reviewFilter(ctx: RequestContext, { file, proposals, query }: ReviewFacts): Html {
  const t = texts[ctx.language];
  const { typ, lage, sakerhet, problem, tangenter } = query;
  const state = freshForm({ typ, lage: lage ?? 'open', sakerhet, problem });
  const types = [...new Set(proposals.map((one) => one.type))];
  const countOf = (type: string) => proposals.filter((one) => one.type === type).length;
  const stateCount = (name: string) => proposals.filter((one) => one.state === name).length;
  return filterBar(ctx, {
    action: `/las-in/${file.id}`,
    active: [typ, lage, sakerhet, problem].some(Boolean),
    ...(tangenter && { keep: { tangenter } }),
    fields: html`${field(ctx, {
      kind: 'select',
      name: 'typ',
      label: t.type,
      empty: `${t.allTypes} (${proposals.length})`,
      state,
      options: types.map((type) => ({ value: type, text: `${labelOf(ctx, type, 2)} (${countOf(type)})` })),
    })}${field(ctx, {
      kind: 'select',
      name: 'lage',
      label: t.state,
      empty: `${proposalStates.open[ctx.language]} (${stateCount('open')})`,
      state,
      options: [
        ...proposalStateNames
          .filter((name) => name !== 'open')
          .map((name) => ({ value: name, text: `${proposalStates[name][ctx.language]} (${stateCount(name)})` })),
        { value: 'alla', text: t.anyState },
      ],
    })}${field(ctx, {
      kind: 'select',
      name: 'sakerhet',
      label: t.confidence,
      empty: t.anyConfidence,
      state,
      options: confidenceChoices.map((value) => ({ value, text: confidenceText(ctx, value) })),
    })}${tickBox({ name: 'problem', label: t.onlyRemarks, state })}`,
  });
}

function confidenceText(ctx: RequestContext, value: (typeof confidenceChoices)[number]): string {
  const t = texts[ctx.language];
  const [direction, figure] = value.split('-');
  const shown = ctx.format.number(Number(figure), 2);
  const word = confidenceLevels[confidenceLevelOf(Number(figure))].label[ctx.language];
  return direction === 'minst' ? t.atLeast(shown, word) : t.below(shown);
}
