import { isWholly, join } from '../../../../documents/tree/passage.ts';
import { type ReadProblem, spanOfLines } from '../../../../documents/tree/recognise.ts';
import { type NumberedSection, numberedSections } from '../../../assignments/index.ts';
import { readAnswerType } from '../../../reports/index.ts';
import type { Check } from './check-bundle.ts';

/** What the entries of a report-back say against themselves or against each other. */
export const reportAnswerProblems: Check = (readings) =>
  readings
    .filter((reading) => reading.kind === 'reportBack')
    .flatMap((reading) => {
      const sections = numberedSections(reading);
      return [...sections.flatMap((section) => entryProblems(section)), ...labelProblems(sections)];
    });

function entryProblems(section: NumberedSection): readonly ReadProblem[] {
  const { number, answer, quotation } = section;
  const words = join(answer?.value ?? [], ' ');
  const type = readAnswerType(words.text);
  const source = answer ? spanOfLines(answer.lines) : section.title.lines[0]?.span;
  const problems: ReadProblem[] = [];
  if (!answer) problems.push({ code: 'answerMissing', message: `Nr ${number} har inget svar.`, source });
  if (type === 'planned')
    problems.push({
      code: 'futureMeeting',
      message: `Nr ${number}: svaret hänvisar till ett sammanträde som inte har hållits när rapporten skrivs.`,
      source,
    });
  if (words.text && isWholly(words, 'bold'))
    problems.push({
      code: 'answerInBold',
      message: `Nr ${number}: svaret är i fet stil, vilket kan betyda att det ska ses över.`,
      source,
    });
  if (!quotation)
    problems.push({
      code: 'quotationMissing',
      message: `Nr ${number} har inget citat ur delårsrapporten.`,
      source: section.title.lines[0]?.span,
    });
  return [...problems, ...contradictions(section)];
}

const claimForm = /(?<!\d)(?<year>(?:19|20)\d{2})\s+(?<verb>\p{L}{4,}?)(?:ade|ad|ats|de|da|d|tta|tt|t)(?!\p{L})/giu;

/**
 * An assignment that takes something as done in a year ("den 2022 upprättade planen"), and a quotation that denies it for the same year
 * ("upprättades inte under 2022"): the stem of the verb and the year are the same, and "inte" stands between (E-17).
 */
function contradictions({ number, title, quotation }: NumberedSection): readonly ReadProblem[] {
  const claim = join(title.value, ' ').text;
  const quoted = join(quotation?.value ?? [], ' ').text;
  return [...claim.matchAll(claimForm)].flatMap((match) => {
    const { year, verb } = match.groups!;
    const denial = new RegExp(
      `(?<!\\p{L})${verb}\\p{L}*\\s+(?:inte|ej|aldrig)\\s+(?:under\\s+|i\\s+)?(?:år\\s+)?${year}(?!\\d)`,
      'iu',
    ).exec(quoted);
    if (!denial) return [];
    const message = `Nr ${number}: uppdraget säger ”${match[0]}”, men citatet säger ”${denial[0]}”.`;
    return [{ code: 'claimContradicted', message, source: spanOfLines(quotation!.lines) }];
  });
}

/** The same label in two forms: "Ur delårsrapport" and "Ur delårsrapporten", "Nr 20." and "Nr 21:" (E-19). The fewer are told. */
function labelProblems(sections: readonly NumberedSection[]): readonly ReadProblem[] {
  const quotations = sections.flatMap(({ quotation }) =>
    quotation ? [{ form: quotation.label, source: spanOfLines(quotation.lines.slice(0, 1)) }] : [],
  );
  const marks = sections.map(({ mark, number, lines }) => ({ form: `Nr${mark}`, number, source: lines[0]!.span }));
  return [...variants(quotations), ...variants(marks)];
}

function variants(
  uses: readonly { readonly form: string; readonly source: ReadProblem['source'] }[],
): readonly ReadProblem[] {
  const forms = [...new Set(uses.map((use) => use.form))];
  if (forms.length < 2) return [];
  const count = (form: string) => uses.filter((use) => use.form === form).length;
  const [usual, ...rare] = forms.sort((a, b) => count(b) - count(a));
  return rare.map((form) => ({
    code: 'labelVariants',
    message: `Etiketten skrivs på två sätt: ”${usual}” ${count(usual!)} gånger och ”${form}” ${count(form)} gånger.`,
    source: uses.find((use) => use.form === form)!.source,
  }));
}
