import type { Reader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import type { PublishedRecord } from '../published/index.ts';
import { highestOf } from '../secrecy/index.ts';
import type { GateScene } from './gate.ts';
import { nameKey } from './person-names.ts';
import { shownParts } from './shown-parts.ts';

/** What the gate knows of the house, of the record's files, and of how secret it and what it shows are. */
export async function gateSceneOf(r: Reader, record: PublishedRecord): Promise<GateScene> {
  return {
    roster: await rosterOf(r),
    fileTexts: await fileTextsOf(r, record),
    secrecy: await highestOf(r, shownParts(record)),
  };
}

const rosters = new WeakMap<object, Promise<ReadonlySet<string>>>();

/** Read once a transaction: a batch asks for it for each of its records. */
function rosterOf(r: Reader): Promise<ReadonlySet<string>> {
  const kept = rosters.get(r.db) ?? readRoster(r);
  rosters.set(r.db, kept);
  return kept;
}

/** Everybody whose name is public by their role (R-OPN-4), and the bodies: two words with a capital that are nobody outside. */
async function readRoster(r: Reader): Promise<ReadonlySet<string>> {
  const names = sql<{ name: string }>`(
    select name from person where tenant_id = ${r.tenantId}
    union select name from meeting_attendance where tenant_id = ${r.tenantId}
    union select name from meeting_call where tenant_id = ${r.tenantId} and name is not null
    union select name from account where tenant_id = ${r.tenantId}
    union select name from body where tenant_id = ${r.tenantId}
    union select name from body_alias where tenant_id = ${r.tenantId}
  )`.as<'roster'>(sql`roster`);
  const rows = await r.db.selectFrom(names).select('name').execute();
  return new Set(rows.map(({ name }) => nameKey(name)));
}

async function fileTextsOf(r: Reader, { files }: PublishedRecord): Promise<ReadonlyMap<string, string | null>> {
  const texts = new Map<string, string | null>(files.map(({ sha256 }) => [sha256, null]));
  if (texts.size === 0) return texts;
  const rows = await r.db
    .selectFrom('document')
    .select(['sha256', 'source_text'])
    .where('tenant_id', '=', r.tenantId)
    .where('sha256', 'in', [...texts.keys()])
    .execute();
  for (const { sha256, source_text } of rows) if (source_text) texts.set(sha256, source_text);
  return texts;
}
