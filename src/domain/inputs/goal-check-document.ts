import { type Block, type DocumentTree, heading, paragraph, text } from '../../documents/tree/index.ts';
import { assessmentStatuses } from '../assessments/index.ts';
import { planName } from '../plans/index.ts';
import { type CheckedGoal, type GoalCheck, type GoalCheckFigures, goalConclusions } from './goal-check.ts';

/** The check of a plan against the goals as a document: per document and perspective a table of its goals, what leads to each, and what follows. */
export function goalCheckDocument(check: GoalCheck, figures: GoalCheckFigures, authority: string): DocumentTree {
  const { plan, nextPlan, signed, checkedOn, words } = check;
  return {
    title: `Målavstämning av ${planName(plan)}`,
    author: authority,
    language: 'sv',
    date: signed?.on ?? checkedOn,
    facts: [
      { label: 'Avstämd plan', value: planName(plan) },
      ...(nextPlan ? [{ label: 'Inför', value: planName(nextPlan) }] : []),
      { label: 'Avstämd', value: checkedOn },
      ...(signed ? [{ label: 'Undertecknad', value: `${signed.on}, ${signed.by}` }] : []),
    ],
    blocks: [
      ...words
        .split(/\n\s*\n/u)
        .filter((one) => one.trim())
        .map((one) => paragraph(one.trim())),
      ...figures.documents.flatMap((document) => [
        heading(1, document.title),
        ...document.perspectives.flatMap(({ name, goals }) => [heading(2, name), goalTable(name, goals, check)]),
      ]),
      ...withoutGoalBlocks(figures),
    ],
  };
}

function goalTable(perspective: string, goals: readonly CheckedGoal[], { verdicts }: GoalCheck): Block {
  return {
    kind: 'table',
    caption: `Mål och uppdrag: ${perspective}`,
    rowHeader: true,
    header: ['Mål', 'Uppdrag i planen', 'Inspel', 'Slutsats'].map((one) => [text(one)]),
    rows: goals.map((goal) => {
      const verdict = verdicts.get(goal.id);
      const conclusion = verdict?.conclusion ? goalConclusions[verdict.conclusion].sv : 'ingen slutsats';
      return [
        [text(goal.heading)],
        [text(assignmentWords(goal))],
        [text(goal.points.length === 0 ? 'inga' : String(goal.points.length))],
        [text(verdict?.words ? `${conclusion}: ${verdict.words}` : conclusion)],
      ];
    }),
  };
}

function assignmentWords({ assignments, gap }: CheckedGoal): string {
  if (gap === 'noAssignment') return 'inget uppdrag';
  const list = assignments
    .map(
      ({ ref, status }) => `${ref} (${status ? assessmentStatuses[status].label.sv.toLowerCase() : 'ingen lägesbild'})`,
    )
    .join(', ');
  return gap === 'standsStill' ? `${list}: alla står still` : list;
}

function withoutGoalBlocks({ withoutGoal }: GoalCheckFigures): readonly Block[] {
  if (withoutGoal.length === 0) return [];
  return [
    heading(1, 'Uppdrag utan mål'),
    {
      kind: 'list',
      ordered: false,
      items: withoutGoal.map(({ ref, title }) => ({ content: [text(`${ref} ${title}`)] })),
    },
  ];
}
