import type { Reader } from '../../storage/database.ts';
import { listBodies } from '../organisation/index.ts';
import type { SourceRef } from './answer-facts.ts';
import { bodyFinder, type ClaimMentions, mentionsIn, type NumberMention } from './claim-mentions.ts';
import type { EvidenceRecord } from './evidence-record.ts';
import { evidenceKey, evidenceRecords } from './evidence-records-reader.ts';
import type { Report, ReportEntry } from './report.ts';
import { type EvidenceSuggestion, type SuggestableRecord, suggestEvidence } from './suggest-evidence.ts';

/** What is suggested for the sentences of some answers: the key is `<entry> <hash of the sentence>`. */
export type Suggestions = ReadonlyMap<string, readonly EvidenceSuggestion[]>;

type Asked = {
  readonly key: string;
  readonly text: string;
  readonly mentions: ClaimMentions;
  readonly entry: ReportEntry;
};

/**
 * Searches the register for what the sentences of a report name and suggests it as evidence: as many queries for a whole report as for one answer.
 * What a sentence has already is not suggested again.
 */
export async function suggestedEvidence(
  r: Reader,
  report: Pick<Report, 'body' | 'year'>,
  entries: readonly ReportEntry[],
): Promise<Suggestions> {
  const findBodies = bodyFinder(await listBodies(r));
  const scene = { findBodies, own: report.body, year: report.year };
  const asked: readonly Asked[] = entries.flatMap((entry) =>
    entry.claims.map(({ hash, text }) => ({
      key: `${entry.id} ${hash}`,
      text,
      mentions: mentionsIn(text, scene),
      entry,
    })),
  );
  const dates = distinct(asked.flatMap(({ mentions }) => mentions.occasions.map((one) => one.date)));
  const found = [
    ...(await onDays(r, dates)),
    ...(await inMattersAndMinutes(
      r,
      asked.map((one) => one.mentions),
      report.year,
    )),
    ...(await valuesOf(
      r,
      asked.flatMap(({ mentions }) => mentions.numbers),
    )),
  ];
  const words = await wordsAbout(r, entries, report.year);
  const records = await evidenceRecords(
    r,
    [...found, ...words].map(({ ref }) => ref),
    report.year,
  );
  const suggestable = (from: readonly Candidate[]) => from.flatMap((one) => toSuggestable(one, records));
  const general = suggestable(found);
  const byAssignment = Map.groupBy(words, (one) => one.assignmentId ?? '');
  return new Map(
    asked.map(({ key, text, mentions, entry }) => {
      const used = new Set(entry.claims.find((one) => key.endsWith(one.hash))?.evidence.map(evidenceKey));
      const own = suggestable(byAssignment.get(entry.assignment.id) ?? []);
      const all = suggestEvidence(text, mentions, [...general, ...own]);
      return [key, all.filter(({ source }) => !used.has(evidenceKey(source)))];
    }),
  );
}

type Candidate = Omit<SuggestableRecord, 'source' | 'when'> & {
  readonly ref: SourceRef;
  readonly assignmentId?: string;
};

function toSuggestable({ ref, assignmentId: _, ...own }: Candidate, records: ReadonlyMap<string, EvidenceRecord>) {
  const record = records.get(evidenceKey(ref));
  if (!record || record.dead) return [];
  return [{ ...own, source: record.source, when: record.known.when } satisfies SuggestableRecord];
}

const distinct = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];

async function onDays(r: Reader, dates: readonly string[]): Promise<readonly Candidate[]> {
  const days = dates.filter((date) => date.length === 10);
  if (days.length === 0) return [];
  const meetings = await r.db
    .selectFrom('meeting')
    .leftJoin('agenda_item as item', (join) =>
      join.onRef('item.meeting_id', '=', 'meeting.id').onRef('item.tenant_id', '=', 'meeting.tenant_id'),
    )
    .leftJoin('meeting_body as joint', (join) =>
      join.onRef('joint.meeting_id', '=', 'meeting.id').onRef('joint.tenant_id', '=', 'meeting.tenant_id'),
    )
    .select(['meeting.id', 'meeting.body_id', 'item.id as item_id', 'joint.body_id as joint_id'])
    .where('meeting.tenant_id', '=', r.tenantId)
    .where('meeting.state', '!=', 'cancelled')
    .where((eb) => eb('meeting.held_on', '=', eb.fn.any(eb.val([...days]))))
    .execute();
  const bodiesOf = new Map<string, Set<string>>();
  for (const row of meetings) {
    const bodies = bodiesOf.get(row.id) ?? new Set([row.body_id]);
    if (row.joint_id) bodies.add(row.joint_id);
    bodiesOf.set(row.id, bodies);
  }
  const firsts = distinct(days.flatMap((date) => [date, `${date.slice(0, 7)}-01`]));
  const decisions = await r.db
    .selectFrom('decision')
    .select(['id', 'body_id'])
    .where('tenant_id', '=', r.tenantId)
    .where('state', '=', 'made')
    .where((eb) => eb('decided_on', '=', eb.fn.any(eb.val([...firsts]))))
    .execute();
  const bodyIds = (id: string): readonly string[] => [...(bodiesOf.get(id) ?? [])];
  return [
    ...distinct(meetings.map((row) => row.id)).map(
      (id): Candidate => ({ ref: { noun: 'meeting', id }, bodyIds: bodyIds(id) }),
    ),
    ...[...new Map(meetings.flatMap((row) => (row.item_id ? [[row.item_id, row.id] as const] : [])))].map(
      ([id, meetingId]): Candidate => ({ ref: { noun: 'agendaItem', id }, bodyIds: bodyIds(meetingId) }),
    ),
    ...decisions.map((row): Candidate => ({ ref: { noun: 'decision', id: row.id }, bodyIds: [row.body_id] })),
  ];
}

async function inMattersAndMinutes(
  r: Reader,
  mentions: readonly ClaimMentions[],
  year: number,
): Promise<readonly Candidate[]> {
  const numbers = distinct(mentions.flatMap((one) => one.registrationNumbers));
  const sections = mentions.flatMap((one) => one.sections);
  if (numbers.length === 0 && sections.length === 0) return [];
  const rows = await r.db
    .selectFrom('agenda_item as item')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'item.meeting_id').onRef('meeting.tenant_id', '=', 'item.tenant_id'),
    )
    .leftJoin('matter', (join) =>
      join.onRef('matter.id', '=', 'item.matter_id').onRef('matter.tenant_id', '=', 'item.tenant_id'),
    )
    .leftJoin('section_number as section', (join) =>
      join.onRef('section.agenda_item_id', '=', 'item.id').onRef('section.tenant_id', '=', 'item.tenant_id'),
    )
    .select(['item.id', 'meeting.body_id', 'matter.registration_number', 'section.number'])
    .where('item.tenant_id', '=', r.tenantId)
    .where('meeting.state', '!=', 'cancelled')
    .where((eb) =>
      eb.or([
        eb('matter.registration_number', '=', eb.fn.any(eb.val([...numbers]))),
        eb.and([
          eb('section.number', '=', eb.fn.any(eb.val(distinct(sections.map((one) => one.number)) as number[]))),
          eb('section.body_id', '=', eb.fn.any(eb.val(distinct(sections.flatMap((one) => one.bodyIds)) as string[]))),
          eb('meeting.held_on', '>=', `${year}-01-01`),
          eb('meeting.held_on', '<=', `${year}-12-31`),
        ]),
      ]),
    )
    .limit(500)
    .execute();
  return rows.map((row) => ({
    ref: { noun: 'agendaItem', id: row.id },
    bodyIds: [row.body_id],
    registrationNumber: row.registration_number,
    section: row.number,
  }));
}

async function valuesOf(r: Reader, numbers: readonly NumberMention[]): Promise<readonly Candidate[]> {
  if (numbers.length === 0) return [];
  const rows = await r.db
    .selectFrom('indicator_value as value')
    .innerJoin('indicator', (join) =>
      join.onRef('indicator.id', '=', 'value.indicator_id').onRef('indicator.tenant_id', '=', 'value.tenant_id'),
    )
    .select(['value.id', 'value.amount', 'indicator.name', 'indicator.unit'])
    .where('value.tenant_id', '=', r.tenantId)
    .where((eb) =>
      eb('value.amount', '=', eb.fn.any(eb.val(distinct(numbers.map((one) => String(one.value))) as string[]))),
    )
    .limit(500)
    .execute();
  return rows.map((row) => ({
    ref: { noun: 'indicatorValue', id: row.id },
    bodyIds: [],
    value: { number: Number(row.amount), unit: unitOf(row.unit), name: row.name },
  }));
}

function unitOf(unit: string): NumberMention['unit'] {
  if (/%|procent/iu.test(unit)) return 'percent';
  return /(?:kr|kronor|sek)$/iu.test(unit.trim()) ? 'kronor' : 'count';
}

/** What was written about the assignments themselves: the assessments of the year, and the passages that they were read from in open documents. */
async function wordsAbout(r: Reader, entries: readonly ReportEntry[], year: number): Promise<readonly Candidate[]> {
  const ids = distinct(entries.map((one) => one.assignment.id));
  if (ids.length === 0) return [];
  const assessments = await r.db
    .selectFrom('assessment')
    .innerJoin('period', (join) =>
      join.onRef('period.id', '=', 'assessment.period_id').onRef('period.tenant_id', '=', 'assessment.tenant_id'),
    )
    .select(['assessment.id', 'assessment.assignment_id'])
    .where('assessment.tenant_id', '=', r.tenantId)
    .where('period.year', '=', year)
    .where((eb) => eb('assessment.assignment_id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  const passages = await r.db
    .selectFrom('source_passage')
    .select(['id', 'record_id'])
    .where('tenant_id', '=', r.tenantId)
    .where('noun', '=', 'assignment')
    .where((eb) => eb('record_id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return [
    ...assessments.map(
      (row): Candidate => ({ ref: { noun: 'assessment', id: row.id }, bodyIds: [], assignmentId: row.assignment_id }),
    ),
    ...passages.map(
      (row): Candidate => ({ ref: { noun: 'sourcePassage', id: row.id }, bodyIds: [], assignmentId: row.record_id }),
    ),
  ];
}
