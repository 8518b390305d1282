import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Reader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import { bodyRulesOn } from '../organisation/index.ts';
import { readableLevels } from '../secrecy/index.ts';
import type { Archivable, ArchivableNoun, ArchivableRef, ArchiveHindrance } from './archive-package.ts';

type Row = {
  readonly noun: ArchivableNoun;
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly title: string;
  readonly body_id: string | null;
  readonly on_day: CivilDate | null;
  readonly classification: string | null;
  readonly secret: boolean;
  readonly secret_parts: boolean;
  readonly state: string;
};

/** What could go to an archive: closed matters, adjusted minutes, frozen reports; only public columns. */
const open = sql.join(readableLevels);
const archivable = (tenantId: string) => sql<Row>`(
  select 'matter' as noun, id, version, registration_number as number, public_title as title, body_id, closed_on as on_day,
    classification, secrecy_level not in (${open}) as secret, state,
    exists (select 1 from document d where d.tenant_id = matter.tenant_id and d.matter_id = matter.id
      and (d.secrecy_level not in (${open}) or exists (select 1 from secrecy_mark k
        left join secrecy_lift l on l.tenant_id = k.tenant_id and l.mark_id = k.id
        where k.tenant_id = d.tenant_id and k.noun = 'document' and k.record_id = d.id and k.level not in (${open})
          and l.id is null))) as secret_parts
    from matter where tenant_id = ${tenantId} and state = 'closed'
  union all
  select 'minutes', m.id, m.version, meeting.held_on::text, 'Protokoll', m.body_id, meeting.held_on, null, false, m.state, false
    from minutes m join meeting on meeting.tenant_id = m.tenant_id and meeting.id = m.meeting_id
    where m.tenant_id = ${tenantId} and m.state in ('adjusted', 'announced', 'final', 'archived')
  union all
  select 'report', id, version, year::text, title, body_id, approved_on, null, false, state, false
    from report where tenant_id = ${tenantId} and frozen_tree is not null
)`;

/** What has not gone to the archive yet, with how many there are in all. Oldest first: what has waited longest stands at the top. */
export async function listArchivable(
  r: Reader,
  {
    noun,
    limit = 50,
    offset = 0,
  }: { readonly noun?: ArchivableNoun | undefined; readonly limit?: number; readonly offset?: number } = {},
): Promise<{ readonly rows: readonly Archivable[]; readonly total: number }> {
  let waiting = found(r).where(
    sql<boolean>`not exists (select 1 from archive_package_item i join archive_package p
      on p.tenant_id = i.tenant_id and p.id = i.archive_package_id
      where i.tenant_id = ${r.tenantId} and i.noun = waiting.noun and i.record_id = waiting.id
      and i.left_out is null and p.state <> 'discarded')`,
  );
  if (noun) waiting = waiting.where('waiting.noun', '=', noun);
  const rows = await waiting
    .select(sql<string>`count(*) over ()`.as('total'))
    .orderBy('waiting.on_day')
    .orderBy('waiting.number')
    .orderBy('waiting.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return { rows: await judged(r, rows), total: Number(rows[0]?.total ?? 0) };
}

/** Some records by their references, whether they have gone to the archive or not. */
export async function archivableByRefs(r: Reader, refs: readonly ArchivableRef[]): Promise<readonly Archivable[]> {
  if (refs.length === 0) return [];
  const rows = await found(r)
    .where(
      'waiting.id',
      'in',
      refs.map(({ id }) => id),
    )
    .orderBy('waiting.noun')
    .orderBy('waiting.on_day')
    .orderBy('waiting.number')
    .orderBy('waiting.id')
    .execute();
  return await judged(
    r,
    rows.filter((row) => refs.some(({ noun, id }) => noun === row.noun && id === row.id)),
  );
}

function found(r: Reader) {
  return r.db
    .selectFrom(archivable(r.tenantId).as('waiting'))
    .leftJoin('body', (join) => join.onRef('body.id', '=', 'waiting.body_id').on('body.tenant_id', '=', r.tenantId))
    .selectAll('waiting')
    .select('body.name as body_name');
}

/** Minutes wait for the end of the time of appeal where their body announces them; a matter waits for its number in the scheme. */
async function judged(
  r: Reader,
  rows: readonly (Row & { readonly body_name: string | null })[],
): Promise<readonly Archivable[]> {
  const announcing = new Map<string, boolean>();
  const result: Archivable[] = [];
  for (const row of rows) {
    let hindrance: ArchiveHindrance | null = null;
    if (row.noun === 'matter' && row.classification === null) hindrance = 'unclassified';
    if (row.noun === 'minutes' && row.state === 'announced') hindrance = 'appealRunning';
    if (row.noun === 'minutes' && row.state === 'adjusted' && row.body_id !== null) {
      if (!announcing.has(row.body_id)) {
        const { noticeBoard } = await bodyRulesOn(r, row.body_id, row.on_day ?? '');
        announcing.set(row.body_id, noticeBoard === 'own' || noticeBoard === 'allParticipants');
      }
      if (announcing.get(row.body_id)) hindrance = 'notAnnounced';
    }
    result.push({
      noun: row.noun,
      id: row.id,
      version: row.version,
      number: row.number,
      title: row.title,
      bodyName: row.body_name,
      on: row.on_day,
      classification: row.classification,
      secret: row.secret,
      secretParts: row.secret_parts,
      hindrance,
    });
  }
  return result;
}
