import { timeWords } from '../../../documents/tree/index.ts';
import {
  type Indicator,
  type IndicatorValue,
  missingReasons,
  type SeriesPoint,
} from '../../../domain/indicators/index.ts';
import type { Ui } from '../../contracts.ts';
import { texts } from './texts.ts';

/** A number with as many decimals as it has, at most two. */
export function numberWords(ui: Ui, value: number): string {
  const digits = [0, 1].find((count) => Number(value.toFixed(count)) === value) ?? 2;
  return ui.format.number(value, digits);
}

/** "över 7 000", "46 %": the value as its source limits it. A count needs no unit. */
export function valueWords(
  ui: Ui,
  { unit }: Pick<Indicator, 'unit'>,
  { value, qualifier }: Pick<IndicatorValue, 'value' | 'qualifier'>,
): string {
  const number = numberWords(ui, value);
  return [qualifier, unit === 'antal' || !unit ? number : `${number} ${unit}`].filter(Boolean).join(' ');
}

/** The day, month or year for which a value holds. */
export function asOfWords(ui: Ui, asOf: string | null): string {
  if (!asOf) return texts[ui.language].noDate;
  if (/^\d{4}-\d{2}-\d{2}$/.test(asOf)) return ui.format.date(asOf);
  return /^\d{4}-\d{2}$/.test(asOf) ? ui.format.month(`${asOf}-01`) : timeWords(asOf, ui.language);
}

/** "+138 %": a change always carries its sign. */
export function signed(ui: Ui, value: number, unit = ''): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : '±';
  return `${sign}${numberWords(ui, Math.abs(value))}${unit && ` ${unit}`}`;
}

/** A point as words: its value with what limits it, the range or whole it belongs to, or why it is missing. */
export function pointWords(
  ui: Ui,
  indicator: Pick<Indicator, 'unit'>,
  point: Pick<SeriesPoint, 'value' | 'missing' | 'qualifier' | 'to' | 'of'>,
): string {
  const { value, missing, qualifier, to, of } = point;
  if (value === null) return missing ? missingReasons[missing][ui.language] : '–';
  const t = texts[ui.language];
  const words = valueWords(ui, indicator, { value, qualifier });
  const range = to === null ? words : `${words}–${numberWords(ui, to)}`;
  return of === null ? range : t.ofWhole(range, numberWords(ui, of));
}

/** The name as it begins a line. */
export function sentence(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('sv')}${text.slice(1)}`;
}
