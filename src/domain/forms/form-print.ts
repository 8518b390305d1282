import type { AnswerForm, Option, QuestionPeriod } from './form-structure.ts';

/**
 * The words that a printed form sets over and beside answers. They are what the reader of printed forms knows an answer by, so both take them from
 * here.
 */
export const answerLabels = {
  text: 'Svar',
  percent: 'Andel i procent',
  count: 'Antal',
  comment: 'Kommentar',
  attachments: 'Bilagor',
  row: 'Avser',
  cannotState: 'Kan inte anges',
  unanswered: 'Inte besvarad.',
} as const;

/** A box as text: every font of a paper has it or its like, and a reader tells it from words. */
export const tickOf = (ticked: boolean): '☒' | '☐' => (ticked ? '☒' : '☐');

/** An option as it is printed: with the words that ask for more behind it ("Annat, ange vad"). */
export function printedOption({ text, specifyLabel }: Pick<Option, 'text' | 'specifyLabel'>): string {
  if (specifyLabel === null || text.toLowerCase().endsWith(specifyLabel.toLowerCase())) return text;
  return `${text}, ${specifyLabel[0]?.toLowerCase() ?? ''}${specifyLabel.slice(1)}`;
}

/** The steps of a scale, its ends with their words: "1 (inte alls)". */
export function printedScale(
  scale: Extract<AnswerForm, { readonly kind: 'scale' }>,
): readonly { readonly step: number; readonly text: string }[] {
  return Array.from({ length: Math.max(0, scale.to - scale.from + 1) }, (_, index) => {
    const step = scale.from + index;
    const end = step === scale.from ? scale.lowLabel : step === scale.to ? scale.highLabel : '';
    return { step, text: end ? `${step} (${end})` : String(step) };
  });
}

/** "140 441" and "46,5 %": a number as it is written in Swedish, with spaces that break no line. */
export function printedNumber(kind: 'percent' | 'count', number: number): string {
  const [whole, decimals] = String(Math.abs(number)).split('.');
  const grouped = whole!.replace(/\B(?=(?:\d{3})+$)/gu, '\u00a0');
  return `${number < 0 ? '−' : ''}${grouped}${decimals ? `,${decimals}` : ''}${kind === 'percent' ? '\u00a0%' : ''}`;
}

const dayWords = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' });

/** What time a question is about, as a sentence. */
export function printedPeriod(period: QuestionPeriod): string {
  switch (period.kind) {
    case 'during':
      return `Avser ${period.year}.`;
    case 'since':
      return `Avser tiden från och med ${period.year}.`;
    case 'asOf':
      return `Avser den ${dayWords.format(new Date(`${period.date}T00:00:00Z`))}.`;
  }
}
