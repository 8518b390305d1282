import { hiddenItemTitle } from '../meetings/index.ts';
import type { PublishedData, PublishedNoun, PublishedRecord } from '../published/index.ts';
import type { RecordRef } from '../secrecy/index.ts';

/**
 * What a public record shows of: each part must be open itself, with all that it is made of. A meeting and minutes show the items and §§ that they do
 * not hide, and are asked for these and not as a whole; any other record is asked for itself.
 */
export function shownParts(record: PublishedRecord): readonly RecordRef[] {
  if (isOf(record, 'meeting'))
    return [
      ...record.data.items
        .filter(({ title }) => title !== hiddenItemTitle)
        .map(({ id }) => ({ noun: 'agendaItem', id })),
      ...record.data.items.flatMap(({ decisionIds }) => decisionIds.map((id) => ({ noun: 'decision', id }))),
    ];
  // Of minutes from which §§ were left out, each that is left has been asked for; minutes with all their §§ are asked for as a whole.
  if (isOf(record, 'minutes') && record.data.sections.some(({ title }) => title === hiddenItemTitle))
    return record.data.sections.flatMap(({ decisionIds }) => decisionIds.map((id) => ({ noun: 'decision', id })));
  return [{ noun: record.noun, id: record.recordId }];
}

function isOf<N extends PublishedNoun>(
  record: PublishedRecord,
  noun: N,
): record is PublishedRecord<N> & { readonly data: PublishedData[N] } {
  return record.noun === noun;
}
