import { type Block, type Fact, heading, paragraph, text } from '../../documents/tree/index.ts';
import type { AgendaContent, FrozenItem, FrozenProposal } from './agenda-version.ts';
import { printedClauses, printedDate, printedList, printedText } from './printed-words.ts';
import { isTimetableItem, printedSlots } from './timetable-document.ts';

/**
 * The numbered items of a notice, each with the labels of seed 001 in its order: registration number, presenters, proposed decision, summary,
 * basis. The points under an item are its numbered list.
 */
export function agendaBlocks(content: AgendaContent, items = content.items): readonly Block[] {
  return items.filter((item) => !hasParent(item, items)).flatMap((item) => itemBlocks(content, item));
}

/** "4. Rapportering …", as the heading of an item and as its bookmark; what no source numbers has its title alone. */
export function itemTitle(item: Pick<FrozenItem, 'number' | 'title'>): string {
  return item.number ? `${item.number}. ${item.title}` : item.title;
}

/** What stands first under an item's heading. */
export function itemFacts(item: Pick<FrozenItem, 'registrationNumber' | 'presenters'>): readonly Fact[] {
  return [
    ...(item.registrationNumber ? [{ label: 'Diarienummer:', value: item.registrationNumber }] : []),
    ...(item.presenters.length > 0 ? [{ label: 'Föredragande:', value: item.presenters.join('/') }] : []),
  ];
}

/** The proposed decisions of an item, each said by the body that is to make it. */
export function proposalBlocks(proposals: readonly FrozenProposal[], level: 1 | 2 | 3): readonly Block[] {
  const told = proposals.filter(({ clauses }) => clauses.length > 0);
  if (told.length === 0) return [];
  return [
    heading(level, 'Förslag till beslut'),
    ...told.map(
      ({ body, clauses }): Block => ({
        kind: 'decision',
        intro: [text(`${body} beslutar`)],
        clauses: printedClauses(clauses).map((clause) => [text(clause)]),
      }),
    ),
  ];
}

/** What an item rests on: its memo, and its documents by name. */
export function basisOf(content: AgendaContent, item: FrozenItem): readonly string[] {
  const named = [...(item.memo?.basis ?? []), ...item.documents.map(({ title }) => title)];
  const memo =
    item.memo && !named.some((title) => /^föredragnings-?\s?pm\b/iu.test(title)) ? [memoName(content, item)] : [];
  return [...new Set([...memo, ...named])];
}

/** How a memo is named where it is listed: "FöredragningsPM, <organ> 2020-11-24, <ärende>". */
export function memoName({ meeting }: AgendaContent, item: Pick<FrozenItem, 'title'>): string {
  return `FöredragningsPM, ${meeting.bodies.join(', ')} ${meeting.heldOn}, ${item.title}`;
}

/** The points under an item, in order. */
export function pointsUnder(content: AgendaContent, item: FrozenItem): readonly FrozenItem[] {
  return content.items.filter(({ parentId }) => parentId === item.id);
}

function itemBlocks(content: AgendaContent, item: FrozenItem): readonly Block[] {
  const points = pointsUnder(content, item);
  const facts = itemFacts(item);
  const basis = basisOf(content, item);
  const summary = printedText(item.summary ?? item.memo?.sections.summary);
  return [
    heading(1, itemTitle(item), `punkt-${item.id}`),
    ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
    ...(item.doorsClosed || item.exercisesAuthority ? [paragraph('Punkten behandlas bakom stängda dörrar.')] : []),
    ...(isTimetableItem(item) ? printedSlots(content.slots) : []),
    ...proposalBlocks(item.proposals, 2),
    ...adjustmentLine(content, item),
    ...(summary.length > 0 ? [...(isPlain(item) ? [] : [heading(2, 'Sammanfattning')]), ...summary] : []),
    ...printedList(
      points.map((point) => withPresenters(point)),
      true,
    ),
    ...points.flatMap((point) => pointBlocks(content, point)),
    ...(basis.length > 0 ? [heading(2, 'Beslutsunderlag'), ...printedList(basis)] : []),
  ];
}

/** An item that only informs or opens has no summary of a matter: what is written under it stands there as it is. */
function isPlain(item: FrozenItem): boolean {
  return item.proposals.length === 0 && item.registrationNumber === null && item.memo === null;
}

/** What a point says beside its line in the list: most say nothing, but one may have a decision or documents of its own. */
function pointBlocks(content: AgendaContent, point: FrozenItem): readonly Block[] {
  const basis = basisOf(content, point);
  const summary = printedText(point.summary);
  const own = [
    ...(point.registrationNumber ? [{ kind: 'facts' as const, facts: itemFacts(point) }] : []),
    ...proposalBlocks(point.proposals, 3),
    ...summary,
    ...(basis.length > 0 ? [heading(3, 'Beslutsunderlag'), ...printedList(basis)] : []),
  ];
  return own.length > 0 ? [heading(2, itemTitle(point)), ...own] : [];
}

/** The last day for the minutes stands under the election of adjusters, as in seed 001. */
function adjustmentLine({ meeting }: AgendaContent, item: FrozenItem): readonly Block[] {
  const elects = item.proposals.some(({ clauses }) =>
    clauses.some((clause) => /\bjustera dagens protokoll\b/iu.test(clause)),
  );
  if (!elects || !meeting.adjustBy) return [];
  return [paragraph(`Protokollet ska vara justerat senast den ${printedDate(meeting.adjustBy)}.`)];
}

function withPresenters({ title, presenters }: FrozenItem): string {
  return presenters.length > 0 ? `${title} – ${presenters.join(', ')}` : title;
}

function hasParent(item: FrozenItem, items: readonly FrozenItem[]): boolean {
  return item.parentId !== null && items.some(({ id }) => id === item.parentId);
}
