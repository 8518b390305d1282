/**
 * A registration number (diarienummer) names a matter in the register of an authority. There is no national form: each authority has its own,
 * and the same number in many meetings is one matter. The forms below are those met in genuine papers; they are recognised, never rewritten.
 */
export type RegistrationNumber = {
  readonly start: number;
  readonly end: number;
  /** As printed, white space inside made single. */
  readonly text: string;
  readonly form: (typeof registrationForms)[number]['form'];
  /** The year in the number, when its form has one. */
  readonly year?: number;
};

/** The forms, the most telling first. Each pattern is anchored by letters or a four-digit year, so that a plain fraction is never taken. */
const registrationForms = [
  { form: 'region', pattern: /(\d{2})[A-ZÅÄÖ]{2,4}\d{1,6}/ },
  { form: 'prefixYearSerial', pattern: /[A-ZÅÄÖ]{2,5}-(\d{4})-\d{3,6}(?::\d{1,3})?/ },
  { form: 'prefixSlashYearSerial', pattern: /[A-ZÅÄÖ][A-Za-zåäö]{1,4}(?:\/|\s)?(\d{4})[:/]\d{1,5}/ },
  { form: 'prefixSerialYear', pattern: /[A-ZÅÄÖ][A-Za-zåäö]{1,4}[\s/]\d{1,5}\/(\d{4})/ },
  { form: 'yearPrefixSerial', pattern: /(\d{4})-[A-ZÅÄÖ]{2,4}\d{3,6}/ },
  { form: 'prefixDigits', pattern: /[A-ZÅÄÖ][A-Za-zåäö]{1,2}(\d{2})\d{4}/ },
  { form: 'serialYear', pattern: /\d{5}\/(\d{4})/ },
] as const;

const before = String.raw`(?<![\p{L}\p{N}/-])`;
const after = String.raw`(?![\p{L}\p{N}/]|[:-]\d)`;
const compiled = registrationForms.map(({ form, pattern }) => ({
  form,
  everywhere: new RegExp(`${before}${pattern.source}${after}`, 'gu'),
  whole: new RegExp(`^${pattern.source}$`, 'u'),
}));

/** All registration numbers in a text, in order. */
export function findRegistrationNumbers(text: string): readonly RegistrationNumber[] {
  const found: RegistrationNumber[] = [];
  for (const { form, everywhere } of compiled)
    for (const match of text.matchAll(everywhere)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ start, end, text: match[0].replace(/\s+/g, ' '), form, ...yearIn(match[1]) });
    }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether the whole text is one registration number. */
export function isRegistrationNumber(text: string): boolean {
  return compiled.some(({ whole }) => whole.test(text.trim()));
}

function yearIn(digits: string | undefined): { year?: number } {
  if (!digits) return {};
  const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  return year >= 1900 && year <= 2100 ? { year } : {};
}
