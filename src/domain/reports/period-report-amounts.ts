import { inUnit, type Kronor, type MoneyUnit, moneyUnits } from '../../kernel/money.ts';

/** The unit of money in interim and annual reports. */
export const reportUnit: MoneyUnit = 'tkr';

/** A printed number: thousands parted by a space that no line is broken at, and a real minus sign. */
export function printedNumber(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/gu, '\u00a0');
  return `${value < 0 ? '−' : ''}${grouped}${fraction ? `,${fraction}` : ''}`;
}

/** The text with no line broken within a number or before its unit: sentences are parted from each other with ordinary spaces. */
export function unbroken(text: string): string {
  return text.replace(/(?<=\d) (?=\d{3}(?!\d)|tkr|%)/gu, '\u00a0');
}

/** The unit as it stands after a number: ”antal” says that things are counted and is no unit in which they are. */
export function printedUnit(unit: string | null): string {
  return unit && unit !== 'antal' ? `\u00a0${unit}` : '';
}

/** An amount with its unit: "12 300 tkr". */
export function printedAmount(amount: Kronor, unit: MoneyUnit = reportUnit): string {
  return `${printedNumber(inUnit(amount, unit))}\u00a0${moneyUnits[unit].sv}`;
}
