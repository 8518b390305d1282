import type { Id } from '../../../kernel/id.ts';
import type { Reader, Writer } from '../../../storage/database.ts';
import {
  type Assignment,
  changeAssignment,
  ensureAssignmentParty,
  findAssignmentByRef,
  findAssignmentByText,
  giveAssignment,
  type PartyRole,
} from '../../assignments/index.ts';
import { ensureObjective, ensurePlan } from '../../plans/index.ts';
import type { OpenQuestion, Proposal, RecordRef } from '../proposal.ts';
import {
  type Confirmer,
  differences,
  differs,
  type FieldsOf,
  factsFor,
  fieldsOf,
  rememberProposal,
  type Scene,
} from './confirmer.ts';
import { bodyQuestions, isGroupName, takeBodies, takeBody } from './named-bodies.ts';

/**
 * An assignment as a plan gives it or a report repeats it. It is known by year and number, or, where the plan does not number, by its words. A
 * report that names only the number makes an assignment without text, which the next document may fill in.
 */
export const confirmAssignment: Confirmer = {
  questions: async (r, proposal) => {
    const fields = fieldsOf<'assignment'>(proposal);
    const asked: OpenQuestion[] = [];
    if (!fields.number && !fields.text?.trim()) asked.push({ code: 'missingField', values: { field: 'text' } });
    for (const name of [fields.givenBy, ...fields.recipients, ...fields.consulted])
      if (name && !isGroupName(name)) asked.push(...(await bodyQuestions(r, name)));
    const found = asked.length === 0 ? await recordedAssignment(r, fields) : undefined;
    return found
      ? differs(differences({ text: found.text }, { text: fields.text }), {
          noun: 'assignment',
          id: found.id,
          version: found.version,
        })
      : asked;
  },
  confirm: async (w, proposal, scene) => {
    const fields = fieldsOf<'assignment'>(proposal);
    const made: RecordRef[] = [];
    const found = await recordedAssignment(w, fields);
    const id = found
      ? await completeAssignment(w, found, proposal, scene, made)
      : await enterAssignment(w, proposal, scene, made);
    const record = { noun: 'assignment', id };
    if (!found) made.push(record);
    await rememberProposal(w, record, proposal, scene);
    return { record, made };
  },
};

type AssignmentProposal = FieldsOf<'assignment'>;

/** The assignment that the register has for the proposal: the same number of the year, or the same words. */
export async function recordedAssignment(
  r: Reader,
  { year, number, text }: Pick<AssignmentProposal, 'year' | 'number' | 'text'>,
): Promise<Assignment | undefined> {
  if (number) return await findAssignmentByRef(r, { year, number });
  return text ? await findAssignmentByText(r, year, text) : undefined;
}

async function enterAssignment(
  w: Writer<'intake.confirm'>,
  proposal: Proposal,
  scene: Scene,
  made: RecordRef[],
): Promise<Id<'assignment'>> {
  const fields = fieldsOf<'assignment'>(proposal);
  const givenByBodyId = fields.givenBy ? await takeBody(w, fields.givenBy, made) : null;
  const place = givenByBodyId ? await placeInPlan(w, fields, givenByBodyId) : {};
  return await giveAssignment(w, {
    year: fields.year,
    number: fields.number ?? null,
    text: fields.text || null,
    heading: fields.heading ?? null,
    givenByBodyId,
    ...place,
    parties: await partiesOf(w, proposal, scene, made),
  });
}

/** Adds what the register did not know: the text of an assignment of which only the number was known, and bodies with a role in it. */
async function completeAssignment(
  w: Writer<'intake.confirm'>,
  found: Assignment,
  proposal: Proposal,
  scene: Scene,
  made: RecordRef[],
): Promise<Id<'assignment'>> {
  const { text } = fieldsOf<'assignment'>(proposal);
  if (found.text === null && text)
    await changeAssignment(w, { assignmentId: found.id, expectedVersion: found.version, text });
  for (const party of await partiesOf(w, proposal, scene, made))
    await ensureAssignmentParty(w, { assignmentId: found.id, ...party });
  return found.id;
}

/**
 * Who carries it out, and who is asked. "Berörda beredningar" says that some committees are asked and not which ones, so it gives nobody a role:
 * a committee that follows the assignment shows it by reporting on it.
 */
async function partiesOf(w: Writer<'intake.confirm'>, proposal: Proposal, scene: Scene, made: RecordRef[]) {
  const fields = fieldsOf<'assignment'>(proposal);
  const writer = factsFor(proposal, scene).body;
  const writerId = writer ? await takeBody(w, writer, made) : undefined;
  const parties: { readonly bodyId: Id<'body'>; readonly role: PartyRole }[] = [];
  for (const name of fields.recipients)
    for (const bodyId of await takeBodies(w, name, writerId, made)) parties.push({ bodyId, role: 'performer' });
  for (const name of fields.consulted)
    if (!isGroupName(name)) parties.push({ bodyId: await takeBody(w, name, made), role: 'consulted' });
  return parties.filter(
    (one, index) => parties.findIndex((other) => other.bodyId === one.bodyId && other.role === one.role) === index,
  );
}

/** A heading like "3.1.3 Att förbättra …" is an objective of the year's plan of the body that gives the assignment. */
async function placeInPlan(w: Writer<'intake.confirm'>, fields: AssignmentProposal, ownerBodyId: Id<'body'>) {
  const heading = /^(?<number>\d+(?:\.\d+)+)\s+(?<objective>\S.*)$/su.exec(fields.heading ?? '')?.groups;
  if (!heading) return {};
  const planId = await ensurePlan(w, { year: fields.year, title: `Verksamhetsplan ${fields.year}`, ownerBodyId });
  const objectiveId = await ensureObjective(w, {
    planId,
    perspective: fields.perspective ?? 'Mål',
    number: heading.number!,
    objective: heading.objective!,
  });
  return { planId, objectiveId };
}
