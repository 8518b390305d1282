import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { asOfKind } from './as-of.ts';
import { type MissingReason, missingReasons, type Sex, sexes } from './series.ts';

/** A value that is to be kept: of which indicator, of what it holds, and how much it is or why it is missing. */
export type NewValue = {
  readonly indicatorId: Id<'indicator'>;
  readonly asOf: string;
  readonly place?: string;
  readonly sex?: Sex;
  readonly ageGroup?: string;
  readonly forecast?: boolean;
  readonly value: number | null;
  readonly missing?: MissingReason | null;
  readonly qualifier?: string | null;
  readonly preliminary?: boolean;
  readonly comparable?: boolean | null;
  readonly of?: number | null;
  readonly to?: number | null;
  readonly note?: string | null;
};

/** The largest number that is kept exactly: what is above is a slip of the hand. */
const largest = 1e15;

/** What is wrong with a value. A value that is missing says why, and one that is there says nothing of it. */
export function valueProblems(value: NewValue, path = ''): readonly Problem[] {
  const at = (name: string) => (path ? `${path}.${name}` : name);
  return [
    ...(asOfKind(value.asOf) === undefined ? [{ path: at('asOf'), key: 'indicators.asOf' }] : []),
    ...numberProblems(at('value'), value.value),
    ...numberProblems(at('of'), value.of ?? null),
    ...numberProblems(at('to'), value.to ?? null),
    ...(value.value === null && !(value.missing && Object.hasOwn(missingReasons, value.missing))
      ? [{ path: at('value'), key: 'indicators.valueOrReason' }]
      : []),
    ...(value.value !== null && value.missing ? [{ path: at('missing'), key: 'indicators.valueAndReason' }] : []),
    ...(value.sex !== undefined && !Object.hasOwn(sexes, value.sex)
      ? [{ path: at('sex'), key: 'validation.choose' }]
      : []),
  ];
}

function numberProblems(path: string, value: number | null): readonly Problem[] {
  return value === null || (Number.isFinite(value) && Math.abs(value) <= largest)
    ? []
    : [{ path, key: 'validation.number' }];
}

/** What makes two values the same one: the indicator, of what and of when. */
export function valueKey(
  value: Pick<NewValue, 'indicatorId' | 'asOf' | 'place' | 'sex' | 'ageGroup' | 'forecast'>,
): string {
  const { indicatorId, asOf, place = '', sex = 'all', ageGroup = '', forecast = false } = value;
  return JSON.stringify([indicatorId, asOf, place.trim(), sex, ageGroup.trim(), forecast]);
}
