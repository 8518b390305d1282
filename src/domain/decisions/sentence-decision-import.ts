import { type Passage, slice, spanOf } from '../../documents/tree/passage.ts';
import type { Draft, Reading, Recogniser } from '../../documents/tree/recognise.ts';
import { sentencesOf } from '../../kernel/sentences.ts';
import {
  type DecidedSentence,
  decidedSentences,
  flowOfPart,
  type MinutesItem,
  minutesItems,
} from '../meetings/index.ts';
import type { ProposedDecision } from './decision-import.ts';

const confidences: Readonly<Record<DecidedSentence['form'], number>> = {
  bodyDecided: 0.95,
  filed: 0.93,
  passive: 0.91,
};

/** Reads decisions that minutes tell in a sentence: "Chefsgruppen beslutade att …", "Agendan godkändes", "… lades till handlingarna" (DEC-05…10, DEC-22). */
export const sentenceDecisionImport: Recogniser<ProposedDecision> = {
  name: 'sentenceDecision',
  appliesTo: ['minutes'],
  recognise(reading) {
    const records = minutesItems(reading).flatMap((item) =>
      decidedSentences(item, reading).flatMap((decided) => decisionOf(decided, item, reading) ?? []),
    );
    return { records, problems: [] };
  },
};

function decisionOf(
  decided: DecidedSentence,
  item: MinutesItem,
  reading: Reading,
): Draft<ProposedDecision> | undefined {
  const source = spanOf(decided.words);
  const proposal = asProposed.test(decided.words.text) ? proposalIn(decided, item) : undefined;
  const at = proposal && spanOf(proposal);
  return (
    source && {
      type: 'decision',
      source,
      ...(at && { alsoAt: [at] }),
      confidence: confidences[decided.form],
      rule: `decision-in-sentence-${decided.form}`,
      item: item.number,
      status: 'made',
      // Without the word that joins a clause to the next.
      clauses: decided.clauses.map((clause) => clause.replace(/,?\s+(?:samt|och)$|,$/u, '')),
      ...(proposal && { proposal: proposal.text }),
      ...(reading.body && { body: reading.body }),
      ...(reading.date && { date: reading.date }),
    }
  );
}

const asProposed = /(?<!\p{L})(?:i enlighet med|enligt|bifalla|att bifalla)\s+(?:\p{L}+\s+)?förslaget?(?!\p{L})/iu;
const proposes = /(?<!\p{L})(?:förslaget är|föreslås|föreslår)(?!\p{L})/iu;

/** What was proposed before a decision "i enlighet med förslaget": the last sentence above it that proposes something. */
export function proposalIn(decided: DecidedSentence, item: MinutesItem): Passage | undefined {
  const until = decided.words.pieces[0]?.source ?? 0;
  const parts = [decided.part, ...item.parts.filter((part) => part !== decided.part)];
  for (const part of parts) {
    const words = flowOfPart(part);
    const found = sentencesOf(words.text, 'line')
      .map((one) => slice(words, one.start, one.end))
      .filter(({ text, pieces }) => proposes.test(text) && (pieces[0]?.source ?? until) < until)
      .at(-1);
    if (!found) continue;
    const clause = /(?:förslaget är|föreslås|föreslår)\s+(?=att(?!\p{L}))/iu.exec(found.text);
    return clause ? slice(found, clause.index + clause[0].length) : found;
  }
  return undefined;
}
