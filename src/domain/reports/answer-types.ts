import type { Localized } from '../../kernel/language.ts';

/**
 * What a committee answers for an assignment in its report-back. A row means: the label on screen, the standing sentence (for the answers that
 * have one), and how the answer is recognised. A row does *not* say how the assignment stands: that is the assessment status.
 * The rows stand in order of precedence; "planeras för föredragning" is planned although the word for a briefing is in it.
 */
export const answerTypes = {
  elsewhere: {
    label: { sv: 'Riktas till annan beredning', en: 'Directed to another committee' },
    sentence: 'Uppdraget riktas till annan beredning.',
    sentenceEn: 'The assignment is directed to another committee.',
    pattern: /\briktas till (?:en )?(?:annan|andra) (?:beredning|nämnd|organ)/iu,
  },
  notDealtWith: {
    label: { sv: 'Har inte behandlats', en: 'Not dealt with' },
    sentence: 'Frågan har inte behandlats av beredningen.',
    sentenceEn: 'The committee has not dealt with the question.',
    pattern: /\bhar (?:ännu )?inte behandlats(?!\p{L})/iu,
  },
  notConcerned: {
    label: { sv: 'Berörs ej', en: 'Not concerned' },
    sentence: 'Beredningen berörs ej av uppdraget.',
    sentenceEn: 'The committee is not concerned by the assignment.',
    pattern: /\bberörs (?:ej|inte) av uppdraget/iu,
  },
  notNow: {
    label: { sv: 'Utanför området i nuläget', en: 'Outside the remit for now' },
    sentence: 'Uppdraget ligger inte inom beredningens område i det här skedet.',
    sentenceEn: 'The assignment is not within the remit of the committee at this stage.',
    pattern: /\bligger (?:inte|ej) inom .{0,60}\bområde\b/iu,
  },
  absorbed: {
    label: { sv: 'Ingår i annan plan', en: 'Part of another plan' },
    sentence: '',
    sentenceEn: '',
    pattern: /\binförliva(?:s|ts) i(?!\p{L})|(?<!\p{L})är en del (?:i|av) (?:det |den )?kommande(?!\p{L})/iu,
  },
  planned: {
    label: { sv: 'Planerat', en: 'Planned' },
    sentence: '',
    sentenceEn: '',
    pattern: /\bplaneras(?: för)?(?!\p{L})|\bkommer att (?:föredras|behandlas)(?!\p{L})/iu,
  },
  decided: {
    label: { sv: 'Beslutat', en: 'Decided' },
    sentence: '',
    sentenceEn: '',
    pattern: /\b(?:beslutades|antogs|fastställdes|har beslutats|har antagits) (?:\p{L}+ )?av(?!\p{L})/iu,
  },
  briefing: {
    label: { sv: 'Föredragning eller information', en: 'Briefing' },
    sentence: '',
    sentenceEn: '',
    pattern:
      /föredragning|föredrag(?!\p{L})|redogörelse|\binformation\b|\binformera(?:des|ts)|nulägesrapport|lägesrapport/iu,
  },
  other: {
    label: { sv: 'Annat svar', en: 'Other answer' },
    sentence: '',
    sentenceEn: '',
  },
} as const satisfies Record<string, AnswerTypeRow>;

type AnswerTypeRow = {
  readonly label: Localized;
  /** The standing sentence of this answer in Swedish; empty when the answer is written freely or from evidence. */
  readonly sentence: string;
  readonly sentenceEn: string;
  readonly pattern?: RegExp;
};

export type AnswerType = keyof typeof answerTypes;
export const answerTypeCodes = Object.keys(answerTypes) as readonly AnswerType[];

/** The answer type of a written answer: the first row that recognises it, otherwise `other`. */
export function readAnswerType(answer: string): AnswerType {
  return answerTypeCodes.find((code) => (answerTypes[code] as AnswerTypeRow).pattern?.test(answer)) ?? 'other';
}
