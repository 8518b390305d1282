import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { reservationTextDeadline } from '../../kernel/legal-deadlines.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { isClockTime } from '../meetings/index.ts';
import { type Dissent, type DissentFields, dissentKinds, dissentProblems } from './dissent.ts';
import { type ItemScene, lockItemScene, lockSceneOf, logItem } from './item-scene.ts';
import { tookPart } from './participants.ts';

export type AnnounceDissent = DissentFields & {
  readonly itemId: Id<'agendaItem'>;
  /** Clock time at which it was announced. */
  readonly at: string;
  /** The text, when it is handed over at once. */
  readonly statement?: string | null;
};

/** Notes that somebody reserves, or wants a note, a special statement or an opinion in the minutes (KL 4:27, R-KL-36, R-KL-37, R-KL-04). */
export async function announceDissent(w: Writer<'meeting.conduct'>, input: AnnounceDissent): Promise<Id<'dissent'>> {
  const scene = await lockItemScene(w, input.itemId);
  const { proceedings, table, meeting, rules } = scene;
  refuseProblems([
    ...dissentProblems(input, {
      rules,
      underWay: meeting.state === 'opened' || meeting.state === 'adjourned',
      decided: proceedings.outcome.outcome !== null,
      tookPart: tookPart(proceedings, table.voters),
      idleDeputies: table.idleDeputies,
    }),
    ...(isClockTime(input.at) ? [] : [{ path: 'at', key: 'meeting.time' }]),
    ...(new Set(input.people).size === input.people.length ? [] : [{ path: 'people', key: 'proceedings.personTwice' }]),
  ]);
  const id = w.runtime.newId();
  const row = {
    kind: input.kind,
    people: JSON.stringify(input.people),
    announced_at: input.at,
    granted: null,
    statement: input.statement?.trim() || null,
    statement_due: dueOf(scene),
    noted_by: w.auth.actorName,
  };
  await w.db
    .insertInto('dissent')
    .values({ tenant_id: w.tenantId, id, agenda_item_id: input.itemId, ...row })
    .execute();
  await logItem(w, input.itemId, 'dissent', { after: { id, ...row } });
  return id;
}

/** Until when the text can be handed in: until the minutes are adjusted, or earlier where the reglemente says so. */
function dueOf({ meeting, rules }: ItemScene): string | null {
  return meeting.adjustBy
    ? reservationTextDeadline(meeting.heldOn, meeting.adjustBy, rules.statementDays ?? undefined).date
    : null;
}

type Changing = { readonly dissentId: Id<'dissent'>; readonly expectedVersion: number };

/** The body lets a note or a special statement into the minutes, or does not (R-KL-37). A reservation is a right and is not asked about. */
export async function grantDissent(
  w: Writer<'meeting.conduct'>,
  input: Changing & { readonly granted: boolean },
): Promise<void> {
  const { scene, before } = await lockDissent(w, input);
  if (!dissentKinds[before.kind].needsGrant) throw new AppError('proceedings.isARight');
  await write(w, before, { granted: input.granted });
  await logItem(w, scene.itemId, 'dissent', { after: { id: before.id, granted: input.granted } });
}

/** Writes the text of a dissent, until the day on which it is due (R-KL-36). */
export async function writeStatement(
  w: Writer<'meeting.conduct'>,
  input: Changing & { readonly statement: string },
): Promise<void> {
  const { scene, before } = await lockDissent(w, input);
  refuseProblems([
    ...(input.statement.trim() ? [] : [{ path: 'statement', key: 'validation.required' }]),
    ...(before.statementDue !== null && w.runtime.today() > before.statementDue
      ? [{ path: 'statement', key: 'proceedings.statementTooLate', values: { date: before.statementDue } }]
      : []),
  ]);
  await write(w, before, { statement: input.statement.trim() });
  await logItem(w, scene.itemId, 'dissent', { before, after: { id: before.id, statement: input.statement.trim() } });
}

/** Takes a dissent back at the wish of those who announced it, or because it was noted by a slip; the log keeps it. */
export async function takeBackDissent(w: Writer<'meeting.conduct'>, input: Changing): Promise<void> {
  const { scene, before } = await lockDissent(w, input);
  await w.db.deleteFrom('dissent').where('tenant_id', '=', w.tenantId).where('id', '=', before.id).execute();
  await logItem(w, scene.itemId, 'dissent', { before });
}

async function lockDissent(w: Writer<'meeting.conduct'>, { dissentId, expectedVersion }: Changing) {
  const scene = await lockSceneOf(w, { table: 'dissent', id: dissentId });
  const before = scene.proceedings.dissents.find((one) => one.id === dissentId)!;
  expectVersion(before, expectedVersion);
  return { scene, before };
}

async function write(
  w: Writer,
  before: Dissent,
  columns: { readonly granted?: boolean; readonly statement?: string },
): Promise<void> {
  await w.db
    .updateTable('dissent')
    .set({ ...columns, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
}
