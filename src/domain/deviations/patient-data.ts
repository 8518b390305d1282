/**
 * What keeps patient data out of a deviation (R-GDPR-3, patientdatalagen): every text that somebody writes is looked through before anything is saved. What
 * surely points a person out is never taken; what may do so is taken when somebody has read it again and says that it does not. No problem carries the
 * text itself, so that what was refused stands nowhere but in the form of the one who wrote it.
 */
import { holdsPersonalNumber } from '../../kernel/personal-number.ts';
import type { Problem } from '../../kernel/problem.ts';

/** A birth date and four digits, whatever the last digit: a number that somebody mistyped points the same person out. */
const numberShape =
  /(?<!\d)(?:(?:18|19|20)\d{2}|\d{2})[- ]?(?:0[1-9]|1[0-2])[- ]?(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-+–— ]?(?:\d{4}|[TPtp]\d{3}|[xX*]{4})(?!\d)/u;
const phoneShape =
  /(?<![\d:.,/-])(?:\+46|0046|0(?=7[02369]|8|1\d|2\d|3\d|4\d|5\d|6\d|9\d))[- ]?\(?0?\)?(?:\d[-– ]?){6,9}\d(?![\d:.,/-]*\d)/u;
const mailShape = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u;

/** What is never taken, by the key of its problem. */
const never: readonly (readonly [key: string, holds: (text: string) => boolean])[] = [
  ['deviations.personNumber', (text) => holdsPersonalNumber(text) || numberShape.test(text)],
  ['deviations.contact', (text) => mailShape.test(text) || phoneShape.test(text)],
];

/** What may point a person out. */
const perhaps: readonly RegExp[] = [
  // "A.K., 84 år", "AK 84 år": initials with an age.
  /(?<![\p{L}\d])\p{Lu}\.?[ ]?\p{Lu}\.?,?[ ]+\d{1,3}(?:[ -]?år|[ ]?å)(?!\p{Ll}*(?:s|liga|vis)\b)/u,
  // "84-årig", "en 91 år gammal", "84-åring".
  /(?<!\d)\d{1,3}[ -]?år(?:ig|ing|s?[ ]gammal)/iu,
  // "född 1938", "f. 1938".
  /(?<!\p{L})(?:född|f\.)[ ]?(?:den[ ])?\d/iu,
  // "pat", "pat.", "pt", "brukaren B": somebody in particular.
  /(?<!\p{L})(?:pat|pt)\.?(?!\p{L})/iu,
  /(?<!\p{L})(?:patienten|brukaren|klienten|boende[nt]?|fru|herr|mannen|kvinnan)[ ]\p{Lu}\p{Ll}*/u,
  // "hennes make", "lägenhet 1203", "rum 14": where or with whom somebody lives.
  /(?<!\p{L})(?:rum|lgh|lägenhet)[ ](?:nr[ ])?\d/iu,
];

/** Two words with capitals in a sentence look like a name, unless they are one of these. */
const nameShape = /(?<=[\p{Ll},;:–-][ ]|^)(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)[ ](\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)/gmu;
const placeWords =
  /^(?:region|landsting|norra|södra|västra|östra|mellersta|nya|gamla|stora|lilla|sankt|svenska|sveriges|socialstyrelsen|vårdcentralen|hemsjukvården|kommunens|den|det|en|ett|vid|när|om|i|på|efter|före|under|vår|alla|ingen|flera)$/iu;

export type TextRisk = 'never' | 'perhaps' | 'none';

/** How a text stands to the rule. `known` are names of bodies and units, which point no person out. */
export function textRisk(text: string, known: readonly string[] = []): TextRisk {
  const plain = text.normalize('NFKC').replaceAll('\u00a0', ' ');
  if (never.some(([, holds]) => holds(plain))) return 'never';
  return perhaps.some((shape) => shape.test(plain)) || looksLikeName(plain, known) ? 'perhaps' : 'none';
}

/**
 * The problems of the texts of a form, by the path of each. `acknowledged` says that somebody has read the texts again and that they point nobody out: it
 * answers what may do so, and never a number or an address.
 */
export function patientDataProblems(
  texts: Readonly<Record<string, string | null | undefined>>,
  { acknowledged, known = [] }: { readonly acknowledged: boolean; readonly known?: readonly string[] },
): readonly Problem[] {
  return Object.entries(texts).flatMap(([path, text]): readonly Problem[] => {
    if (!text) return [];
    const plain = text.normalize('NFKC').replaceAll('\u00a0', ' ');
    const refused = never.find(([, holds]) => holds(plain));
    if (refused) return [{ path, key: refused[0] }];
    return !acknowledged && textRisk(text, known) === 'perhaps' ? [{ path, key: 'deviations.perhapsPerson' }] : [];
  });
}

function looksLikeName(text: string, known: readonly string[]): boolean {
  const withoutKnown = known
    .filter((name) => name.includes(' '))
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, 'x'), text);
  return [...withoutKnown.matchAll(nameShape)].some(([, first = '', last = '']) => {
    return !placeWords.test(first) && !/(?:kommun|sjukhus|vårdcentral|län|region)(?:en|et|s)?$/iu.test(last);
  });
}
