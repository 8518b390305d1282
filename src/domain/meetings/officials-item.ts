/** What one sub-group reported: its name, who spoke and what was said ("LDG söder: … rapporterade. …", seed 003 item 5). */
export type SubGroupReport = { readonly subGroup: string; readonly reporter: string | null; readonly report: string };

/** What an item of an officials' group has beside an ordinary item: the reports of its sub-groups, and where the slides are. */
export type OfficialsItem = { readonly reports: readonly SubGroupReport[]; readonly slidesIn: string | null };

/** A report as a sentence: "LDG söder: Anna Ek rapporterade. …". */
export function subGroupSentence({ subGroup, reporter, report }: SubGroupReport): string {
  const told = [reporter ? `${reporter} rapporterade.` : null, report.trim() || null].filter(Boolean).join(' ');
  return `${subGroup}: ${told || 'inget att rapportera.'}`;
}

/** Where the slides of an item are, in the words of seed 003. */
export function slidesSentence(place: string): string {
  return `De bilder som visades finns i ${place}.`;
}
