import {
  type AttendanceRecord,
  attendanceCapacities,
  type RecordedAttendance,
} from '../../../domain/attendance/index.ts';
import { table } from '../../components/table/table.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { roleName } from '../organisation/seat-words.ts';
import { texts } from './proceedings-texts.ts';

type Row = { readonly person: RecordedAttendance; readonly state: string; readonly tone: TagTone };

/**
 * Who was there and who was not, as the minutes print it: who served, for which §§ and for whom, who only was there, who was absent. Absence is
 * said in a word, because a struck name is not heard.
 */
export function attendanceSection(ctx: RequestContext, record: AttendanceRecord): Html | null {
  const t = texts[ctx.language];
  const rows = rowsOf(ctx, record);
  if (rows.length === 0) return null;
  const people = rows.map((row) => row.person);
  const present = people.filter((one) => one.present).length;
  const clock = (at: string) => at.replace(':', '.');
  const has = (key: 'organisation' | 'role') => people.some((one) => one[key] !== null);
  const told = record.openedAt
    ? html` · ${t.opened(clock(record.openedAt), record.closedAt && clock(record.closedAt))}`
    : null;
  return html`<section id="narvaro"><h2>${t.attendance}</h2><p>${t.attendanceSum(present, people.length - present)}${told}</p>
${table(ctx, {
  caption: t.attendance,
  captionHidden: true,
  dense: true,
  columns: [
    { key: 'name' as const, text: t.name },
    { key: 'state' as const, text: t.state },
    ...(record.fromCourse ? [{ key: 'part' as const, text: t.part }] : []),
    ...(has('organisation') ? [{ key: 'organisation' as const, text: t.organisation }] : []),
    ...(has('role') || record.fromCourse ? [{ key: 'role' as const, text: t.role }] : []),
  ],
  rows: rows.map(({ person, state, tone }) => ({
    name: html`<span lang="sv">${person.present ? person.name : html`<s>${person.name}</s>`}${person.party ? ` (${person.party})` : null}</span>`,
    state: tag({ text: state, tone }),
    part: person.present ? partOf(ctx, person) : null,
    organisation: person.organisation && html`<span lang="sv">${person.organisation}</span>`,
    role: roleOf(ctx, person),
  })),
})}</section>`;
}

function rowsOf(ctx: RequestContext, record: AttendanceRecord): readonly Row[] {
  const t = texts[ctx.language];
  const as = (people: readonly RecordedAttendance[], state: string, tone: TagTone): readonly Row[] =>
    people.map((person) => ({ person, state, tone }));
  if (!record.fromCourse)
    return record.listed.flatMap((person) =>
      person.present ? as([person], t.present, 'ok') : as([person], t.absent, 'unknown'),
    );
  return [
    ...as(record.members, t.deciding, 'ok'),
    ...as(record.servingDeputies, t.decidingDeputy, 'ok'),
    ...as(record.idle, t.idle, 'neutral'),
    ...as(
      record.principals.flatMap((one) => one.people),
      t.present,
      'ok',
    ),
    ...as(record.others, t.present, 'neutral'),
    ...as(record.absent, t.absent, 'unknown'),
  ];
}

/** "§§ 5–11, kl. 14.10–17.00, för Namn Namnsson (C)": the words of the minutes, which stay Swedish. */
function partOf(ctx: RequestContext, person: RecordedAttendance): Content {
  const t = texts[ctx.language];
  const served = person.servedFor.map(({ name, party }) => `${name ?? t.vacantSeat}${party ? ` (${party})` : ''}`);
  const facts: Content[] = [
    person.part ? html`<span lang="sv">${person.part}</span>` : t.throughout,
    ...(served.length > 0 ? [t.forMember(served.join(', '))] : []),
    ...(person.remote ? [t.remote] : []),
  ];
  return facts.map((fact, index) => html`${index > 0 ? ', ' : null}${fact}`);
}

function roleOf(ctx: RequestContext, { role, capacity }: RecordedAttendance): Content {
  // An office is said in the reader's language; what a paper printed stays Swedish.
  if (role) return roleName(ctx, role) === role ? html`<span lang="sv">${role}</span>` : roleName(ctx, role);
  return capacity && attendanceCapacities[capacity][ctx.language];
}
