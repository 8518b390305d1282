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
  { form: 'prefixSpaceDigits', pattern: /[A-ZÅÄÖ]{2,4} (\d{2})\d{4}/ },
  { form: 'yearSerial', pattern: /((?:19|20)\d{2})-\d{5}/ },
  { form: 'serialYear', pattern: /\d{5}\/(\d{4})/ },
  // The code of the classification is stuck to the year: "00123/20212.6.".
  { form: 'serialYearGlued', pattern: /\d{5}\/((?:19|20)\d{2})/, after: /(?=\d{1,2}(?:\.\d+)*\.)/ },
] as const;

/** Laws and reports of the state are numbered alike and are no matters: "SOU 2017:114". */
const before = String.raw`(?<![\p{L}\p{N}/-])(?!(?:SOU|SFS|HSLF|Ds|Dir)(?!\p{L}))`;
const after = String.raw`(?![\p{L}\p{N}/]|[:-]\d)`;
const compiled = registrationForms.map(({ form, pattern, ...own }) => ({
  form,
  everywhere: new RegExp(`${before}${pattern.source}${'after' in own ? own.after.source : after}`, 'gu'),
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

/**
 * The registration number that a text begins with, behind a label such as "Dnr" or "Ärendenummer" or bare. Beside the number of a § also the
 * short form "1317/22" is one, which elsewhere may be a fraction.
 */
export function leadingRegistrationNumber(text: string): { readonly text: string; readonly end: number } | undefined {
  const label = /^\s*(?:(?:ärendenummer|diarienummer|diarienr|dnr|ärende(?:nr)?)\s*[:.]?\s*)?/iu.exec(text)![0].length;
  const rest = text.slice(label);
  const short = /^\d{2,5}\/\d{2}(?![\p{L}\p{N}/-])/u.exec(rest)?.[0];
  const found = findRegistrationNumbers(rest).find((number) => number.start === 0);
  const number = found?.text ?? short;
  return number ? { text: number, end: label + (found?.end ?? number.length) } : undefined;
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
