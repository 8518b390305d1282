import type { Reader } from '../../storage/database.ts';
import { passageChanged, type SecrecyLevel } from '../matters/index.ts';
import type { MeetingState } from '../meetings/index.ts';
import type { SourceNoun, SourceRef } from './answer-facts.ts';
import { datesNamedIn, type KnownSource } from './claim-evidence.ts';
import type { EvidenceSource } from './report.ts';

/** A record that evidence points at, as it stands in the register now. */
export type EvidenceRecord = {
  readonly source: EvidenceSource;
  readonly known: KnownSource;
  /** Whether it no longer proves anything: a cancelled meeting, a decision taken back, a passage of which the text was replaced. */
  readonly dead: boolean;
};

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
    indicatorValue: values,
    assessment: assessments,
    sourcePassage: passages,
  };
  const found: EvidenceRecord[] = [];
  for (const [noun, read] of Object.entries(readers)) {
    const ids = idsOf(noun as SourceNoun);
    if (ids.length > 0) found.push(...(await read(r, ids, year)));
  }
  return new Map(found.map((one) => [evidenceKey(one.source), one]));
}

const nothing = {
  meetingId: null,
  date: null,
  precision: 'day',
  bodyName: null,
  itemNumber: null,
  meetingKind: null,
} as const satisfies Partial<EvidenceSource>;

/** Whether a record must be shown without its words: its matter has a mark of secrecy. */
export const isSecret = (level: string | null | undefined): boolean =>
  (level ?? 'open') !== ('open' satisfies SecrecyLevel);

function record(
  source: EvidenceSource,
  own: { when: string | null; days?: readonly string[]; dead?: boolean },
): EvidenceRecord {
  const { secret, words, ...open } = source;
  return {
    source: secret ? { ...open, title: '', secret: true } : { ...open, ...(words === undefined ? {} : { words }) },
    known: {
      noun: source.noun,
      id: source.id,
      when: own.when,
      ...(own.days ? { days: own.days } : {}),
      subject: secret ? '' : source.title,
    },
    dead: own.dead ?? false,
  };
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
    record(
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
    record(
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
    record(
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

async function values(r: Reader, ids: readonly string[]): Promise<readonly EvidenceRecord[]> {
  const rows = await r.db
    .selectFrom('indicator_value as value')
    .innerJoin('indicator', (join) =>
      join.onRef('indicator.id', '=', 'value.indicator_id').onRef('indicator.tenant_id', '=', 'value.tenant_id'),
    )
    .select(['value.id', 'value.amount', 'value.as_of', 'value.indicator_id', 'indicator.name', 'indicator.unit'])
    .where('value.tenant_id', '=', r.tenantId)
    .where((eb) => eb('value.id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return rows.map((row) => {
    const asOf = row.as_of ?? '';
    const precision = asOf.length >= 10 ? 'day' : asOf.length >= 7 ? 'month' : 'year';
    const words = `${swedishNumber(Number(row.amount))} ${row.unit}`;
    return record(
      {
        ...nothing,
        noun: 'indicatorValue',
        id: row.id,
        within: row.indicator_id,
        date: asOf === '' ? null : `${asOf}-01-01`.slice(0, 10),
        precision,
        title: `${row.name}: ${words}`,
        words,
      },
      { when: row.as_of },
    );
  });
}

/** A number as Swedish papers print it: "47 254", "87,5". */
export function swedishNumber(value: number): string {
  return value.toLocaleString('sv-SE', { maximumFractionDigits: 4 }).replace(/\u00a0/gu, ' ');
}

async function assessments(r: Reader, ids: readonly string[]): Promise<readonly EvidenceRecord[]> {
  const rows = await r.db
    .selectFrom('assessment')
    .innerJoin('period', (join) =>
      join.onRef('period.id', '=', 'assessment.period_id').onRef('period.tenant_id', '=', 'assessment.tenant_id'),
    )
    .leftJoin('body', (join) =>
      join.onRef('body.id', '=', 'assessment.body_id').onRef('body.tenant_id', '=', 'assessment.tenant_id'),
    )
    .select(['assessment.id', 'assessment.assessment_text', 'period.name as period_name', 'body.name as body_name'])
    .where('assessment.tenant_id', '=', r.tenantId)
    .where((eb) => eb('assessment.id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return rows.map((row) =>
    record(
      {
        ...nothing,
        noun: 'assessment',
        id: row.id,
        bodyName: row.body_name,
        title: row.period_name,
        words: row.assessment_text,
      },
      { when: null },
    ),
  );
}

async function passages(r: Reader, ids: readonly string[], year: number): Promise<readonly EvidenceRecord[]> {
  const rows = await r.db
    .selectFrom('source_passage as passage')
    .innerJoin('document', (join) =>
      join.onRef('document.id', '=', 'passage.document_id').onRef('document.tenant_id', '=', 'passage.tenant_id'),
    )
    .leftJoin('matter', (join) =>
      join.onRef('matter.id', '=', 'document.matter_id').onRef('matter.tenant_id', '=', 'document.tenant_id'),
    )
    .select(['passage.id', 'passage.span_start', 'passage.span_end', 'passage.line', 'passage.passage_hash'])
    .select(['document.title', 'document.source_text', 'matter.secrecy_level'])
    .where('passage.tenant_id', '=', r.tenantId)
    .where((eb) => eb('passage.id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return rows.map((row) => {
    const words = row.source_text?.slice(row.span_start, row.span_end) ?? '';
    const passage = { start: row.span_start, end: row.span_end, hash: row.passage_hash };
    return record(
      {
        ...nothing,
        noun: 'sourcePassage',
        id: row.id,
        title: `${row.title}, rad ${row.line}`,
        words,
        ...(isSecret(row.secrecy_level) ? { secret: true } : {}),
      },
      { when: null, days: datesNamedIn(words, year), dead: passageChanged(passage, row.source_text) },
    );
  });
}
