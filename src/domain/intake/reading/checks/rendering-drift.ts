import { comparable, type Draft, type ReadProblem } from '../../../../documents/tree/recognise.ts';
import { sentenceTexts } from '../../../../kernel/sentences.ts';
import type { ProposedDecision } from '../../../decisions/index.ts';
import type { ProposedGoal } from '../../../goals/index.ts';
import type { ProposedBudgetInputPoint } from '../../../inputs/index.ts';

/** The clauses that only one of two renderings of a proposal has: a decision on one text while another was prepared. */
export function decisionDrift(main: Draft<ProposedDecision>, other: Draft<ProposedDecision>): readonly ReadProblem[] {
  const [ours, theirs] = [new Set(main.clauses.map(comparable)), new Set(other.clauses.map(comparable))];
  const onlyHere = main.clauses.filter((clause) => !theirs.has(comparable(clause)));
  const onlyThere = other.clauses.filter((clause) => !ours.has(comparable(clause)));
  if (onlyHere.length === 0 && onlyThere.length === 0) return [];
  const parts = [
    ...onlyHere.map((clause) => `”${clause}” finns bara här`),
    ...onlyThere.map((clause) => `”${clause}” finns bara på rad ${other.source.line}`),
  ];
  return [
    {
      code: 'proposalDrift',
      message: `Förslaget till beslut${main.item ? ` i punkt ${main.item}` : ''} lyder olika i kallelsen och i underlaget: ${parts.join('; ')}.`,
      source: main.source,
    },
  ];
}

const modalForm = /(?<!\p{L})(?:måste|ska|skall|bör|kan|får)(?!\p{L})/giu;

/** What a wish demands: "måste" in one rendering and "bör" in another is a difference in substance, not in style. */
export function pointDrift(
  main: Draft<ProposedBudgetInputPoint>,
  others: readonly Draft<ProposedBudgetInputPoint>[],
): readonly ReadProblem[] {
  const demand = (text: string) => text.match(modalForm)?.[0]?.toLocaleLowerCase('sv');
  const ours = demand(main.headline);
  const differing = others.flatMap((other) => {
    const theirs = demand(other.text);
    return ours && theirs && theirs !== ours ? [`”${theirs}” på rad ${other.source.line}`] : [];
  });
  if (differing.length === 0) return [];
  const message = `Punkt ${main.number}: här står ”${ours}”, men ${differing.join(' och ')}. Det är skillnad i vad som begärs.`;
  return [{ code: 'modalityDiffers', message, source: main.source }];
}

/** Sentences of a goal that another rendering words differently; sentences that are only left out on a slide are no difference. */
export function goalDrift(main: Draft<ProposedGoal>, other: Draft<ProposedGoal>): readonly ReadProblem[] {
  const ours = sentenceTexts(main.text);
  const known = new Set(ours.map(comparable));
  const changed = sentenceTexts(other.text).filter((sentence) => !known.has(comparable(sentence)));
  if (changed.length === 0) return [];
  return [
    {
      code: 'goalWordingDiffers',
      message: `Målet ”${main.heading}” lyder olika här och på rad ${other.source.line}: ${changed.map((sentence) => `”${sentence}”`).join(' ')}`,
      source: main.source,
    },
  ];
}
