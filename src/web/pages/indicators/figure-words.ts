import type { Indicator, IndicatorValue } from '../../../domain/indicators/index.ts';
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
  return /^\d{4}-\d{2}$/.test(asOf) ? ui.format.month(`${asOf}-01`) : asOf;
}

/** "+138 %": a change always carries its sign. */
export function signed(ui: Ui, value: number, unit = ''): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : '±';
  return `${sign}${numberWords(ui, Math.abs(value))}${unit && ` ${unit}`}`;
}
