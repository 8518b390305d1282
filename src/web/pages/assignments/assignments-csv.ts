import { assignmentStates, listAssignments, type PartyRole, partyRoles } from '../../../domain/assignments/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Reader, Ui } from '../../contracts.ts';
import { type ListedAssignment, withLatest } from './assignment-list-facts.ts';
import { csvRows } from './assignment-list-page.ts';
import { type AssignmentSelection, assignmentQueryOf } from './assignment-query.ts';
import { statusText } from './status-look.ts';
import { texts } from './texts.ts';

const step = 200;

/** The assignments of a selection as a table for Excel: the same rows as the list in the same order, all its pages. */
export async function assignmentsCsv(
  r: Reader,
  ui: Ui,
  selection: AssignmentSelection,
  today: CivilDate,
): Promise<string> {
  const query = await assignmentQueryOf(r, selection);
  const rows: (readonly string[])[] = [heads(ui)];
  for (let page = 1; page <= csvRows / step; page += 1) {
    const { rows: found } = await listAssignments(r, { ...query, page, pageSize: step });
    rows.push(...(await withLatest(r, found, today)).map((one) => cells(ui, one)));
    if (found.length < step) break;
  }
  return csvText(rows);
}

/**
 * A table as CSV for a Swedish Excel: UTF-8 with its mark, semicolons, CRLF. A cell that a spreadsheet would take for a formula gets an
 * apostrophe before it, because the words of a plan must not run on the reader's machine (OWASP, CSV injection).
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n');
  const safe = /^[\s]*[=+\-@\t]/.test(plain) ? `'${plain}` : plain;
  return /[";\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const roles = ['performer', 'consulted', 'monitor', 'directedTo'] as const satisfies readonly PartyRole[];

function heads(ui: Ui): readonly string[] {
  const t = texts[ui.language];
  return [
    t.year,
    t.number,
    t.assignment,
    t.fullText,
    t.heading,
    t.state,
    t.status,
    ...roles.map((role) => partyRoles[role][ui.language]),
    t.due,
    t.lastMeeting,
  ];
}

function cells(ui: Ui, { assignment, status, lastMet }: ListedAssignment): readonly string[] {
  const named = (role: PartyRole): string =>
    assignment.parties
      .filter((party) => party.role === role)
      .map(({ bodyName }) => bodyName)
      .join(', ');
  return [
    String(assignment.year),
    assignment.number === null ? `u${assignment.position}` : String(assignment.number),
    assignment.title,
    assignment.text ?? '',
    assignment.heading ?? '',
    assignmentStates[assignment.state][ui.language],
    statusText(ui, status ?? 'none'),
    ...roles.map(named),
    assignment.dueOn ?? '',
    lastMet?.heldOn ?? '',
  ];
}
