import { type Block, type DocumentTree, heading, type Inline, paragraph, text } from '../../documents/tree/index.ts';
import { type CivilDate, weekdayOf } from '../../kernel/civil-date.ts';
import { monthName, weekdayName } from '../../kernel/swedish-dates.ts';
import { type PlanPointKind, plannedDayKinds, printedCategory } from './activity-plan.ts';
import type { PlanContent, PlanContentLine } from './activity-plan-version.ts';

/** What a plan is printed with beside its content: who issues it, which version it is, and its day. */
export type PrintedPlan = {
  readonly authority: string;
  readonly content: PlanContent;
  /** The number of the version; null for a draft, which says so on its cover. */
  readonly number: number | null;
  readonly datedOn: CivilDate | null;
};

/** How the plans of seed 001 print that nothing is planned under a category (MTG-25): it is not the same as a category left out. */
const nothingPlanned = '-----';

/** The activity plan on paper, in the order and with the headings of seed 001: priorities, the year table, recurring information. */
export function activityPlanDocument({ authority, content, number, datedOn }: PrintedPlan): DocumentTree {
  return {
    title: content.title,
    subtitle: content.body,
    author: authority,
    language: 'sv',
    ...(datedOn && { date: datedOn }),
    facts: [
      { label: 'Organ', value: content.body },
      { label: 'År', value: String(content.year) },
      number === null
        ? { label: 'Status', value: 'UTKAST' }
        : { label: 'Version', value: datedOn ? `${number}, uppdaterad ${datedOn}` : String(number) },
    ],
    blocks: [...priorities(content), ...planned(content), ...recurring(content)],
  };
}

function priorities(content: PlanContent): readonly Block[] {
  const lists = [
    ...list('Fokusområden', content.focusAreas.map(printedLine)),
    ...list('Följa och följa upp', pointsOf(content, 'followUp')),
    ...list('Övriga delar av intresse', pointsOf(content, 'interest')),
  ];
  return lists.length > 0 ? [heading(1, `Prioriterade områden ${content.year}`), ...lists] : [];
}

/** The year table: the day, what it takes up by category, and the place. */
function planned(content: PlanContent): readonly Block[] {
  const table: Block =
    content.days.length === 0
      ? paragraph('Inga dagar är planerade.')
      : {
          kind: 'table',
          header: [[text('Sammanträdesdag')], [text('Ärenden och information')], [text('Plats')]],
          rows: content.days.map((day) => [[text(printedDay(day))], dayContent(day), [text(day.place ?? '')]]),
          rowHeader: true,
        };
  return [
    heading(1, `Planerade aktiviteter för ${content.year}`),
    table,
    ...list('Förslag på fokusområden och fördjupningar', pointsOf(content, 'proposal')),
  ];
}

function recurring(content: PlanContent): readonly Block[] {
  const standing = content.points.filter(({ kind }) => kind === 'standing');
  if (standing.length === 0) return [];
  const byGiver = Map.groupBy(standing, ({ giver }) => giver ?? '');
  return [
    heading(1, 'Återkommande information'),
    ...[...byGiver].flatMap(([giver, points]) => [
      ...(giver ? [heading(2, giver)] : []),
      bulletList(points.map(printedPoint)),
    ]),
  ];
}

/** "torsdag 5 mars", with the last day of several and the year's copy said. */
function printedDay(day: PlanContent['days'][number]): string {
  const last = day.lastDay ? `–${dayAndMonth(day.lastDay)}` : '';
  return `${weekdayName(weekdayOf(day.date))} ${dayAndMonth(day.date)}${last}`;
}

function dayAndMonth(date: CivilDate): string {
  const [, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day} ${monthName(month)}`;
}

function dayContent(day: PlanContent['days'][number]): readonly Inline[] {
  const kind = plannedDayKinds[day.kind].sv;
  const others = day.bodies.length > 0 ? ` med ${day.bodies.join(' och ')}` : '';
  const head = day.kind === 'meeting' ? '' : `${kind.charAt(0).toLocaleUpperCase('sv')}${kind.slice(1)}${others}`;
  const lines: Inline[][] = [head, day.note ?? ''].filter(Boolean).map((line) => [text(line)]);
  for (const { category, items } of day.slots) {
    lines.push([{ kind: 'text', text: `${printedCategory(category)}:`, bold: true }]);
    if (items.length === 0) lines.push([text(nothingPlanned)]);
    for (const item of items) lines.push([text(printedLine(item))]);
  }
  return lines.flatMap((line, index): Inline[] => (index === 0 ? line : [{ kind: 'lineBreak' }, ...line]));
}

function pointsOf(content: PlanContent, kind: PlanPointKind): readonly string[] {
  return content.points.filter((point) => point.kind === kind).map(printedPoint);
}

function printedPoint(point: PlanContent['points'][number]): string {
  return [printedLine(point), ...point.details].join(' – ');
}

/** A line that nobody has looked at since last year says so on paper, too. */
function printedLine({ text: words, copiedFromYear }: PlanContentLine): string {
  return copiedFromYear === null ? words : `${words} (kopierat från ${copiedFromYear})`;
}

function list(title: string, items: readonly string[]): readonly Block[] {
  return items.length > 0 ? [heading(2, title), bulletList(items)] : [];
}

function bulletList(items: readonly string[]): Block {
  return { kind: 'list', ordered: false, items: items.map((item) => ({ content: [text(item)] })) };
}
