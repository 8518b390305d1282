import type { Localized } from '../../kernel/language.ts';
import { sentenceTexts } from '../../kernel/sentences.ts';

/**
 * How an assignment stands at the end of a period, as the interim and annual reports say it. A row means: the standing sentence that Kansli
 * prints for the status, the short label of lists and charts, the tone it is shown in, and the ways in which it is recognised in a text.
 * A row does *not* say anything about what the committee did: that is the answer type (`answer-types.ts`).
 *
 * Two strengths of recognition are kept apart, because the seeds do so:
 * - `whole` matches a sentence whose subject is the assignment itself ("Uppdraget har startat …"). Only such a sentence gives the status.
 * - `part` matches a sentence about an activity or a part of the assignment ("Utbyggnaden … är pausad", "Utvecklingen fortsätter"). It never
 *   gives the status; it is kept as a part status beside `unspecified`, for a person to judge.
 *
 * The rows stand in order of precedence: when several sentences match, the first row wins (a text that says both "har inletts" and "förväntas
 * inte vara avslutat inom det närmaste året" is about a multi-year assignment).
 */
export const assessmentStatuses = {
  multiYear: {
    sentence: 'Uppdraget är en pågående process och förväntas inte vara avslutat inom det närmaste året.',
    sentenceEn: 'The assignment is an ongoing process and is not expected to be finished within the coming year.',
    label: { sv: 'Pågår över flera år', en: 'Runs over several years' },
    tone: 'info',
    whole: /\buppdraget\b.*(?:förväntas|bedöms|beräknas) inte vara (?:avslutat|klart) inom (?:det|de) närmaste/iu,
  },
  startedPartly: {
    sentence: 'Uppdraget har startat men bedöms inte vara helt klart vid årets slut.',
    sentenceEn: 'The assignment has started but is not expected to be entirely finished by the end of the year.',
    label: { sv: 'Startat, delvis klart vid årets slut', en: 'Started, partly done by year end' },
    tone: 'warning',
    whole: /\buppdraget\b.*\bstartat\b.*(?:bedöms|beräknas|förväntas) inte vara helt (?:klart|avslutat)/iu,
  },
  startedDelayed: {
    sentence: 'Uppdraget har startat men bedöms inte vara klart vid årets slut.',
    sentenceEn: 'The assignment has started but is not expected to be finished by the end of the year.',
    label: { sv: 'Startat, inte klart vid årets slut', en: 'Started, not done by year end' },
    tone: 'warning',
    whole: /\buppdraget\b.*\bstartat\b.*(?:bedöms|beräknas|förväntas) inte vara (?:klart|avslutat)/iu,
  },
  startedOnTrack: {
    sentence: 'Uppdraget har startat och bedöms vara klart vid årets slut.',
    sentenceEn: 'The assignment has started and is expected to be finished by the end of the year.',
    label: { sv: 'Startat, klart vid årets slut', en: 'Started, done by year end' },
    tone: 'success',
    whole: /\buppdraget\b.*\bstartat\b.*(?:bedöms|beräknas|förväntas) vara (?:klart|avslutat) vid årets slut/iu,
  },
  paused: {
    sentence: 'Uppdraget är pausat.',
    sentenceEn: 'The assignment is paused.',
    label: { sv: 'Pausat', en: 'Paused' },
    tone: 'danger',
    whole: /\buppdraget\b (?:är|har) (?:tills vidare )?(?:pausats?|lagts i vänteläge)/iu,
    part: /\bpausa(?:d|t|de|ts)(?!\p{L})|\bvänteläge/iu,
  },
  continuing: {
    sentence: 'Uppdraget fortsätter.',
    sentenceEn: 'The assignment continues.',
    label: { sv: 'Fortsätter', en: 'Continues' },
    tone: 'info',
    whole: /\buppdraget fortsätter\b/iu,
    part: /\bfortsätter(?!\p{L})/iu,
  },
  duringYear: {
    sentence: 'Uppdraget genomförs under året.',
    sentenceEn: 'The assignment is carried out during the year.',
    label: { sv: 'Sker under året', en: 'During the year' },
    tone: 'info',
    whole: /\b(?:sker|genomförs) under året(?!\p{L})/iu,
  },
  started: {
    sentence: 'Uppdraget har påbörjats.',
    sentenceEn: 'The assignment has been started.',
    label: { sv: 'Påbörjat', en: 'Started' },
    tone: 'info',
    whole: /\buppdraget har (?:nu )?(?:påbörjats|inletts|startat)(?!\p{L})/iu,
    part: /\bhar (?:även |också )?(?:påbörjats|inletts)(?!\p{L})|\bpåbörjats(?!\p{L})/iu,
  },
  unspecified: {
    sentence: '',
    sentenceEn: '',
    label: { sv: 'Inget läge angivet', en: 'No status stated' },
    tone: 'neutral',
  },
} as const satisfies Record<string, AssessmentStatusRow>;

type AssessmentStatusRow = {
  /** The standing sentence of the report in Swedish; empty when the report prints none. */
  readonly sentence: string;
  readonly sentenceEn: string;
  readonly label: Localized;
  readonly tone: 'success' | 'info' | 'warning' | 'danger' | 'neutral';
  readonly whole?: RegExp;
  readonly part?: RegExp;
};

export type AssessmentStatus = keyof typeof assessmentStatuses;
export const assessmentStatusCodes = Object.keys(assessmentStatuses) as readonly AssessmentStatus[];

/** What a text says about how an assignment stands: the status of the whole, the sentence that says it, and weaker signals about parts. */
export type StatusReading = {
  readonly status: AssessmentStatus;
  /** The sentence the status was read from; when the status is unspecified, the strongest weaker sentence, if there is one. */
  readonly statusPhrase?: string;
  readonly partStatuses: readonly { readonly status: AssessmentStatus; readonly phrase: string }[];
};

/** Reads the status out of the text of an interim report. Nothing is guessed: a text without a sentence on the assignment is unspecified. */
export function readAssessmentStatus(text: string): StatusReading {
  const sentences = sentenceTexts(text);
  const whole = firstMatch(sentences, 'whole');
  const partStatuses = assessmentStatusCodes.flatMap((status) => {
    const row: AssessmentStatusRow = assessmentStatuses[status];
    return sentences
      .filter((sentence) => row.part?.test(sentence) && !row.whole?.test(sentence) && sentence !== whole?.phrase)
      .map((phrase) => ({ status, phrase }));
  });
  if (whole) return { status: whole.status, statusPhrase: whole.phrase, partStatuses };
  return { status: 'unspecified', ...(partStatuses[0] && { statusPhrase: partStatuses[0].phrase }), partStatuses };
}

/**
 * The sentence that a report prints for a status that a person chose: the one in the text that says it, otherwise the standing sentence exactly as
 * the list of the reports has it (list C of the seeds).
 */
export function statusPhraseFor(status: AssessmentStatus, text: string): string | null {
  const read = readAssessmentStatus(text);
  if (read.status === status && read.statusPhrase) return read.statusPhrase;
  return assessmentStatuses[status].sentence || null;
}

function firstMatch(sentences: readonly string[], strength: 'whole' | 'part') {
  for (const status of assessmentStatusCodes) {
    const row: AssessmentStatusRow = assessmentStatuses[status];
    const phrase = sentences.find((sentence) => row[strength]?.test(sentence));
    if (phrase) return { status, phrase };
  }
  return undefined;
}
