import type { Problem } from './problem.ts';

const shape = /(?<![\d-])(?:(?:18|19|20)\d{2}|\d{2})(?<month>\d{2})(?<day>\d{2})[-+– ]?\d{4}(?![\d-])/gu;

/**
 * Whether a text holds something that can be a Swedish personal identity number or coordination number (folkbokföringslagen 18 and 18 a §§):
 * a day that exists, sixty more for a coordination number, and a last digit that fits. Where no person is to be named, such a text is not taken (R-GDPR-3).
 */
export function holdsPersonalNumber(text: string): boolean {
  return [...text.normalize('NFKC').matchAll(shape)].some(({ 0: written, groups }) => {
    const month = Number(groups?.month);
    const day = Number(groups?.day) % 60;
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 && checkDigitFits(written.replace(/\D/gu, '').slice(-10));
  });
}

/** The problems of texts in which nobody may be pointed out by number, by the path of each. */
export function personalNumberProblems(texts: Readonly<Record<string, string | null | undefined>>): readonly Problem[] {
  return Object.entries(texts).flatMap(([path, text]) =>
    text && holdsPersonalNumber(text) ? [{ path, key: 'privacy.personalNumber' }] : [],
  );
}

/** Luhn's rule over ten digits: every other is doubled, and the sum of all digits ends with 0. */
function checkDigitFits(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
