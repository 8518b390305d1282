import type { Reading } from '../../documents/tree/recognise.ts';
import { type CoverLabel, type CoverRow, coverRows } from './minutes-cover-rows.ts';
import { coverLines, minutesParagraphs } from './paragraph-sections-import.ts';

/** What the cover of an elected body has and the notes of a group do not: who adjusts, when, and the notice board (KL 5:69, 8:12). */
const formalLabels: readonly CoverLabel[] = ['adjusters', 'adjustment', 'noticeFrom', 'noticeTo', 'notice'];

/**
 * The rows of the cover of minutes in §§; none for minutes of another form. The cover may come alone: the file has only the page that was signed,
 * or the §§ lie in files of their own (trap 14).
 */
export function minutesCoverRows(reading: Reading): readonly CoverRow[] {
  const rows = coverRows(coverLines(reading));
  if (minutesParagraphs(reading).length > 0) return rows;
  const labels = new Set(rows.map(({ label }) => label));
  const formal = formalLabels.filter((label) => labels.has(label)).length;
  return formal >= 2 && labels.has('members') ? rows : [];
}
