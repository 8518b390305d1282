import type { Reader } from '../../storage/database.ts';
import { listBodies } from '../organisation/index.ts';
import type { SourceRef } from './answer-facts.ts';
import type { Evidence } from './claim-evidence.ts';
import { dayFacts } from './claim-facts-reader.ts';
import type { ClaimSettlement } from './claim-finding.ts';
import type { DayFacts } from './claim-findings.ts';
import { bodyFinder, type ClaimMentions, type MentionScene, mentionsIn } from './claim-mentions.ts';
import { settlementsOf } from './claim-settlement-reader.ts';
import { claimsOf } from './claims.ts';
import { type EvidenceRecord, isSecret } from './evidence-record.ts';
import { evidenceRecords } from './evidence-records-reader.ts';
import type { KnownSeries } from './figure-differences.ts';
import type { Report } from './report.ts';

/** One answer as far as its sentences are judged. */
export type AnswerToJudge = {
  readonly entryId: string;
  readonly report: Pick<Report, 'body' | 'year'>;
  readonly text: string;
  readonly evidence: readonly Evidence[];
  /** The items that the register has for it: those of secret matters are shown without their words. */
  readonly itemIds: readonly string[];
};

/** All that sentences are judged against, read once for any number of answers. */
export type ClaimScene = {
  readonly mentionsOf: (answer: Pick<AnswerToJudge, 'report'>, sentence: string) => ClaimMentions;
  readonly days: DayFacts;
  readonly series: readonly KnownSeries[];
  readonly records: ReadonlyMap<string, EvidenceRecord>;
  readonly items: ReadonlyMap<string, ItemInPlace>;
  readonly settlements: ReadonlyMap<string, ClaimSettlement>;
};

/** Reads what the sentences of some answers are judged against: as many queries for many answers as for one. */
export async function claimScene(r: Reader, answers: readonly AnswerToJudge[]): Promise<ClaimScene> {
  const bodies = await listBodies(r);
  const findBodies = bodyFinder(bodies);
  const known = new Map<string, ClaimMentions>();
  const mentionsOf: ClaimScene['mentionsOf'] = ({ report }, sentence) => {
    const key = `${report.body.id} ${report.year} ${sentence}`;
    const scene: MentionScene = { findBodies, own: report.body, year: report.year };
    const found = known.get(key) ?? mentionsIn(sentence, scene);
    known.set(key, found);
    return found;
  };
  const mentions = answers.flatMap((answer) => claimsOf(answer.text).map((claim) => mentionsOf(answer, claim.text)));
  const told = mentions.flatMap((one) => one.occasions).filter((one) => one.sort !== 'other');
  const year = Math.max(0, ...answers.map((one) => one.report.year));
  return {
    mentionsOf,
    days: await dayFacts(r, {
      dates: [...new Set(told.map((one) => one.date))],
      bodyIds: [...new Set(told.flatMap((one) => one.bodyIds))],
      entryIds: answers.map((one) => one.entryId),
      bodyNames: new Map(bodies.map((one) => [one.id, one.name])),
    }),
    series: mentions.some((one) => one.numbers.length > 0) ? await knownSeries(r) : [],
    records: await evidenceRecords(
      r,
      answers.flatMap(({ evidence }) => evidence.filter(standsAlone)),
      year,
    ),
    items: await itemsInPlace(r, answers),
    settlements: await settlementsOf(
      r,
      answers.map((one) => one.entryId),
    ),
  };
}

/** The nouns that the drafting itself points at: they stand by being linked to the assignment. */
const drafted: ReadonlySet<string> = new Set(['agendaItem', 'decision']);

/** Evidence that stands by its record whatever that is linked to: what a person pointed out, and what no drafting points at. */
export const standsAlone = (one: SourceRef & { readonly confirmed: boolean }): boolean =>
  one.noun !== 'assignment' && one.noun !== 'assignmentPosition' && (one.confirmed || !drafted.has(one.noun));

async function knownSeries(r: Reader): Promise<readonly KnownSeries[]> {
  const rows = await r.db
    .selectFrom('indicator_value as value')
    .innerJoin('indicator', (join) =>
      join.onRef('indicator.id', '=', 'value.indicator_id').onRef('indicator.tenant_id', '=', 'value.tenant_id'),
    )
    .select(['indicator.id', 'indicator.name', 'indicator.unit', 'value.id as value_id', 'value.amount', 'value.as_of'])
    .where('value.tenant_id', '=', r.tenantId)
    .where('value.amount', 'is not', null)
    .where('value.replaced_by_id', 'is', null)
    .where('value.place', '=', '')
    .execute();
  return [...Map.groupBy(rows, (row) => row.id).values()].map((group) => ({
    id: group[0]!.id,
    name: group[0]!.name,
    unit: group[0]!.unit,
    values: group.map((row) => ({ id: row.value_id, value: Number(row.amount), asOf: row.as_of })),
  }));
}

/** What an item says in place: its paragraph, title and summary; and whether it lies in a matter that is not open. */
export type ItemInPlace = { readonly secret: boolean; readonly words: string };

async function itemsInPlace(r: Reader, answers: readonly AnswerToJudge[]): Promise<ReadonlyMap<string, ItemInPlace>> {
  const ids = [...new Set(answers.flatMap((one) => one.itemIds))];
  if (ids.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('agenda_item as item')
    .leftJoin('matter', (join) =>
      join.onRef('matter.id', '=', 'item.matter_id').onRef('matter.tenant_id', '=', 'item.tenant_id'),
    )
    .leftJoin('section_number as section', (join) =>
      join.onRef('section.agenda_item_id', '=', 'item.id').onRef('section.tenant_id', '=', 'item.tenant_id'),
    )
    .select(['item.id', 'item.title', 'item.summary', 'matter.secrecy_level', 'section.number'])
    .where('item.tenant_id', '=', r.tenantId)
    .where((eb) => eb('item.id', '=', eb.fn.any(eb.val(ids))))
    .execute();
  return new Map(
    rows.map(({ id, title, summary, secrecy_level, number }) => [
      id,
      {
        secret: isSecret(secrecy_level),
        words: [number === null ? '' : `§ ${number}`, /[.!?…]$/u.test(title) ? title : `${title}.`, summary ?? '']
          .filter((one) => one !== '')
          .join(' '),
      },
    ]),
  );
}
