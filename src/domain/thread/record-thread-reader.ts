import { AppError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Connected } from '../connections/index.ts';
import { factsAt, intakeFilesOf, suggestedConnectionsOf } from '../intake/index.ts';
import { sourcePlacesOf } from '../matters/index.ts';
import { readRecordDays } from './record-days-reader.ts';
import { connectedGroups, goOnFrom, type RecordLink } from './record-links.ts';
import { readRecordLinks } from './record-links-reader.ts';
import { nameRecords, type RecordName } from './record-names-reader.ts';
import { furthestSteps, type RecordStep, type RecordThread, recordSteps } from './record-thread.ts';
import type { StepSource } from './thread.ts';

/** The thread that a record of any noun stands in: what it is connected with, two links far. Throws `record.notFound`. */
export async function readRecordThread(r: Reader, noun: string, id: string): Promise<RecordThread> {
  if (!isId(id)) throw new AppError('record.notFound');
  const steps = await readRecordSteps(r, [{ noun, id }]);
  const subject = steps.find((step) => step.id === id);
  if (subject?.noun !== noun) throw new AppError('record.notFound');
  const { title, target } = subject;
  return { subject: { noun: subject.noun, id, title, target }, steps };
}

/** The records that some records hang together with, these among them: a fixed number of queries, whatever the number of records. */
export async function readRecordSteps(r: Reader, start: readonly Connected[]): Promise<readonly RecordStep[]> {
  const ids = start.map((one) => one.id);
  const links: RecordLink[] = [];
  const reached = new Set<string>(ids);
  let from = start;
  for (let round = 1; round <= furthestSteps && from.length > 0; round += 1) {
    const found = [
      ...(await readRecordLinks(r, from)),
      ...(
        await suggestedConnectionsOf(
          r,
          from.map(({ id }) => id),
        )
      ).map((link) => ({ ...link, proposed: true })),
    ];
    links.push(...found);
    from = goOnFrom(found, reached);
    for (const { id } of from) reached.add(id);
  }
  const records = [...start, ...links.flatMap(({ from: a, to: b }) => [a, b])];
  const all = [...new Map(records.map((one) => [one.id, { noun: one.noun, recordId: one.id }])).values()];
  return recordSteps({
    start: ids,
    links: distinct(links),
    names: await nameRecords(r, all),
    days: await readRecordDays(r, all),
    sources: await sourcesOf(r, [...new Set(all.map(({ recordId }) => recordId))]),
  });
}

/** A group of records that hang together: how many there are, the record by which it is called, and the documents that it was read from. */
export type ThreadSummary = {
  readonly name: RecordName;
  readonly size: number;
  readonly documents: readonly { readonly id: string; readonly title: string }[];
};

/** So many threads stand in the list, and so many records of each are looked at for its documents. */
const mostThreads = 50;
const mostRecords = 500;

/** The longest threads of the register, by the confirmed links between its records. */
export async function listRecordThreads(r: Reader): Promise<readonly ThreadSummary[]> {
  const groups = connectedGroups(await readRecordLinks(r)).slice(0, mostThreads);
  const records = groups.flatMap((group) => group.slice(0, mostRecords));
  const names = await nameRecords(
    r,
    records.map(({ noun, id }) => ({ noun, recordId: id })),
  );
  const places = await sourcePlacesOf(
    r,
    records.map(({ id }) => id),
  );
  const read = Map.groupBy(places, ({ recordId }) => recordId);
  return groups.flatMap((group) => {
    const named = group.flatMap(({ id }) => names.get(id) ?? []);
    const [name] = [...named].sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, 'sv'));
    if (!name) return [];
    const documents = new Map(
      group.flatMap(({ id }) => read.get(id) ?? []).map((place) => [place.documentId, place.documentTitle]),
    );
    return [{ name, size: named.length, documents: [...documents].map(([id, title]) => ({ id, title })) }];
  });
}

/** A thread is called by its assignment, for want of one by its item, and so on. */
const callers = ['assignment', 'agendaItem', 'decision', 'budgetInputPoint', 'formAnswer'];
function rank({ noun }: RecordName): number {
  const place = callers.indexOf(noun);
  return place < 0 ? callers.length : place;
}

async function sourcesOf(r: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, readonly StepSource[]>> {
  const places = await sourcePlacesOf(r, ids);
  const files = await intakeFilesOf(r, [...new Set(places.map((place) => place.documentId))]);
  const found = new Map<string, StepSource[]>();
  for (const { recordId, passageId, documentId, documentTitle, line, start } of places) {
    const file = files.get(documentId);
    const title = file ? factsAt(file, start).title : documentTitle;
    found.set(recordId, [...(found.get(recordId) ?? []), { documentId, documentTitle: title, passageId, line }]);
  }
  return found;
}

/** The same link found from both its ends is one. */
function distinct(links: readonly RecordLink[]): readonly RecordLink[] {
  return [
    ...new Map(links.map((link) => [`${link.from.id} ${link.to.id} ${link.kind} ${link.proposed}`, link])).values(),
  ];
}
