import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Language, Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Reader } from '../../storage/database.ts';
import {
  type ClaimToSettle,
  isFrozen,
  listReports,
  listReportsById,
  type Report,
  type ReportSummary,
  receiverPurposes,
  reportKinds,
  unsettledClaims,
} from '../reports/index.ts';

/** What making a decision does to a report beside being made, told before anybody presses. */
export type EffectOnMaking = {
  readonly decisionId: Id<'decision'>;
  readonly report: ReportSummary;
  readonly sentence: Localized;
  /** What is remarked on the report and nobody has settled; that it was seen is put on record with the approval. */
  readonly remarks: readonly ClaimToSettle[];
  /** Why it will not happen as things stand. */
  readonly obstacles: readonly Problem[];
};

/** What making a decision will do: which report it approves, freezes and delivers, what is remarked on it and what stands in the way. */
export async function effectsOnMaking(
  r: Reader,
  decisionId: Id<'decision'>,
  today: CivilDate,
): Promise<readonly EffectOnMaking[]> {
  return await effectsOnMakingAny(r, [decisionId], today);
}

/** The same of several decisions, for the screen of a meeting. */
export async function effectsOnMakingAny(
  r: Reader,
  decisionIds: readonly Id<'decision'>[],
  today: CivilDate,
): Promise<readonly EffectOnMaking[]> {
  return await approvalsOf(r, await linkedReports(r, decisionIds), today);
}

/** What becomes of some linked reports that are not frozen yet. The reports themselves are read only when there are such. */
export async function approvalsOf(
  r: Reader,
  links: readonly LinkedReport[],
  today: CivilDate,
): Promise<readonly EffectOnMaking[]> {
  const open = links.filter(({ report }) => !isFrozen(report.state));
  const whole = await listReportsById(r, [...new Set(open.map(({ report }) => report.id))]);
  return open.flatMap(({ decisionId, report }) => {
    const found = whole.find(({ id }) => id === report.id);
    return found ? [{ decisionId, report, ...approvalOf(found, today) }] : [];
  });
}

/** The sentence about one report, what is remarked on it, and what stands in the way. */
export function approvalOf(
  report: Pick<Report, 'kind' | 'title' | 'state' | 'to' | 'receivers' | 'entries'>,
  today: CivilDate,
): Pick<EffectOnMaking, 'sentence' | 'remarks' | 'obstacles'> {
  const { title, state } = report;
  const { the, en } = reportKinds[report.kind];
  const [till, to] = [receiversIn(report, 'sv'), receiversIn(report, 'en')];
  return {
    sentence: {
      sv: `Beslutet godkänner och fryser ${the} ”${title}”${till && ` och lämnar den till ${till}`}.`,
      en: `The decision approves and freezes the ${en} “${title}”${to && ` and delivers it to ${to}`}.`,
    },
    remarks: unsettledClaims(report, today),
    obstacles: [
      ...(state === 'draft' ? [{ path: 'report', key: 'execution.reportDraft', values: { title } }] : []),
      ...(till ? [] : [{ path: 'report', key: 'report.noReceiver' }]),
    ],
  };
}

/** The receivers in their order, those that get it to know it marked as such: "A, B (för kännedom) och C". */
function receiversIn({ to, receivers }: Pick<Report, 'to' | 'receivers'>, language: Language): string {
  const names = receivers.map(({ body, purpose }) =>
    purpose === 'information' ? `${body.name} (${receiverPurposes.information[language]})` : body.name,
  );
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names.length > 0 || !to ? names : [to.name]);
}

/** A report that a decision, proposed or made, is the one to approve. */
export type LinkedReport = { readonly decisionId: Id<'decision'>; readonly report: ReportSummary };

/** The reports that some decisions approve, each with its decision. */
export async function linkedReports(
  r: Reader,
  decisionIds: readonly Id<'decision'>[],
): Promise<readonly LinkedReport[]> {
  if (decisionIds.length === 0) return [];
  const links = await r.db
    .selectFrom('decision_effect')
    .select(['decision_id', 'record_id'])
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('decision_id', '=', eb.fn.any(eb.val([...decisionIds]))))
    .where('kind', '=', 'approvesReport')
    .execute();
  if (links.length === 0) return [];
  const reports = await listReports(r, { ids: links.map((link) => link.record_id) });
  return links.flatMap((link) =>
    reports.filter(({ id }) => id === link.record_id).map((report) => ({ decisionId: link.decision_id, report })),
  );
}
