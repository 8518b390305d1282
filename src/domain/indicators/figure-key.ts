import { type Id, isId } from '../../kernel/id.ts';
import { asOfKind } from './as-of.ts';

/** The key of a figure that is asked for: its indicator and the time it is of, so that the answer is told apart from one of another time. */
export function figureKey(indicatorId: Id<'indicator'>, period: string): string {
  return `${indicatorId}_${period}`;
}

/** The indicator and the time of a figure that was answered; undefined for a key that nobody here has asked with. */
export function readFigureKey(
  key: string,
): { readonly indicatorId: Id<'indicator'>; readonly period: string } | undefined {
  const [indicatorId = '', period = ''] = key.split('_');
  return isId(indicatorId) && asOfKind(period) !== undefined ? { indicatorId, period } : undefined;
}

/** What a series calls a principal: "Granby" for Granby kommun where there are values of Granby, else the name that it has in the register. */
export function placeOfPrincipal(name: string, places: readonly string[]): string {
  if (places.includes(name)) return name;
  const bare = name.replace(/\s+kommun$/iu, '');
  return [bare, bare.replace(/s$/u, '')].find((one) => places.includes(one)) ?? name;
}
