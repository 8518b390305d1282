import { tolerant } from '../../documents/tree/damage-tolerant.ts';
import { numberOfWord } from '../../kernel/swedish-amounts.ts';

/** On which answer to which question a question depends. */
export type Dependency = { readonly question: string; readonly equals: string };

/** A condition as it is printed; `corrected` is what it must mean when the printed question cannot be meant. */
export type QuestionCondition = Dependency & { readonly corrected?: Dependency };

const quote = `['’‘"”“´]?`;
const conditionForm = new RegExp(
  `(?<!\\p{L})(?:om\\s{1,3}(?:${tolerant('svaret')}\\s{1,3}\\S{1,3}\\s{1,3})?${quote}(?<equals>ja|nej|delvis)${quote}\\s{1,3}${tolerant('på fråga')}\\s{1,3}(?<question>\\d{1,2}\\s?[a-h]?)(?!\\p{L}))`,
  'iu',
);

/**
 * The condition that a sub-question states. A condition can only look back, and a lettered sub-question follows from its own question: one
 * that names the question itself or a later one is a misprint (seed 004: 10 a refers to question 11), and the own question is what it means.
 */
export function conditionIn(text: string, main: number, letter: string | undefined): QuestionCondition | undefined {
  const { equals, question } = conditionForm.exec(text)?.groups ?? {};
  if (!equals || !question) return undefined;
  const printed = {
    question: question.replace(/\s/gu, ''),
    equals: `${equals[0]!.toUpperCase()}${equals.slice(1).toLowerCase()}`,
  };
  const cannotBeMeant = Number.parseInt(printed.question, 10) > main || printed.question === `${main}${letter ?? ''}`;
  return cannotBeMeant && letter ? { ...printed, corrected: { ...printed, question: String(main) } } : printed;
}

const most = ['två', 'tre', 'fyra', 'fem', 'sex'];
const mostForm = new RegExp(
  `(?:${tolerant('högst')}|${tolerant('max')}|${tolerant('de')})\\s{1,3}(?<most>${most.map(tolerant).join('|')}|\\d)\\s{1,3}(?:${tolerant('viktigaste')}\\s{1,3})?(?:${tolerant('insatser')}|${tolerant('insatserna')}|${tolerant('exempel')}|${tolerant('åtgärder')}|${tolerant('åtgärderna')})`,
  'iu',
);

/** How many things a question asks for at most ("högst tre insatser", "de tre viktigaste insatserna"). */
export function mostItemsIn(text: string): number | undefined {
  const printed = mostForm.exec(text)?.groups?.most;
  if (!printed) return undefined;
  const meant = most.find((one) => new RegExp(`^${tolerant(one)}$`, 'iu').test(printed));
  return meant ? numberOfWord(meant) : Number(printed);
}

const commentForm = new RegExp(`^${tolerant('kommentar')}(?:er)?\\s*(?:\\([^)]*\\))?\\s*:?\\s*`, 'iu');

/** The words of a comment field without its label and prompt. */
export function withoutCommentLabel(text: string): string {
  return text.replace(commentForm, '').trim();
}

const sendForm = new RegExp(`^${tolerant('skicka in')}\\s`, 'iu');

/** Whether a line tells what to send in with the answer. */
export function isAttachmentRequest(text: string): boolean {
  return sendForm.test(text);
}
