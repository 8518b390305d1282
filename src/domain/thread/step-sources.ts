import type { Reader } from '../../storage/database.ts';
import { factsAt, intakeFilesOf } from '../intake/index.ts';
import { sourcePlacesOf } from '../matters/index.ts';
import type { StepSource } from './thread.ts';
import type { ThreadFacts } from './thread-facts.ts';

/**
 * Lays beside each fact of a thread the passages that prove it. All passages of all facts are read in one query: a thread may stand on hundreds
 * of records, and its page must not ask the database once for each.
 */
export async function withSources(r: Reader, facts: ThreadFacts): Promise<ThreadFacts> {
  const { subject, goals, relatives, decisions, items, assessments, positions, entries, points } = facts;
  const proven = [subject, goals, relatives, decisions, items, assessments, positions, entries, points].flat();
  const places = await sourcePlacesOf(
    r,
    proven.map(({ id }) => id),
  );
  const files = await intakeFilesOf(r, [...new Set(places.map((place) => place.documentId))]);
  const found = new Map<string, StepSource[]>();
  for (const { recordId, passageId, documentId, documentTitle, line, start } of places) {
    const file = files.get(documentId);
    // A bundle is one document; the part in which the passage stands says more ("Aktivitetsplan 2020").
    const title = file ? factsAt(file, start).title : documentTitle;
    found.set(recordId, [...(found.get(recordId) ?? []), { documentId, documentTitle: title, passageId, line }]);
  }
  const proved = <F extends { readonly id: string }>(fact: F) => ({ ...fact, sources: found.get(fact.id) ?? [] });
  return {
    ...facts,
    subject: proved(subject),
    goals: goals.map(proved),
    relatives: relatives.map(proved),
    decisions: decisions.map(proved),
    items: items.map(proved),
    assessments: assessments.map(proved),
    positions: positions.map(proved),
    entries: entries.map(proved),
    points: points.map(proved),
  };
}
