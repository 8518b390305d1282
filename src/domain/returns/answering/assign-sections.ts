import type { CivilDate } from '../../../kernel/civil-date.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Id } from '../../../kernel/id.ts';
import { letterMarks, letterTopic, type PostedLetter } from '../../../kernel/posted-letter.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { refuseProblems } from '../../../kernel/refuse-problems.ts';
import type { Writer } from '../../../storage/database.ts';
import { expectVersion } from '../../../storage/version.ts';
import { accountsWhoMay, type NamedAccount, requireBody } from '../../access/index.ts';
import { listBodies } from '../../organisation/index.ts';
import { reportFor, structureOf } from './take-section.ts';

export type AssignSections = {
  readonly reportId: Id<'nationalReport'>;
  /** The sections that are given out alike, with the version of each that was seen. */
  readonly sections: readonly { readonly id: Id<'nationalReportSection'>; readonly expectedVersion: number }[];
  readonly unitBodyId: Id<'body'> | null;
  readonly responsibleIds: readonly Id<'account'>[];
  /** Their own last day; null for that of the whole. */
  readonly dueOn: CivilDate | null;
};

/** Gives sections to a unit, to persons, or to persons of a unit, until a day. Those who are newly named get a letter with the links. */
export async function assignSections(w: Writer<'return.edit'>, input: AssignSections): Promise<void> {
  const report = await reportFor(w, input.reportId, 'assign');
  requireBody(w.auth, report.body_id);
  const { unitBodyId, dueOn } = input;
  const responsibleIds = [...new Set(input.responsibleIds)];
  const able = await accountsWhoMay(w, 'return.answer', unitBodyId, w.runtime.today());
  const problems: Problem[] = [];
  if (input.sections.length === 0)
    problems.push({ path: 'sections', key: 'validation.tooFew', values: { minimum: 1 } });
  if (unitBodyId !== null && !(await listBodies(w)).some(({ id }) => id === unitBodyId))
    problems.push({ path: 'unitBodyId', key: 'validation.id' });
  else if (!responsibleIds.every((id) => able.some((account) => account.id === id)))
    problems.push({ path: 'responsibleIds', key: 'returns.responsible' });
  if (unitBodyId === null && responsibleIds.length === 0) problems.push({ path: 'unitBodyId', key: 'returns.nobody' });
  if (dueOn !== null && dueOn > report.due_on)
    problems.push({ path: 'dueOn', key: 'returns.dueAfterWhole', values: { last: report.due_on } });
  refuseProblems(problems);
  const wanted = new Map(input.sections.map(({ id, expectedVersion }) => [id, expectedVersion]));
  const found = await w.db
    .selectFrom('national_report_section')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('report_id', '=', report.id)
    .where('id', 'in', [...wanted.keys()])
    .orderBy('position')
    .forUpdate()
    .execute();
  if (found.length < wanted.size) throw new AppError('record.notFound');
  for (const section of found) expectVersion(section, wanted.get(section.id)!, { unitBodyId, responsibleIds, dueOn });
  const ids = found.map(({ id }) => id);
  const before = await w.db
    .selectFrom('national_report_responsible')
    .select(['section_id', 'account_id'])
    .where('tenant_id', '=', w.tenantId)
    .where('section_id', 'in', ids)
    .execute();
  await w.db
    .updateTable('national_report_section')
    .set((eb) => ({ unit_body_id: unitBodyId, due_on: dueOn, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', w.tenantId)
    .where('id', 'in', ids)
    .execute();
  await w.db
    .deleteFrom('national_report_responsible')
    .where('tenant_id', '=', w.tenantId)
    .where('section_id', 'in', ids)
    .execute();
  const rows = ids.flatMap((section_id) =>
    responsibleIds.map((account_id) => ({ tenant_id: w.tenantId, section_id, account_id })),
  );
  if (rows.length > 0) await w.db.insertInto('national_report_responsible').values(rows).execute();
  const codes = found.map(({ section_code }) => section_code);
  await w.log({
    noun: 'nationalReport',
    recordId: report.id,
    summary: `assign ${codes.join(', ')}`,
    before: found.map(({ section_code, unit_body_id, due_on, id }) => ({
      section_code,
      unit_body_id,
      due_on,
      responsibleIds: before.filter(({ section_id }) => section_id === id).map(({ account_id }) => account_id),
    })),
    after: { unitBodyId, responsibleIds, dueOn },
  });
  const titles = new Map(
    (await structureOf(w, report)).parts.flatMap(({ sections }) => sections.map(({ code, title }) => [code, title])),
  );
  for (const account of able.filter(({ id }) => responsibleIds.includes(id))) {
    const news = found.filter(
      ({ id }) => !before.some(({ section_id, account_id }) => section_id === id && account_id === account.id),
    );
    await postNews(
      w,
      account,
      report,
      news.map(({ section_code }) => ({ code: section_code, title: titles.get(section_code) ?? section_code })),
      dueOn,
    );
  }
}

async function postNews(
  w: Writer,
  account: NamedAccount,
  report: { readonly id: string; readonly title: string; readonly year: number; readonly due_on: string },
  sections: readonly { readonly code: string; readonly title: string }[],
  dueOn: CivilDate | null,
): Promise<void> {
  if (!account.email || sections.length === 0 || account.id === w.auth.accountId) return;
  const link = `${letterMarks.site}${recordAddress('nationalReport', report.id)}`;
  const lines = sections.map(({ code, title }) => `${title}\n${link}/avsnitt/${encodeURIComponent(code)}`);
  const letter: PostedLetter = {
    id: w.runtime.newId(),
    to: { name: account.name, address: account.email },
    subject: `Att besvara: ${report.title} ${report.year}`,
    text: [
      `${w.auth.actorName} ber dig besvara en del av ${report.title} ${report.year}, senast ${dueOn ?? report.due_on}.`,
      ...lines,
      'Markera avsnittet som klart när du har svarat.',
    ].join('\n\n'),
  };
  await w.post(letterTopic, letter);
}
