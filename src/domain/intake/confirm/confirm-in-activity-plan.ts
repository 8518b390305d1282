import type { Id } from '../../../kernel/id.ts';
import type { Reader, Writer } from '../../../storage/database.ts';
import {
  type ActivityPlan,
  addFocusArea,
  addPlannedActivity,
  addPlanPoint,
  ensureActivityPlan,
  listActivityPlans,
} from '../../plans/index.ts';
import type { OpenQuestion, Proposal, RecordRef } from '../proposal.ts';
import { type Confirmer, differences, differs, factsFor, fieldsOf, rememberProposal, type Scene } from './confirmer.ts';
import { bodyNamed, bodyQuestions, takeBody } from './named-bodies.ts';

/** What the three kinds of lines of an activity plan have in common: the plan they stand in, and how one of them is found and added. */
type PlanLine = {
  readonly noun: string;
  /** The year where the line itself states one. */
  readonly year: (proposal: Proposal) => number | undefined;
  readonly find: (plan: ActivityPlan, proposal: Proposal) => Line | undefined;
  readonly add: (w: Writer<'intake.confirm'>, planId: Id<'activityPlan'>, proposal: Proposal) => Promise<string>;
};
type Line = { readonly id: string; readonly recorded: Readonly<Record<string, unknown>> };

function planLine({ noun, year, find, add }: PlanLine): Confirmer {
  const yearOf = (proposal: Proposal, scene: Scene) => year(proposal) ?? factsFor(proposal, scene).year;
  const planOf = async (r: Reader, proposal: Proposal, scene: Scene) => {
    const body = await bodyNamed(r, bodyName(proposal, scene));
    const planYear = yearOf(proposal, scene);
    return body && planYear !== undefined
      ? (await listActivityPlans(r, { bodyId: body.id, year: planYear }))[0]
      : undefined;
  };
  return {
    questions: async (r, proposal, scene): Promise<readonly OpenQuestion[]> => {
      const asked = await bodyQuestions(r, bodyName(proposal, scene));
      if (asked.length > 0) return asked;
      if (yearOf(proposal, scene) === undefined) return [{ code: 'missingField', values: { field: 'year' } }];
      const plan = await planOf(r, proposal, scene);
      const line = plan && find(plan, proposal);
      return line ? differs(differences(line.recorded, proposal.fields)) : [];
    },
    confirm: async (w, proposal, scene) => {
      const made: RecordRef[] = [];
      const bodyId = await takeBody(w, bodyName(proposal, scene)!, made);
      const { title, date } = factsFor(proposal, scene);
      const planYear = yearOf(proposal, scene)!;
      const plan = await ensureActivityPlan(w, {
        bodyId,
        year: planYear,
        title: title || `Aktivitetsplan ${planYear}`,
        datedOn: date ?? null,
      });
      if (plan.created) made.push({ noun: 'activityPlan', id: plan.id });
      const known = find((await listActivityPlans(w, { id: plan.id }))[0]!, proposal);
      const record = { noun, id: known?.id ?? (await add(w, plan.id, proposal)) };
      if (!known) made.push(record);
      await rememberProposal(w, record, proposal, scene);
      return { record, made };
    },
  };
}

function bodyName(proposal: Proposal, scene: Scene): string | undefined {
  const { body } = proposal.fields;
  return typeof body === 'string' ? body : factsFor(proposal, scene).body;
}

const sameText = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** A day of an activity plan under one category. */
export const confirmPlanActivity = planLine({
  noun: 'plannedActivity',
  year: (proposal) => Number(fieldsOf<'planActivity'>(proposal).date.slice(0, 4)),
  find: (plan, proposal) => {
    const { date, category } = fieldsOf<'planActivity'>(proposal);
    const found = plan.activities.find((one) => one.date === date && one.category === category);
    return (
      found && {
        id: found.id,
        recorded: { items: found.items.map(({ text }) => text), place: found.place, endDate: found.lastDay },
      }
    );
  },
  add: async (w, activityPlanId, proposal) => {
    const { date, endDate, category, items, place } = fieldsOf<'planActivity'>(proposal);
    return await addPlannedActivity(w, {
      activityPlanId,
      date,
      lastDay: endDate ?? null,
      category,
      items,
      place: place ?? null,
    });
  },
});

/** What a body looks at all through the year. */
export const confirmFocusArea = planLine({
  noun: 'focusArea',
  year: (proposal) => fieldsOf<'focusArea'>(proposal).year,
  find: (plan, proposal) => {
    const found = plan.focusAreas.find((one) => sameText(one.text, fieldsOf<'focusArea'>(proposal).text));
    return found && { id: found.id, recorded: {} };
  },
  add: async (w, activityPlanId, proposal) =>
    await addFocusArea(w, { activityPlanId, text: fieldsOf<'focusArea'>(proposal).text }),
});

/** A further point of the plan: followed up, of interest, proposed for later, due at every meeting. */
export const confirmPlanPoint = planLine({
  noun: 'planPoint',
  year: (proposal) => fieldsOf<'planPoint'>(proposal).year,
  find: (plan, proposal) => {
    const { kind, text } = fieldsOf<'planPoint'>(proposal);
    const found = plan.points.find((one) => one.kind === kind && sameText(one.text, text));
    return found && { id: found.id, recorded: { details: found.details, giver: found.giver } };
  },
  add: async (w, activityPlanId, proposal) => {
    const { kind, text, details, giver } = fieldsOf<'planPoint'>(proposal);
    return await addPlanPoint(w, { activityPlanId, kind, text, details, giver: giver ?? null });
  },
});
