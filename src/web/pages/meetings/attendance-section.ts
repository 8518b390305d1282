import type { Attendance } from '../../../domain/attendance/index.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { texts } from './proceedings-texts.ts';

/** Who was there and who was not, as the minutes print it. Absence is said in a word, because a struck name is not heard. */
export function attendanceSection(ctx: RequestContext, attendance: readonly Attendance[]): Html | null {
  if (attendance.length === 0) return null;
  const t = texts[ctx.language];
  const present = attendance.filter((one) => one.present).length;
  const has = (key: 'organisation' | 'role') => attendance.some((one) => one[key] !== null);
  return html`<section id="narvaro"><h2>${t.attendance}</h2><p>${t.attendanceSum(present, attendance.length - present)}</p>
${table(ctx, {
  caption: t.attendance,
  captionHidden: true,
  dense: true,
  columns: [
    { key: 'name' as const, text: t.name },
    { key: 'state' as const, text: t.state },
    ...(has('organisation') ? [{ key: 'organisation' as const, text: t.organisation }] : []),
    ...(has('role') ? [{ key: 'role' as const, text: t.role }] : []),
  ],
  rows: attendance.map((one) => ({
    name: html`<span lang="sv">${one.present ? one.name : html`<s>${one.name}</s>`}${one.party ? ` (${one.party})` : null}</span>`,
    state: one.present ? tag({ text: t.present, tone: 'ok' }) : tag({ text: t.absent, tone: 'unknown' }),
    organisation: one.organisation && html`<span lang="sv">${one.organisation}</span>`,
    role: one.role && html`<span lang="sv">${one.role}</span>`,
  })),
})}</section>`;
}
