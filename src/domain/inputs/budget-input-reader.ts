import type { DocumentTree } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { BudgetInput, InputPlace } from './budget-input.ts';
import { type PointWithInput, pointsOf } from './input-point-reader.ts';
import type { InputState } from './input-transitions.ts';

export type BudgetInputFilter = {
  readonly bodyId?: Id<'body'>;
  readonly toBodyIds?: readonly Id<'body'>[];
  readonly forYear?: number;
  readonly id?: Id<'budgetInput'>;
  readonly ids?: readonly Id<'budgetInput'>[];
  readonly states?: readonly InputState[];
  /** Inputs with a point that is about one of these assignments or led to it. */
  readonly ofAssignments?: readonly Id<'assignment'>[];
  /** False leaves out from which findings the points were written: a thread shows only their words. */
  readonly withOrigins?: boolean;
};

/** The inputs that fit a filter, newest year first, with their points in order: as many queries for many as for one. */
export async function listBudgetInputs(r: Reader, filter: BudgetInputFilter = {}): Promise<readonly BudgetInput[]> {
  const { ofAssignments, ...rest } = filter;
  // Most assignments came from no input: to ask that first spares them the joins below.
  const ids = ofAssignments && (await inputsOfAssignments(r, ofAssignments));
  if (ids?.length === 0) return [];
  const rows = await inputRows(r, ids ? { ...rest, ids } : rest);
  const points = await pointsOf(
    r,
    rows.map((row) => row.id),
    filter.withOrigins ?? true,
  );
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    body: { id: row.body_id, name: row.body_name },
    to: named(row.to_body_id, row.to_name),
    forYear: row.for_year,
    datedOn: row.dated_on,
    title: row.title,
    opening: row.opening,
    state: row.state as InputState,
    matter:
      row.matter_id !== null && row.registration_number !== null
        ? { id: row.matter_id, registrationNumber: row.registration_number }
        : null,
    discussed:
      row.discussed_on === null
        ? null
        : { on: row.discussed_on, place: place(row.discussed_item_id, row.discussed_meeting_id, row.discussed_on) },
    decision:
      row.decided_by_decision_id !== null && row.decided_on !== null
        ? { id: row.decided_by_decision_id, on: row.decided_on, immediate: row.immediately_adjusted === true }
        : null,
    sentOn: row.sent_on,
    received: place(row.received_item_id, row.received_meeting_id, row.received_on),
    answeredOn: row.answered_on,
    frozen:
      row.frozen_tree !== null && row.frozen_hash !== null
        ? { tree: row.frozen_tree as DocumentTree, hash: row.frozen_hash }
        : null,
    points: points.filter((point) => point.inputId === row.id).map(withoutInput),
  }));
}

/** One input with its points. Throws `record.notFound`. */
export async function getBudgetInput(r: Reader, id: Id<'budgetInput'>): Promise<BudgetInput> {
  const [input] = isId(id) ? await listBudgetInputs(r, { id }) : [];
  if (!input) throw new AppError('record.notFound');
  return input;
}

/** The inputs that were sent to some bodies and that no item of theirs has taken up yet (`reportsWaitingFor` is the same of reports). */
export async function inputsWaitingFor(r: Reader, bodyIds: readonly Id<'body'>[]): Promise<readonly BudgetInput[]> {
  if (bodyIds.length === 0) return [];
  const sent = await listBudgetInputs(r, { toBodyIds: bodyIds, states: ['sent'] });
  return sent.filter(({ received }) => received === null);
}

/** A letter as it stood when something was done with it. */
export type InputVersion = {
  readonly number: number;
  readonly reason: string;
  readonly keptOn: CivilDate;
  readonly keptBy: string;
  readonly title: string;
  readonly opening: string;
  readonly points: readonly { readonly number: number; readonly text: string }[];
};

/** The versions of an input, the newest first. */
export async function listInputVersions(r: Reader, id: Id<'budgetInput'>): Promise<readonly InputVersion[]> {
  const rows = await r.db
    .selectFrom('budget_input_version')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('budget_input_id', '=', id)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    reason: row.reason,
    keptOn: row.kept_on,
    keptBy: row.kept_by,
    ...(row.content as Pick<InputVersion, 'title' | 'opening' | 'points'>),
  }));
}

/** The inputs with a point that is about one of these assignments or led to it. */
async function inputsOfAssignments(
  r: Reader,
  assignments: readonly Id<'assignment'>[],
): Promise<readonly Id<'budgetInput'>[]> {
  const led = r.db
    .selectFrom('budget_input_point as point')
    .innerJoin('input_point_assignment as link', (join) =>
      join.onRef('link.point_id', '=', 'point.id').onRef('link.tenant_id', '=', 'point.tenant_id'),
    )
    .select('point.budget_input_id as id')
    .where('point.tenant_id', '=', r.tenantId)
    .where((eb) => eb('link.assignment_id', '=', eb.fn.any(eb.val([...assignments]))));
  const about = r.db
    .selectFrom('budget_input_point as point')
    .select('point.budget_input_id as id')
    .where('point.tenant_id', '=', r.tenantId)
    .where((eb) => eb('point.about_assignment_id', '=', eb.fn.any(eb.val([...assignments]))));
  return (await led.union(about).execute()).map(({ id }) => id);
}

async function inputRows(r: Reader, filter: Omit<BudgetInputFilter, 'ofAssignments'>) {
  let query = r.db
    .selectFrom('budget_input as input')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'input.body_id').onRef('body.tenant_id', '=', 'input.tenant_id'),
    )
    .leftJoin('body as receiver', (join) =>
      join.onRef('receiver.id', '=', 'input.to_body_id').onRef('receiver.tenant_id', '=', 'input.tenant_id'),
    )
    .leftJoin('matter', (join) =>
      join.onRef('matter.id', '=', 'input.matter_id').onRef('matter.tenant_id', '=', 'input.tenant_id'),
    )
    .leftJoin('decision', (join) =>
      join
        .onRef('decision.id', '=', 'input.decided_by_decision_id')
        .onRef('decision.tenant_id', '=', 'input.tenant_id'),
    )
    .leftJoin('agenda_item as discussed', (join) =>
      join.onRef('discussed.id', '=', 'input.discussed_item_id').onRef('discussed.tenant_id', '=', 'input.tenant_id'),
    )
    .leftJoin('agenda_item as received', (join) =>
      join.onRef('received.id', '=', 'input.received_item_id').onRef('received.tenant_id', '=', 'input.tenant_id'),
    )
    .leftJoin('meeting as received_meeting', (join) =>
      join
        .onRef('received_meeting.id', '=', 'received.meeting_id')
        .onRef('received_meeting.tenant_id', '=', 'received.tenant_id'),
    )
    .selectAll('input')
    .select([
      'body.name as body_name',
      'receiver.name as to_name',
      'matter.registration_number',
      'decision.immediately_adjusted',
      'discussed.meeting_id as discussed_meeting_id',
      'received.meeting_id as received_meeting_id',
      'received_meeting.held_on as received_on',
    ])
    .where('input.tenant_id', '=', r.tenantId);
  const { ids, toBodyIds } = filter;
  if (filter.id !== undefined) query = query.where('input.id', '=', filter.id);
  if (ids !== undefined) query = query.where((eb) => eb('input.id', '=', eb.fn.any(eb.val([...ids]))));
  if (filter.bodyId !== undefined) query = query.where('input.body_id', '=', filter.bodyId);
  if (toBodyIds !== undefined)
    query = query.where((eb) => eb('input.to_body_id', '=', eb.fn.any(eb.val([...toBodyIds]))));
  if (filter.forYear !== undefined) query = query.where('input.for_year', '=', filter.forYear);
  if (filter.states?.length) query = query.where('input.state', 'in', filter.states);
  return await query.orderBy('input.for_year', 'desc').orderBy('body.name').execute();
}

const withoutInput = ({ inputId: _, ...point }: PointWithInput) => point;

const named = (id: string | null, name: string | null) => (id !== null && name !== null ? { id, name } : null);

function place(itemId: string | null, meetingId: string | null, heldOn: CivilDate | null): InputPlace | null {
  return itemId !== null && meetingId !== null && heldOn !== null ? { itemId, meetingId, heldOn } : null;
}
