import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import type { FormStructure } from '../forms/index.ts';
import { listNationalReports, type NationalReport, type ReportSection } from '../returns/index.ts';
import { withYear } from './day-words.ts';
import type { WorkFinding } from './work.ts';
import { mayAnywhere, type WorkReading, type WorkSource } from './work-source.ts';

/** Sections of a return to answer, for the persons or the unit that have them; and for who keeps it, sections to give out and the whole to review. */
export const workOfReturns: WorkSource = async (scope) => {
  if (!mayAnywhere(scope, 'return.answer')) return [];
  const found = await scope.once(workOnReturns);
  return found.filter(({ accountId }) => accountId === undefined || accountId === scope.actor.accountId);
};

async function workOnReturns(r: Reader, { today }: WorkReading): Promise<readonly WorkFinding[]> {
  const reports = await listNationalReports(r, { states: ['answering', 'review'] });
  if (reports.length === 0) return [];
  const versions = await r.db
    .selectFrom('form_version')
    .select(['id', 'structure'])
    .where('tenant_id', '=', r.tenantId)
    .where('id', 'in', [...new Set(reports.map(({ formVersionId }) => formVersionId))])
    .execute();
  const titles = new Map(
    versions.map(({ id, structure }) => {
      const { parts } = structure as unknown as FormStructure;
      return [id, new Map(parts.flatMap(({ sections }) => sections).map(({ code, title }) => [code, title]))];
    }),
  );
  return reports.flatMap((report) => [
    ...report.sections.flatMap((section) =>
      section.state === 'asked'
        ? toAnswer(report, section, titles.get(report.formVersionId)?.get(section.code) ?? section.code)
        : [],
    ),
    ...toKeep(report, today),
  ]);
}

/** Each person who was named has it; where only a unit was, those who answer for the unit. */
function toAnswer(report: NationalReport, section: ReportSection, sectionTitle: string): readonly WorkFinding[] {
  const finding = {
    kind: 'answerSection',
    recordId: report.id,
    href: `${recordAddress('nationalReport', report.id)}/avsnitt/${encodeURIComponent(section.code)}` as `/${string}`,
    title: `${sectionTitle}, ${withYear(report.title, report.year)}`,
    dueOn: section.dueOn,
  } as const;
  if (section.responsible.length > 0)
    return section.responsible.map(({ id }) => ({
      ...finding,
      step: `${section.code}:${id}`,
      body: null,
      accountId: id,
    }));
  return section.unit ? [{ ...finding, step: section.code, body: section.unit }] : [];
}

function toKeep(report: NationalReport, today: string): readonly WorkFinding[] {
  const common = { recordId: report.id, title: withYear(report.title, report.year), body: report.body };
  const path = recordAddress('nationalReport', report.id);
  const ungiven = report.sections.filter(({ unit, responsible }) => unit === null && responsible.length === 0);
  if (report.state === 'review')
    return [{ ...common, kind: 'reviewReturn', href: `${path}/granska` as `/${string}`, dueOn: report.dueOn }];
  if (ungiven.length > 0)
    return [
      {
        ...common,
        kind: 'giveOutSections',
        href: `${path}/utdelning` as `/${string}`,
        dueOn: report.dueOn < today ? report.dueOn : null,
        count: ungiven.length,
      },
    ];
  const allReady = report.sections.every(({ state }) => state === 'ready');
  return allReady ? [{ ...common, kind: 'sendReturnToReview', href: path as `/${string}`, dueOn: report.dueOn }] : [];
}
