import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { nameKey } from '../organisation/index.ts';
import type { SubGroupReport } from './officials-item.ts';
import type { StandingItem } from './standing-items.ts';

/** A group that reports at each meeting of the group above it (J-14), and the standing item in which it does ("Rapport från au", seed 003 item 4). */
export type ReportingGroup = {
  readonly bodyId: Id<'body'>;
  readonly name: string;
  /** What else documents call it. */
  readonly otherNames: readonly string[];
  readonly itemTitle: string;
  /** From which day it does: of earlier meetings nobody says that its report is missing. */
  readonly since: CivilDate;
};

/** The titles of the usual standing items in which sub-groups report; those that report by name come in their place. */
export const usualReportItems = ['Rapport från arbetsutskottet', 'Rapport från undergrupperna'] as const;

/**
 * A body's standing items with those in which its reporting groups report. Several groups may share an item. An item that the body has already under the
 * same title stays where it stands; the others come where the usual items of reports stood, or last among the opening ones.
 */
export function withReportItems(
  items: readonly StandingItem[],
  groups: readonly Pick<ReportingGroup, 'itemTitle'>[],
): readonly StandingItem[] {
  if (groups.length === 0) return items;
  const titles = [...new Map(groups.map(({ itemTitle }) => [nameKey(itemTitle), itemTitle])).values()];
  const isReport = ({ title }: StandingItem) => titles.some((one) => nameKey(one) === nameKey(title));
  const isUsual = (one: StandingItem) =>
    !isReport(one) && usualReportItems.some((title) => nameKey(title) === nameKey(one.title));
  const missing = titles
    .filter((title) => !items.some((one) => nameKey(one.title) === nameKey(title)))
    .map((title): StandingItem => ({ place: 'opening', sub: false, title, category: 'standing', clauses: [] }));
  const at = items.findIndex(isUsual);
  const kept = items.filter((one) => !isUsual(one));
  const place =
    at >= 0
      ? items.slice(0, at).filter((one) => !isUsual(one)).length
      : kept.filter((one) => one.place === 'opening').length;
  return [...kept.slice(0, place), ...missing, ...kept.slice(place)];
}

/** A group that reports, with what it reported at a meeting; null while nothing is written. */
export type ExpectedReport = ReportingGroup & { readonly report: SubGroupReport | null };

/** Who was to report at a meeting and whose report is missing: a report belongs to the group by any name that the group has. */
export function expectedReports(
  groups: readonly ReportingGroup[],
  reports: readonly SubGroupReport[],
  heldOn: CivilDate,
): readonly ExpectedReport[] {
  return groups
    .map((group) => {
      const names = [group.name, ...group.otherNames].map(nameKey);
      return { ...group, report: reports.find(({ subGroup }) => names.includes(nameKey(subGroup))) ?? null };
    })
    .filter(({ since, report }) => since <= heldOn || report !== null);
}
