import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Reader, Writer } from '../../../storage/database.ts';
import { findAssignmentByRef } from '../../assignments/index.ts';
import {
  type Decision,
  isAttClause,
  linkDecisionToAssignment,
  listDecisions,
  recordDecision,
} from '../../decisions/index.ts';
import { findMatterByNumber } from '../../matters/index.ts';
import { type AgendaItem, getMeeting } from '../../meetings/index.ts';
import type { OpenQuestion, Proposal, RecordRef } from '../proposal.ts';
import { itemNumbered, meetingFor } from './confirm-agenda-item.ts';
import {
  type Confirmer,
  differences,
  differs,
  type FieldsOf,
  factsFor,
  fieldsOf,
  neighbours,
  rememberProposal,
  type Scene,
} from './confirmer.ts';
import { bodyNamed, bodyQuestions, takeBody } from './named-bodies.ts';

/** A decision that a notice proposes in an item, or one that a document refers to as made by some body on some day. */
export const confirmDecision: Confirmer = {
  questions: async (r, proposal, scene) => {
    if (isReferred(proposal)) return await referredQuestions(r, proposal, scene);
    const item = await itemFor(r, proposal, scene);
    if (!item) return [{ code: 'noMeeting', values: {} }];
    const found = await decisionIn(r, item, proposal, scene);
    return found
      ? differs(differences({ clauses: found.clauses }, { clauses: decided(proposal).clauses }), {
          noun: 'decision',
          id: found.id,
          version: found.version,
        })
      : [];
  },
  confirm: async (w, proposal, scene) => {
    const made: RecordRef[] = [];
    const id = isReferred(proposal)
      ? await takeReferred(w, fieldsOf<'decision'>(proposal), made)
      : await takeProposed(w, proposal, scene, made);
    const assignmentId = await assignmentFor(w, proposal, scene);
    if (assignmentId) await linkDecisionToAssignment(w, { decisionId: id, assignmentId, kind: 'concerns' });
    const record = { noun: 'decision', id };
    await rememberProposal(w, record, proposal, scene);
    return { record, made };
  },
};

/** A decision that is only referred to: who decided, when, and the words that say so. */
export type ReferredDecision = Pick<FieldsOf<'decision'>, 'body' | 'date' | 'precision' | 'clauses'>;

/** Finds the decision of a body on a day that other documents mention, or notes that it exists. Its meeting is not in the register. */
export async function takeReferred(
  w: Writer<'intake.confirm'>,
  fields: ReferredDecision,
  made: RecordRef[],
): Promise<Id<'decision'>> {
  const bodyId = await takeBody(w, fields.body!, made);
  const found = await referredDecision(w, fields);
  if (found) return found.id;
  const { id } = await recordDecision(w, {
    bodyId,
    title: decisionTitle(fields.clauses[0] ?? ''),
    clauses: [],
    state: 'made',
    decidedOn: firstDay(fields.date!),
    datePrecision: fields.precision ?? 'day',
  });
  made.push({ noun: 'decision', id });
  return id;
}

/**
 * What was decided, without who and when, which the record holds by themselves: "Planen beslutades av nämnden den 7 september" is about
 * "Planen", and "Beslut om X fattades av nämnden i december" about "Beslut om X".
 */
export function decisionTitle(words: string): string {
  const what =
    /^(.+?)\s+(?:beslutades|antogs|fastställdes|fattades|har fastställts|har beslutats|har antagits)\s+av\s/isu.exec(
      words,
    );
  return (what?.[1] ?? words).trim().replace(/[.,;]$/, '');
}

/** A month or a year is kept as its first day with its precision. */
function firstDay(date: string): CivilDate {
  if (/^\d{4}$/.test(date)) return `${date}-01-01`;
  return /^\d{4}-\d{2}$/.test(date) ? `${date}-01` : date;
}

const isReferred = (proposal: Proposal) =>
  fieldsOf<'decision'>(proposal).item === null && fieldsOf<'decision'>(proposal).status === 'made';

async function referredQuestions(r: Reader, proposal: Proposal, scene: Scene): Promise<readonly OpenQuestion[]> {
  const fields = fieldsOf<'decision'>(proposal);
  if (!fields.date) return [{ code: 'missingField', values: { field: 'date' } }];
  const year = factsFor(proposal, scene).year;
  if (fields.assignment !== undefined && year !== undefined && !(await assignmentFor(r, proposal, scene)))
    return [{ code: 'unknownAssignment', values: { ref: `${year}:${fields.assignment}` } }];
  return await bodyQuestions(r, fields.body);
}

async function referredDecision(r: Reader, fields: ReferredDecision): Promise<Decision | undefined> {
  const body = await bodyNamed(r, fields.body);
  if (!body) return undefined;
  const date = firstDay(fields.date!);
  const title = decisionTitle(fields.clauses[0] ?? '');
  const { decisions } = await listDecisions(r, { bodyId: body.id, year: Number(date.slice(0, 4)) });
  return decisions.find((one) => one.decidedOn === date && one.title.toLowerCase() === title.toLowerCase());
}

async function takeProposed(
  w: Writer<'intake.confirm'>,
  proposal: Proposal,
  scene: Scene,
  made: RecordRef[],
): Promise<Id<'decision'>> {
  const fields = fieldsOf<'decision'>(proposal);
  const item = (await itemFor(w, proposal, scene))!;
  const found = await decisionIn(w, item, proposal, scene);
  if (found) return found.id;
  const { title, clauses } = decided(proposal);
  const { id } = await recordDecision(w, {
    agendaItemId: item.id,
    title: title ?? item.title,
    clauses,
    toldInSentence: title !== undefined,
    state: fields.status,
    immediatelyAdjusted: fields.immediatelyAdjusted,
  });
  made.push({ noun: 'decision', id });
  return id;
}

/** The item a proposal stands in: by its number in the notice, or, for a memo, by the registration number that both print. */
async function itemFor(r: Reader, proposal: Proposal, scene: Scene): Promise<AgendaItem | undefined> {
  const { item, diaryNumber } = fieldsOf<'decision'>(proposal);
  const meeting = await meetingFor(r, proposal, scene);
  if (!meeting) return undefined;
  if (item !== null) return await itemNumbered(r, meeting, `${item}${suffixOf(proposal)}`);
  const matter = diaryNumber ? await findMatterByNumber(r, diaryNumber) : undefined;
  return matter && (await getMeeting(r, meeting.id)).items.find((one) => one.matter?.id === matter.id);
}

/** The letter of a § that was put in between others: "§ 12 a". */
const suffixOf = ({ fields }: Proposal) => (typeof fields.itemSuffix === 'string' ? fields.itemSuffix : '');

/** The decision of an item that a proposal means. Where the document has several for the item, only the same words are the same decision. */
async function decisionIn(
  r: Reader,
  item: AgendaItem,
  proposal: Proposal,
  scene: Scene,
): Promise<Decision | undefined> {
  const { decisions } = await listDecisions(r, { itemId: item.id });
  const { item: number } = fieldsOf<'decision'>(proposal);
  const several =
    neighbours(proposal, scene, 'decision').filter(
      (one) => one.fields.item === number && suffixOf(one) === suffixOf(proposal),
    ).length > 1;
  if (!several || number === null) return decisions[0];
  const { title, clauses } = decided(proposal);
  return decisions.find((one) => one.clauses.join('\n') === clauses.join('\n') && one.title === (title ?? item.title));
}

/**
 * What was decided: clauses that begin with "att". Minutes that tell it in a sentence ("Agendan godkändes") have none, and the sentence is the
 * title; a decision that only follows the proposal ("i enlighet med förslaget") has the clause that was proposed.
 */
function decided(proposal: Proposal): { readonly title?: string; readonly clauses: readonly string[] } {
  const { clauses, status } = fieldsOf<'decision'>(proposal);
  const proposed = proposal.fields.proposal;
  if (status !== 'made' || clauses.every(isAttClause)) return { clauses };
  if (typeof proposed === 'string' && isAttClause(proposed)) return { clauses: [proposed] };
  return { title: clauses.join(' ').replace(/\.$/, ''), clauses: [] };
}

async function assignmentFor(r: Reader, proposal: Proposal, scene: Scene): Promise<Id<'assignment'> | undefined> {
  const { assignment: number } = fieldsOf<'decision'>(proposal);
  const year = factsFor(proposal, scene).year;
  if (number === undefined || year === undefined) return undefined;
  return (await findAssignmentByRef(r, { year, number }))?.id;
}
