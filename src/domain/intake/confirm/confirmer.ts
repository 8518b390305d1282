import type { Reader, Writer } from '../../../storage/database.ts';
import { rememberSource } from '../../matters/index.ts';
import { factsAt, type IntakeFile } from '../intake-file.ts';
import type { Difference, OpenQuestion, Proposal, RecordRef } from '../proposal.ts';
import type { ProposedRecord, RecordType } from '../reading/recognisers.ts';

/** The file that a proposal lies in, with its neighbours: an item needs to know the meeting that the same notice announces. */
export type Scene = { readonly file: IntakeFile; readonly proposals: readonly Proposal[] };

/** What a confirmation came to: the record that the proposal stands for now, and all that was made for it, in order. */
export type Confirmed = { readonly record: RecordRef; readonly made: readonly RecordRef[] };

/**
 * Turns the proposals of one type into records. `questions` looks and answers what a person must settle first; `confirm` is called only when
 * there are none, in the same transaction, and writes through the verbs of the nouns.
 */
export type Confirmer = {
  readonly questions: (r: Reader, proposal: Proposal, scene: Scene) => Promise<readonly OpenQuestion[]>;
  readonly confirm: (w: Writer<'intake.confirm'>, proposal: Proposal, scene: Scene) => Promise<Confirmed>;
};

/** The fields that the reader gives a record of a type. A person may have changed values, never the shape: `fieldProblems` keeps that. */
export type FieldsOf<T extends RecordType> = Omit<
  Extract<ProposedRecord, { type: T }>,
  'type' | 'id' | 'source' | 'alsoAt' | 'confidence' | 'rule'
>;

/** The fields of a proposal by its type. */
export function fieldsOf<T extends RecordType>(proposal: Proposal): FieldsOf<T> {
  return proposal.fields as unknown as FieldsOf<T>;
}

/** The body, date, year and kind that hold where the proposal was read. */
export function factsFor(proposal: Proposal, scene: Scene) {
  return factsAt(scene.file, proposal.source.start);
}

/** The other proposals of the same part of the bundle. */
export function neighbours(proposal: Proposal, scene: Scene, type: RecordType): readonly Proposal[] {
  const part = factsFor(proposal, scene).part;
  return scene.proposals.filter((other) => other.type === type && factsFor(other, scene).part === part);
}

/** Remembers where a record was read: the passage of the proposal and the further ones it was read from. */
export async function rememberProposal(
  w: Writer<'intake.confirm'>,
  record: RecordRef,
  proposal: Proposal,
  scene: Scene,
  fields: readonly string[] = [],
): Promise<void> {
  const places = [proposal.source, ...proposal.alsoAt].filter(({ start, end }) => end > start);
  for (const { start, end, line } of places)
    await rememberSource(w, {
      noun: record.noun,
      recordId: record.id,
      documentId: scene.file.documentId,
      start,
      end,
      line,
      rule: proposal.rule,
      confidence: proposal.confidence,
      fields,
    });
}

/**
 * What a proposal says otherwise than the record that is there. A field that either side leaves empty is no difference: the register may know
 * more than one document, and a document more than the register.
 */
export function differences(
  recorded: Readonly<Record<string, unknown>>,
  proposed: Readonly<Record<string, unknown>>,
): readonly Difference[] {
  return Object.entries(proposed).flatMap(([field, value]) => {
    const there = recorded[field];
    const empty = (one: unknown) =>
      one === undefined || one === null || one === '' || (Array.isArray(one) && one.length === 0);
    return empty(value) || empty(there) || sameValue(there, value) ? [] : [{ field, recorded: there, proposed: value }];
  });
}

/** The open question that differences raise; nothing is overwritten by an import. */
export function differs(found: readonly Difference[], record?: OpenQuestion['record']): readonly OpenQuestion[] {
  if (found.length === 0) return [];
  const fields = found.map(({ field, recorded, proposed }) => `${field} (”${short(recorded)}” / ”${short(proposed)}”)`);
  return [{ code: 'differs', values: { fields: fields.join(', ') }, differences: found, ...(record && { record }) }];
}

/** Texts are the same when only spaces, case or the last full stop tell them apart. */
function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => sameValue(one, b[i]));
  return plain(a) === plain(b);
}

function plain(value: unknown): string {
  return String(value).replace(/\s+/g, ' ').trim().replace(/\.$/, '').toLocaleLowerCase('sv');
}

function short(value: unknown): string {
  const text = Array.isArray(value) ? value.join('; ') : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
