import { tolerant } from '../../documents/tree/damage-tolerant.ts';
import { months } from '../../kernel/swedish-date-words.ts';
import { figureForms, type Groups, noCases, qualifiers } from './figure-forms.ts';
import { measuredName } from './figure-names.ts';

/** A figure inside a sentence: what was counted, how many, and how it has changed. Offsets are in the text it was found in. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  /** Words that make the value less exact: "över", "cirka". */
  readonly qualifier?: string;
  readonly change?: { readonly percent: number; readonly from?: string };
  /** The whole that the value is a part of ("16 av 30"), or the most it can be ("maxtaket är 120"). */
  readonly of?: number;
  /** The upper end of a range ("8–14 deltagare"). */
  readonly to?: number;
  /** The day, month or year the value holds for, as far as the sentence says. */
  readonly asOf?: string;
  readonly confidence: number;
  readonly rule: string;
};

/** All figures of a text, in order. */
export function figuresIn(text: string): readonly Figure[] {
  const taken: { start: number; end: number }[] = [];
  const figures: Figure[] = [];
  const hasDigit = /\d/.test(text);
  for (const { rule, confidence, form, figure, inWords } of figureForms) {
    if (!hasDigit && !inWords) continue;
    form.lastIndex = 0;
    // Not `matchAll`, which makes a new expression of each form for each paragraph. No form matches nothing, so that each match goes on.
    for (let match = form.exec(text); match; match = form.exec(text)) {
      const groups = match.groups ?? {};
      const value = groups.value ?? groups.percent!;
      const at = match.index + match[0].indexOf(value);
      const overlaps = taken.some((one) => at < one.end && at + value.length > one.start);
      const found =
        overlaps || (groups.noun && noCases.test(groups.noun)) ? undefined : figure(groups, sentenceAt(text, at));
      if (!found?.value) continue;
      const [start, end] = [match.index, match.index + match[0].length];
      taken.push({ start, end });
      const qualifier =
        groups.qualifier && qualifiers.find((one) => new RegExp(`^${tolerant(one)}$`, 'iu').test(groups.qualifier!));
      const asOf = found.unit === '%' ? undefined : timeOf(groups, sentenceAt(text, match.index));
      const name = nameOf(found.name, groups, text, at + value.length);
      figures.push({
        ...found,
        name,
        ...(qualifier && { qualifier }),
        ...(asOf && { asOf }),
        start,
        end,
        confidence,
        rule,
      });
    }
  }
  return figures.sort((a, b) => a.start - b.start);
}

/** Where only a noun was read, the name is found around it; a form that reads a whole name keeps it. */
function nameOf(name: string, { noun }: Groups, text: string, afterValue: number): string {
  const after = text.slice(afterValue, afterValue + sentenceReach);
  const at = noun ? after.indexOf(noun) : -1;
  if (at < 0) return name;
  const before = text.slice(Math.max(0, afterValue - sentenceReach), afterValue).replace(/(?<![\d\s])[\d\s]*$/u, ' ');
  return measuredName(name, before, after.slice(at + noun!.length));
}

const openingYear = new RegExp(`^\\s{0,3}(?:under|i|${tolerant('år')})\\s{1,3}(?<year>(?:19|20)\\d{2})(?!\\d)`, 'iu');

/** The month that stands beside the figure, or the year that its sentence opens with ("Under 2024 har …"). */
function timeOf({ month, year }: Groups, sentence: string): string | undefined {
  const index = month ? months.findIndex((one) => new RegExp(`^${tolerant(one)}$`, 'iu').test(month)) : -1;
  if (year && index >= 0) return `${year}-${String(index + 1).padStart(2, '0')}`;
  return openingYear.exec(sentence)?.groups?.year;
}

/** A sentence is looked for so far to each side, so that a paragraph without an end takes no more time than others. */
const sentenceReach = 600;

/** The sentence around an offset. */
export function sentenceAt(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - sentenceReach), at);
  const after = text.slice(at, at + sentenceReach);
  const from = Math.max(...['. ', '? ', '! ', '\n'].map((stop) => before.lastIndexOf(stop))) + 1;
  const until = after.search(/[.?!](?:\s|$)|\n/u);
  return before.slice(from) + (until < 0 ? after : after.slice(0, until));
}
