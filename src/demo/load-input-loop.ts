import { proposeAssignment } from '../domain/assignments/index.ts';
import { listGoals } from '../domain/goals/index.ts';
import {
  editPoint,
  findingsFor,
  getBudgetInput,
  startGoalCheck,
  startInput,
  writePoint,
  writePointsFromFindings,
} from '../domain/inputs/index.ts';
import { createPlan, findPlan } from '../domain/plans/index.ts';
import { bodyId, type DemoWriter } from './demo-writer.ts';
import { bodyNames } from './region.ts';

const planYear = 2027;

/** Points of the body's own, beside those that are drafted from findings. */
const ownPoints = [
  {
    headline: 'Det mobila närvårdsteamet bör bli en del av den ordinarie närvården i hela länet.',
    reasoning: 'Teamet når de patienter som annars söker akut, och kommunerna ber om det i varje samråd.',
    proposal: 'Att införa mobila närvårdsteam i hela länet som en del av den ordinarie närvården.',
  },
  {
    headline: 'Vägen in för barn och unga bör ha samma namn och samma telefonnummer överallt.',
    reasoning: 'I dag möter familjerna fyra olika namn beroende på var de bor.',
    proposal: null,
  },
] as const;

/**
 * The loop to next year while it is under way: the input of a committee with points drafted from what the year found and points of its own, the plan
 * of next year with an assignment proposed in it, and the begun check of this year's plan against the goals.
 */
export async function loadInputLoop(demo: DemoWriter): Promise<void> {
  const [board, local] = await demo.as('report.edit', 'loadDemoInput', async (w) => {
    const ids = [await bodyId(w, bodyNames.board), await bodyId(w, bodyNames.local)] as const;
    const inputId = await startInput(w, { bodyId: ids[1], forYear: planYear, toBodyId: ids[0] });
    const now = async () => ({ inputId, expectedVersion: (await getBudgetInput(w, inputId)).version });
    const [goal] = await listGoals(w);
    for (const { headline, reasoning } of ownPoints)
      await writePoint(w, { ...(await now()), headline, reasoning, goalId: goal?.id ?? null });
    const findings = await findingsFor(w, await getBudgetInput(w, inputId));
    const chosen = findings.filter(({ kind }) => kind !== 'decided').slice(0, 3);
    if (chosen.length > 0) {
      await writePointsFromFindings(w, { ...(await now()), keys: chosen.map(({ key }) => key) });
      // One of the drafts has been gone over, the others wait.
      const drafted = (await getBudgetInput(w, inputId)).points.find((point) => point.drafted);
      if (drafted) {
        const { id: pointId, headline, reasoning, about } = drafted;
        await editPoint(w, { ...(await now()), pointId, headline, reasoning, aboutAssignmentId: about?.id ?? null });
      }
    }
    return ids;
  });
  const planId = await demo.as('plan.edit', 'loadDemoPlan', async (w) => {
    const current = await findPlan(w, planYear - 1, board);
    if (current) await startGoalCheck(w, { planId: current.id });
    const next = await findPlan(w, planYear, board);
    return (
      next?.id ??
      (await createPlan(w, { year: planYear, title: `Verksamhetsplan med budget ${planYear}`, ownerBodyId: board }))
    );
  });
  await demo.as('assignment.give', 'loadDemoProposal', async (w) => {
    const [goal] = await listGoals(w);
    for (const { proposal } of ownPoints)
      if (proposal)
        await proposeAssignment(w, {
          planId,
          text: proposal,
          goalIds: goal ? [goal.id] : [],
          parties: [
            { bodyId: await bodyId(w, bodyNames.administration), role: 'performer' },
            { bodyId: local, role: 'monitor' },
          ],
        });
  });
}
