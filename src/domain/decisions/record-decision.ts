import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { getAgendaItem, getMeeting, requireAnnounced } from '../meetings/index.ts';
import { bodyRulesOn, decidingPower, getBody } from '../organisation/index.ts';
import {
  type DecisionFields,
  type DecisionLinkKind,
  dateByPrecision,
  decisionProblems,
  declaresImmediateAdjustment,
} from './decision.ts';
import type { DecisionState } from './decision-transitions.ts';
import { writeClauses, writeLinks } from './decision-writer.ts';
import { mandateWarnings } from './mandate-rules.ts';

export type RecordDecision = DecisionFields & {
  /** The item in which it is proposed or was made. Without it, the decision is one that another document refers to. */
  readonly agendaItemId?: Id<'agendaItem'> | null;
  /** Needed without an item; with one it is the body of the meeting unless told (joint meetings decide body by body). */
  readonly bodyId?: Id<'body'>;
  readonly state?: DecisionState;
  readonly assignments?: readonly { readonly assignmentId: Id<'assignment'>; readonly kind: DecisionLinkKind }[];
  /** Minutes of officials tell a decision in a sentence ("Agendan godkändes"): then the title is that sentence and there are no clauses. */
  readonly toldInSentence?: boolean;
};

/**
 * Puts a decision on record: proposed or made in an item, or made by some body and only referred to here. Answers with warnings when the body may
 * not decide this by its ruleset (J-22); it is recorded all the same.
 */
export async function recordDecision(
  w: Writer<'decision.record' | 'meeting.conduct' | 'intake.confirm' | 'meeting.edit'>,
  input: RecordDecision,
): Promise<{ readonly id: Id<'decision'>; readonly warnings: readonly Problem[] }> {
  const place = input.agendaItemId ? await placeOf(w, input.agendaItemId) : undefined;
  const bodyId = input.bodyId ?? place?.bodyIds[0];
  const state = input.state ?? (place ? 'proposed' : 'made');
  // Who writes the agenda writes what it proposes; to decide is another right.
  if (w.auth.action === 'meeting.edit' && state !== 'proposed') throw new AppError('access.denied');
  if (place && state === 'made' && w.auth.action === 'decision.record')
    await requireAnnounced(w as Writer<'decision.record'>, input.agendaItemId!);
  const precision = input.datePrecision ?? 'day';
  const decidedOn = input.decidedOn ?? (state === 'made' ? (place?.heldOn ?? null) : null);
  refuseProblems([
    ...decisionProblems(input),
    ...(bodyId === undefined ? [{ path: 'bodyId', key: 'validation.required' }] : []),
    ...(place && bodyId !== undefined && !place.bodyIds.includes(bodyId)
      ? [{ path: 'bodyId', key: 'decision.otherMeeting' }]
      : []),
    ...(state === 'made' && !decidedOn ? [{ path: 'decidedOn', key: 'validation.required' }] : []),
    ...(state === 'made' && place && input.clauses.length === 0 && !input.toldInSentence
      ? [{ path: 'clauses', key: 'decision.noClause' }]
      : []),
  ]);
  const body = await getBody(w, bodyId!);
  // A decision that is only referred to is no act of the body: who may record decisions may note that it exists.
  if (place) requireBody(w.auth, body.id);
  const id = w.runtime.newId();
  const row = {
    body_id: body.id,
    agenda_item_id: input.agendaItemId ?? null,
    title: input.title.trim(),
    state,
    decided_on: decidedOn && dateByPrecision(decidedOn, precision),
    date_precision: precision,
    immediately_adjusted: input.immediatelyAdjusted ?? input.clauses.some(declaresImmediateAdjustment),
    note: input.note?.trim() || null,
  };
  await w.db
    .insertInto('decision')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await writeClauses(w, id, input.clauses);
  await writeLinks(w, id, input.assignments ?? []);
  await w.log({
    noun: 'decision',
    recordId: id,
    after: { ...row, clauses: input.clauses, assignments: input.assignments ?? [] },
  });
  const rules = await bodyRulesOn(w, body.id, decidedOn ?? place?.heldOn ?? w.runtime.today());
  return { id, warnings: place ? mandateWarnings(decidingPower(rules), input.clauses) : [] };
}

/** The meeting of an item: its day and its bodies, the one it belongs to first. */
async function placeOf(
  w: Writer,
  itemId: Id<'agendaItem'>,
): Promise<{ readonly heldOn: CivilDate; readonly bodyIds: readonly Id<'body'>[] }> {
  const item = await getAgendaItem(w, itemId);
  const meeting = await getMeeting(w, item.meetingId);
  return { heldOn: meeting.heldOn, bodyIds: [meeting.body, ...meeting.jointBodies].map((body) => body.id) };
}
