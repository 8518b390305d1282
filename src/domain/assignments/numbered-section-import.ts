import {
  fieldsOf,
  type LabelledField,
  linesOf,
  type PlacedLine,
  type Reading,
} from '../../documents/tree/recognise.ts';
import { isRecipientFormula } from './recipient-import.ts';

/** One numbered assignment of a report-back: its text, the committee's answer, and what is quoted from the interim report. */
export type NumberedSection = {
  readonly number: number;
  /** What stands between the number and the text: "." or, in one place of seed 000, ":". */
  readonly mark: string;
  readonly title: LabelledField;
  readonly answer?: LabelledField;
  readonly quotation?: LabelledField;
  readonly lines: readonly PlacedLine[];
  /** The line that names the recipients, which applies until the next such line. */
  readonly formula?: PlacedLine;
};

/** "Uppdrag 13 och 14 riktas till andra beredningar.": numbers that the report leaves to others. */
export type RedirectedSection = { readonly numbers: readonly number[]; readonly to: string; readonly line: PlacedLine };

const numbered = /^Nr\s*(?<number>\d{1,3})\s*(?<mark>[.:])\s*/iu;
const redirected =
  /^Uppdrag(?:en)?\s+(?<numbers>\d{1,3}(?:(?:\s*,\s*|\s+och\s+|\s*[-–]\s*)\d{1,3})*)\s+riktas till\s+(?<to>[^.]+)\.?$/iu;
const labels = {
  answer: /^Svar\s*:\s*/iu,
  quotation: /^Ur (?:\p{L}+\s)?(?:delårsrapport|årsrapport|årsredovisning|tertialrapport)\p{L}*\s*:\s*/iu,
};

/** The sections of a report-back in the order of the document. */
export function numberedSections(reading: Reading): readonly NumberedSection[] {
  const sections: (NumberedSection & { lines: PlacedLine[] })[] = [];
  let formula: PlacedLine | undefined;
  let open = false;
  for (const line of linesOf(reading.blocks)) {
    const match = numbered.exec(line.words.text);
    if (isRecipientFormula(line.words.text)) formula = line;
    if (match) {
      const { number, mark } = match.groups!;
      sections.push({
        number: Number(number),
        mark: mark!,
        title: emptyField,
        lines: [line],
        ...(formula && { formula }),
      });
      open = true;
    } else if (endsSection(line)) open = false;
    else if (open) sections.at(-1)!.lines.push(line);
  }
  return sections.map((section) => {
    const fields = fieldsOf(section.lines, { title: numbered, ...labels });
    return {
      ...section,
      title: fields.find((field) => field.name === 'title') ?? emptyField,
      answer: fields.find((field) => field.name === 'answer'),
      quotation: fields.find((field) => field.name === 'quotation'),
    };
  });
}

export function redirectedSections(reading: Reading): readonly RedirectedSection[] {
  return linesOf(reading.blocks).flatMap((line) => {
    const { numbers, to } = redirected.exec(line.words.text)?.groups ?? {};
    return numbers && to ? [{ numbers: numbersIn(numbers), to: to.trim(), line }] : [];
  });
}

/** "13 och 14" are two numbers, "3, 5 och 7–9" five. */
function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/(\d+)(?:\s*[-–]\s*(\d+))?/g)].flatMap((match) => {
    const from = Number(match[1]);
    const to = match[2] === undefined ? from : Number(match[2]);
    return to < from || to - from > 99 ? [from] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

const endsSection = (line: PlacedLine) =>
  line.block.kind === 'heading' || isRecipientFormula(line.words.text) || redirected.test(line.words.text);

const emptyField: LabelledField = { name: 'title', label: '', value: [], lines: [] };
