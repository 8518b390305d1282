import {
  type Deviation,
  type DeviationAction,
  type DeviationState,
  deviationStates,
  deviationTransitions,
} from '../../../domain/deviations/index.ts';
import type { Localized } from '../../../kernel/language.ts';
import type { Option } from '../../components/field/field.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import type { Html } from '../../html.ts';
import type { Page } from '../../reply.ts';
import { texts } from './texts.ts';

export const deviationsHref = '/samverkan/avvikelser';

const tones: Readonly<Record<DeviationState, TagTone>> = {
  reported: 'info',
  received: 'part',
  investigated: 'part',
  actionDecided: 'part',
  feedbackGiven: 'ok',
  closed: 'ok',
  sentElsewhere: 'neutral',
};

export function stateTag(ctx: RequestContext, state: DeviationState): Html {
  return tag({ text: deviationStates[state][ctx.language], tone: tones[state] });
}

/** The day or days on which it happened. */
export function daysOf(ctx: RequestContext, { startsOn, endsOn }: Pick<Deviation, 'startsOn' | 'endsOn'>): string {
  const day = ctx.format.date(startsOn);
  return endsOn === null || endsOn === startsOn ? day : `${day} – ${ctx.format.date(endsOn)}`;
}

/** What was done, in the words of the table. */
export function doneLabel(ctx: RequestContext, action: DeviationAction): string {
  return deviationTransitions.find((row) => row.action === action)?.done[ctx.language] ?? action;
}

/** What can be done, as the table of transitions names it. */
export function actionLabel(ctx: RequestContext, action: DeviationAction): string {
  return deviationTransitions.find((row) => row.action === action)?.label[ctx.language] ?? action;
}

/** The codes of a table to choose from. */
export function optionsFrom(ctx: RequestContext, table: Readonly<Record<string, Localized>>): readonly Option[] {
  return Object.entries(table).map(([value, label]) => ({ value, text: label[ctx.language] }));
}

/** The way to a page of deviations. */
export function crumbsTo(ctx: RequestContext, ...below: readonly string[]): NonNullable<Page['crumbs']> {
  return [{ text: texts[ctx.language].title, href: deviationsHref }, ...below.map((text) => ({ text }))];
}
