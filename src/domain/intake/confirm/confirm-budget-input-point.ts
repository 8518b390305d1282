import type { Id } from '../../../kernel/id.ts';
import type { Reader, Writer } from '../../../storage/database.ts';
import {
  addBudgetInputPoint,
  type BudgetInput,
  getBudgetInput,
  listBudgetInputs,
  recordBudgetInput,
} from '../../inputs/index.ts';
import type { Proposal, RecordRef } from '../proposal.ts';
import { type Confirmer, differences, differs, factsFor, fieldsOf, rememberProposal, type Scene } from './confirmer.ts';
import { bodyNamed, bodyQuestions, takeBody } from './named-bodies.ts';

/** A point of a body's input to the plan of a year. The input itself is recorded with its first point. */
export const confirmBudgetInputPoint: Confirmer = {
  questions: async (r, proposal, scene) => {
    const asked = await bodyQuestions(r, bodyName(proposal, scene));
    if (asked.length > 0) return asked;
    if (planYear(proposal, scene) === undefined) return [{ code: 'missingField', values: { field: 'planYear' } }];
    const { number, text } = fieldsOf<'budgetInputPoint'>(proposal);
    const known = (await recordedInput(r, proposal, scene))?.points.find((point) => point.number === number);
    return known ? differs(differences({ text: known.text }, { text })) : [];
  },
  confirm: async (w, proposal, scene) => {
    const { number, text } = fieldsOf<'budgetInputPoint'>(proposal);
    const made: RecordRef[] = [];
    const bodyId = await takeBody(w, bodyName(proposal, scene)!, made);
    const input = await recordedInput(w, proposal, scene);
    const inputId = input?.id ?? (await recordInput(w, bodyId, proposal, scene, made));
    const known = input?.points.find((point) => point.number === number);
    if (input && !known) await addBudgetInputPoint(w, { inputId, number, text });
    const point = (await getBudgetInput(w, inputId)).points.find((one) => one.number === number)!;
    const itself = { noun: 'budgetInputPoint', id: point.id };
    if (!known) made.push(itself);
    await rememberProposal(w, itself, proposal, scene);
    const record = { noun: 'budgetInput', id: inputId };
    await rememberProposal(w, record, proposal, scene, [`points.${number}`]);
    return { record, made };
  },
};

async function recordInput(
  w: Writer<'intake.confirm'>,
  bodyId: Id<'body'>,
  proposal: Proposal,
  scene: Scene,
  made: RecordRef[],
): Promise<Id<'budgetInput'>> {
  const { title, date } = factsFor(proposal, scene);
  const { number, text } = fieldsOf<'budgetInputPoint'>(proposal);
  const forYear = planYear(proposal, scene)!;
  const id = await recordBudgetInput(w, {
    bodyId,
    forYear,
    title: title || `Inspel ${forYear}`,
    datedOn: date ?? null,
    points: [{ number, text }],
  });
  made.push({ noun: 'budgetInput', id });
  return id;
}

async function recordedInput(r: Reader, proposal: Proposal, scene: Scene): Promise<BudgetInput | undefined> {
  const body = await bodyNamed(r, bodyName(proposal, scene));
  const forYear = planYear(proposal, scene);
  return body && forYear !== undefined ? (await listBudgetInputs(r, { bodyId: body.id, forYear }))[0] : undefined;
}

function bodyName(proposal: Proposal, scene: Scene): string | undefined {
  return fieldsOf<'budgetInputPoint'>(proposal).body ?? factsFor(proposal, scene).body;
}

function planYear(proposal: Proposal, scene: Scene): number | undefined {
  return fieldsOf<'budgetInputPoint'>(proposal).planYear ?? factsFor(proposal, scene).year;
}
