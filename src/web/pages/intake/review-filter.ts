import {
  confidenceLevelOf,
  confidenceLevels,
  proposalStateNames,
  proposalStates,
} from '../../../domain/intake/index.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import type { Html } from '../../html.ts';
import { html } from '../../html.ts';
import { labelOf } from './proposal-words.ts';
import type { ReviewFacts } from './review-page.ts';
import { chosenProposals, confidenceChoices, type ReviewQuery, troubleChoices } from './review-query.ts';
import { texts } from './texts.ts';

/** Cuts the list by words, type, state, confidence and trouble; each choice says how many proposals it would show beside the other choices. */
export function reviewFilter(ctx: RequestContext, { file, proposals, query }: ReviewFacts): Html {
  const t = texts[ctx.language];
  const { typ, lage, sakerhet, problem, sok, tangenter } = query;
  const state = freshForm({ typ, lage: lage === 'open' ? undefined : lage, sakerhet, problem, sok });
  const count = (change: ReviewQuery) =>
    ctx.format.number(chosenProposals(proposals, file, { ...query, ...change }).length);
  const counted = (text: string, change: ReviewQuery) => `${text} (${count(change)})`;
  const types = [...new Set(proposals.map((one) => one.type))];
  const select = (
    name: keyof ReviewQuery,
    label: string,
    empty: string,
    options: readonly { readonly value: string; readonly text: string }[],
  ) =>
    field(ctx, {
      kind: 'select',
      name,
      label,
      empty: counted(empty, { [name]: undefined }),
      state,
      options: options.map(({ value, text }) => ({ value, text: counted(text, { [name]: value }) })),
    });
  return filterBar(ctx, {
    action: `/las-in/${file.id}`,
    active: [typ, lage, sakerhet, problem, sok].some(Boolean),
    ...(tangenter && { keep: { tangenter } }),
    fields: html`${field(ctx, { kind: 'search', name: 'sok', label: t.search, state })}${select(
      'typ',
      t.type,
      t.allTypes,
      types.map((value) => ({ value, text: labelOf(ctx, value, 2) })),
    )}${select('lage', t.state, proposalStates.open[ctx.language], [
      ...proposalStateNames
        .filter((name) => name !== 'open')
        .map((value) => ({ value, text: proposalStates[value][ctx.language] })),
      { value: 'alla', text: t.anyState },
    ])}${select(
      'sakerhet',
      t.confidence,
      t.anyConfidence,
      confidenceChoices.map((value) => ({ value, text: confidenceText(ctx, value) })),
    )}${select(
      'problem',
      t.trouble,
      t.anyTrouble,
      troubleChoices.map((value) => ({ value, text: t.troubles[value] })),
    )}`,
  });
}

function confidenceText(ctx: RequestContext, value: (typeof confidenceChoices)[number]): string {
  const t = texts[ctx.language];
  const [direction, figure] = value.split('-');
  const shown = ctx.format.number(Number(figure), 2);
  const word = confidenceLevels[confidenceLevelOf(Number(figure))].label[ctx.language];
  return direction === 'minst' ? t.atLeast(shown, word) : t.below(shown);
}
