import type { Reader } from '../../storage/database.ts';
import type { MeetingState } from '../meetings/index.ts';
import type { SourceNoun, SourceRef } from './answer-facts.ts';
import { type EvidenceRecord, evidenceRecord, isSecret, nothing } from './evidence-record.ts';
import { evidenceAssessments, evidencePassages, evidenceValues } from './evidence-texts-reader.ts';
import type { EvidenceSource } from './report.ts';

/** The key of a record among evidence. */
export const evidenceKey = ({ noun, id }: SourceRef): string => `${noun}:${id}`;

/**
 * The records that some evidence points at, by key, whatever they are linked to: one query a noun, however many they are. What is not answered is
 * no longer there. What lies in a matter that is not open comes without its words: its day and its body are public, what it is about is not.
 */
export async function evidenceRecords(
  r: Reader,
  refs: readonly SourceRef[],
  year: number,
): Promise<ReadonlyMap<string, EvidenceRecord>> {
  const idsOf = (noun: SourceNoun) => [...new Set(refs.filter((one) => one.noun === noun).map((one) => one.id))];
  const readers = {
    agendaItem: items,
    decision: decisions,
    meeting: meetings,
    indicatorValue: evidenceValues,
    assessment: evidenceAssessments,
    sourcePassage: evidencePassages,
  };
  const found: EvidenceRecord[] = [];
  for (const [noun, read] of Object.entries(readers)) {
    const ids = idsOf(noun as SourceNoun);
    if (ids.length > 0) found.push(...(await read(r, ids, year)));
  }
  return new Map(found.map((one) => [evidenceKey(one.source), one]));
}

async function items(r: Reader, ids: readonly string[]): Promise<readonly EvidenceRecord[]> {
  const rows = await r.db
    .selectFrom('agenda_item as item')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'item.meeting_id').onRef('meeting.tenant_id', '=', 'item.tenant_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'meeting.body_id').onRef('body.tenant_id', '=', 'meeting.tenant_id'),
    )
    .leftJoin('matter', (join) =>
      join.onRef('matter.id', '=', 'item.matter_id').onRef('matter.tenant_id', '=', 'item.tenant_id'),
    )
    .select(['item.id', 'item.number', 'item.title', 'item.meeting_id', 'item.summary'])
    .select(['meeting.held_on', 'meeting.kind', 'meeting.state', 'body.name', 'matter.secrecy_level'])
    .where('item.tenant_id', '=', r.tenantId)
    .where((eb) => eb('item.id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return rows.map((row) =>
    evidenceRecord(
      {
        ...nothing,
        noun: 'agendaItem',
        id: row.id,
        meetingId: row.meeting_id,
        date: row.held_on,
        bodyName: row.name,
        itemNumber: row.number,
        title: row.title,
        meetingKind: row.kind,
        ...(row.summary ? { words: row.summary } : {}),
        ...(row.state === 'planned' ? { stillPlanned: true } : {}),
        ...(isSecret(row.secrecy_level) ? { secret: true } : {}),
      },
      { when: row.held_on, dead: (row.state as MeetingState) === 'cancelled' },
    ),
  );
}

async function meetings(r: Reader, ids: readonly string[]): Promise<readonly EvidenceRecord[]> {
  const rows = await r.db
    .selectFrom('meeting')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'meeting.body_id').onRef('body.tenant_id', '=', 'meeting.tenant_id'),
    )
    .select(['meeting.id', 'meeting.held_on', 'meeting.kind', 'meeting.state', 'meeting.title', 'body.name'])
    .where('meeting.tenant_id', '=', r.tenantId)
    .where((eb) => eb('meeting.id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return rows.map((row) =>
    evidenceRecord(
      {
        ...nothing,
        noun: 'meeting',
        id: row.id,
        meetingId: row.id,
        date: row.held_on,
        bodyName: row.name,
        title: row.title ?? '',
        meetingKind: row.kind,
        ...(row.state === 'planned' ? { stillPlanned: true } : {}),
      },
      { when: row.held_on, dead: row.state === 'cancelled' },
    ),
  );
}

async function decisions(r: Reader, ids: readonly string[]): Promise<readonly EvidenceRecord[]> {
  const rows = await r.db
    .selectFrom('decision')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'decision.body_id').onRef('body.tenant_id', '=', 'decision.tenant_id'),
    )
    .leftJoin('agenda_item as item', (join) =>
      join.onRef('item.id', '=', 'decision.agenda_item_id').onRef('item.tenant_id', '=', 'decision.tenant_id'),
    )
    .leftJoin('matter', (join) =>
      join.onRef('matter.id', '=', 'item.matter_id').onRef('matter.tenant_id', '=', 'item.tenant_id'),
    )
    .select(['decision.id', 'decision.title', 'decision.decided_on', 'decision.date_precision', 'decision.state'])
    .select(['item.number', 'item.meeting_id', 'body.name', 'matter.secrecy_level'])
    .where('decision.tenant_id', '=', r.tenantId)
    .where((eb) => eb('decision.id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return rows.map((row) =>
    evidenceRecord(
      {
        ...nothing,
        noun: 'decision',
        id: row.id,
        meetingId: row.meeting_id,
        date: row.decided_on,
        precision: row.date_precision as EvidenceSource['precision'],
        bodyName: row.name,
        itemNumber: row.number,
        title: row.title,
        ...(isSecret(row.secrecy_level) ? { secret: true } : {}),
      },
      { when: whenOf(row.decided_on, row.date_precision), dead: row.state !== 'made' },
    ),
  );
}

const whenOf = (date: string | null, precision: string): string | null =>
  date?.slice(0, { day: 10, month: 7, year: 4 }[precision] ?? 10) ?? null;
