import { createHash } from 'node:crypto';
import type { Localized } from '../../kernel/language.ts';
import { claimFindingKinds } from '../reports/index.ts';

/**
 * What can be remarked on in the answers of a return before it is reviewed. A row says what is seen in the register or in the other answers, never
 * that the answer is untrue: who answers may let it stand, with the reason. `note` rows are good to know.
 */
export const answerWarningKinds = {
  figureDiffers: {
    sv: 'Svaret säger {stated} om {name}. Registrets serie säger {series}{asOf}: skillnaden är {difference}.',
    en: 'The answer says {stated} of {name}. The series of the register says {series}{asOf}: the difference is {difference}.',
    severity: claimFindingKinds.figureDiffers.severity,
  },
  changeDiffers: {
    sv: '{name}: {now} efter {before} är {computed} %, men svaret säger {stated} %.',
    en: '{name}: {now} after {before} is {computed} %, but the answer says {stated} %.',
    severity: 'serious',
  },
  seriesChangeDiffers: {
    sv: '{name} ({asOf}): räknat på registrets serie är förändringen {computed} %, men svaret säger {stated} %.',
    en: '{name} ({asOf}): computed from the series of the register the change is {computed} %, but the answer says {stated} %.',
    severity: 'serious',
  },
  shareOfPopulation: {
    sv: '{count} personer och {percent} % betyder {base} personer i allt (fråga {percentQuestion} och {countQuestion}). {label} var {population} ({year}).',
    en: '{count} persons and {percent} % mean {base} persons in all (questions {percentQuestion} and {countQuestion}). {label} was {population} ({year}).',
    severity: 'serious',
  },
  outOfRange: {
    sv: '{stated} kan inte stämma: en andel är 0–100 procent, och ett antal är inte mindre än 0.',
    en: '{stated} cannot be right: a share is 0–100 percent, and a count is not less than 0.',
    severity: 'serious',
  },
  toldDifferently: {
    sv: '{name} är {stated} här och {other} i svaret på fråga {otherQuestion}.',
    en: '{name} is {stated} here and {other} in the answer to question {otherQuestion}.',
    severity: 'serious',
  },
  referenceElsewhere: {
    sv: 'Svaret hänvisar till fråga {named}, men det som nämns står under fråga {standsUnder}.',
    en: 'The answer refers to question {named}, but what it speaks of stands under question {standsUnder}.',
    severity: 'serious',
  },
  referenceUnknown: {
    sv: 'Svaret hänvisar till fråga {named}, som inte finns i formuläret.',
    en: 'The answer refers to question {named}, which is not in the form.',
    severity: 'serious',
  },
  sourceChanged: {
    sv: 'Källan till ett citat i svaret säger något annat nu: {title}.',
    en: 'The source of a quotation in the answer says something else now: {title}.',
    severity: 'serious',
  },
  sourceGone: {
    sv: 'Källan till ett citat i svaret finns inte längre i registret.',
    en: 'The source of a quotation in the answer is no longer in the register.',
    severity: 'serious',
  },
  sourceSecret: {
    sv: 'Något i svaret kommer ur ett ärende som inte är öppet längre. Pröva om det kan lämnas ut.',
    en: 'Something in the answer comes from a matter that is no longer open. Try whether it can be given out.',
    severity: 'serious',
  },
  tooManyItems: {
    sv: 'Svaret tar upp {items} punkter. Formuläret ber om högst {most}.',
    en: 'The answer lists {items} points. The form asks for at most {most}.',
    severity: 'serious',
  },
  methodUnsaid: {
    sv: 'Det är inte sagt om talet har räknats fram på samma sätt som {year}.',
    en: 'It has not been said whether the figure was counted as in {year}.',
    severity: 'note',
  },
} as const satisfies Record<string, Localized & { readonly severity: 'serious' | 'note' }>;
export type AnswerWarningKind = keyof typeof answerWarningKinds;
export const answerWarningKindCodes = Object.keys(answerWarningKinds) as readonly AnswerWarningKind[];

/** One remark on the answer to a question, with the figures that it is about. */
export type AnswerWarning = {
  readonly kind: AnswerWarningKind;
  /** The code of the question. */
  readonly question: string;
  readonly values: Readonly<Record<string, string>>;
};

/** That a person lets the answer stand as it is in spite of a remark. */
export type WarningSettlement = { readonly reason: string; readonly by: string; readonly at: Date };

/** A remark with its name and whether somebody has settled it. */
export type JudgedWarning = AnswerWarning & {
  readonly key: string;
  readonly severity: 'serious' | 'note';
  readonly settled: WarningSettlement | null;
};

/** The name of a remark: with another figure it is another remark, which nobody has settled. */
export function warningKey({ kind, question, values }: AnswerWarning): string {
  const told = Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([kind, question, told]))
    .digest('hex')
    .slice(0, 32);
}
