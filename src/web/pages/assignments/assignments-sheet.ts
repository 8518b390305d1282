import type { Sheet, SheetCell, SheetColumn } from '../../../documents/out/index.ts';
import { assignmentStates, listAssignments, type PartyRole, partyRoles } from '../../../domain/assignments/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { Reader, Ui } from '../../contracts.ts';
import { type ListedAssignment, withLatest } from './assignment-list-facts.ts';
import { csvRows } from './assignment-list-page.ts';
import { type AssignmentSelection, assignmentQueryOf } from './assignment-query.ts';
import { statusText } from './status-look.ts';
import { texts } from './texts.ts';

const step = 200;

/** The assignments of a selection as a table to take out: the same rows as the list in the same order, all its pages. */
export async function assignmentsSheet(
  r: Reader,
  ui: Ui,
  selection: AssignmentSelection,
  { today, publicUrl }: { readonly today: CivilDate; readonly publicUrl: string },
): Promise<Sheet> {
  const query = await assignmentQueryOf(r, selection, today);
  const rows: (readonly SheetCell[])[] = [];
  for (let page = 1; page <= csvRows / step; page += 1) {
    const { rows: found } = await listAssignments(r, { ...query, page, pageSize: step });
    rows.push(...(await withLatest(r, found, today)).map((one) => cells(ui, one, publicUrl)));
    if (found.length < step) break;
  }
  const t = texts[ui.language];
  return {
    title: [t.title, selection.ar].filter(Boolean).join(' '),
    language: ui.language,
    columns: columns(ui),
    rows,
  };
}

const roles = ['performer', 'consulted', 'monitor', 'directedTo'] as const satisfies readonly PartyRole[];

function columns(ui: Ui): readonly SheetColumn[] {
  const t = texts[ui.language];
  return [
    { head: t.year, kind: 'number' },
    { head: t.number, kind: 'text', width: 8 },
    { head: t.assignment, kind: 'link' },
    { head: t.fullText, kind: 'text' },
    { head: t.heading, kind: 'text', width: 30 },
    { head: t.state, kind: 'text' },
    { head: t.status, kind: 'text' },
    ...roles.map((role): SheetColumn => ({ head: partyRoles[role][ui.language], kind: 'text', width: 30 })),
    { head: t.due, kind: 'date' },
    { head: t.lastMeeting, kind: 'date' },
  ];
}

function cells(ui: Ui, { assignment, status, lastMet }: ListedAssignment, publicUrl: string): readonly SheetCell[] {
  const named = (role: PartyRole): string =>
    assignment.parties
      .filter((party) => party.role === role)
      .map(({ bodyName }) => bodyName)
      .join(', ');
  return [
    assignment.year,
    assignment.number === null ? `u${assignment.position}` : String(assignment.number),
    { text: assignment.title, href: new URL(recordAddress('assignment', assignment.id), publicUrl).href },
    assignment.text ?? '',
    assignment.heading ?? '',
    assignmentStates[assignment.state][ui.language],
    statusText(ui, status ?? 'none'),
    ...roles.map(named),
    assignment.dueOn ?? '',
    lastMet?.heldOn ?? '',
  ];
}
