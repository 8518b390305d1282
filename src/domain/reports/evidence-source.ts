import type { GatheredFacts, LinkedFacts } from './answer-facts-reader.ts';
import type { EvidenceSource } from './report.ts';

/** Everything the register has for one answer as sources that can be shown and followed: own items, decisions, others' items, then the position. */
export function evidenceSources({
  facts,
  items,
  itemsElsewhere,
  itemsOfOtherYears,
  decisions,
}: GatheredFacts<LinkedFacts>): readonly EvidenceSource[] {
  const nothing = { meetingId: null, date: null, precision: 'day', itemNumber: null, meetingKind: null } as const;
  const ofItem = (item: GatheredFacts['items'][number]): EvidenceSource => ({
    noun: 'agendaItem',
    id: item.itemId,
    meetingId: item.meetingId,
    date: item.heldOn,
    precision: 'day',
    bodyName: item.bodies.find((body) => body.id === facts.body.id)?.name ?? item.bodies[0]!.name,
    itemNumber: item.number,
    title: item.title,
    meetingKind: item.meetingKind,
    ...(item.meetingState === 'planned' ? { stillPlanned: true } : {}),
  });
  return [
    ...items.map(ofItem),
    ...decisions.map(
      (decision): EvidenceSource => ({
        noun: 'decision',
        id: decision.id,
        meetingId: decision.item?.meetingId ?? null,
        date: decision.decidedOn,
        precision: decision.datePrecision,
        bodyName: decision.body.name,
        itemNumber: decision.item?.number ?? null,
        ...(decision.item ? { itemId: decision.item.id } : {}),
        title: decision.title,
        meetingKind: null,
        ...(decision.clauses.length > 0 ? { words: decision.clauses.join(' ') } : {}),
      }),
    ),
    ...[...itemsElsewhere, ...itemsOfOtherYears].map(ofItem),
    ...(facts.position
      ? [
          {
            ...nothing,
            noun: 'assignmentPosition' as const,
            id: facts.position.id,
            bodyName: facts.body.name,
            title: facts.position.text,
          },
        ]
      : []),
    {
      ...nothing,
      noun: 'assignment' as const,
      id: facts.assignment.id,
      bodyName: null,
      title: facts.assignment.title,
    },
  ];
}
