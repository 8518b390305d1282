import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Context } from '../context.ts';
import { closePdfPool, type DocumentFormat, documentFormats, writeDocument } from '../documents/out/index.ts';
import { authorize } from '../domain/access/index.ts';
import { assessmentStatuses } from '../domain/assessments/index.ts';
import type { Body } from '../domain/organisation/index.ts';
import {
  answerTypes,
  findReportFor,
  getReport,
  linksBelow,
  type Report,
  reportAsData,
  reportDocument,
  reportStates,
  startReport,
} from '../domain/reports/index.ts';
import { bodyNamed } from './body-named.ts';
import { type Call, exitCodes, type RunCommand, UsageError } from './command.ts';

/**
 * `kansli report --body NAME --year YEAR [--out FILE]`: the report-back of a body for a year, as it stands in the register, or begun from the register
 * when there is none. The ending of the file decides the format; `.json` is the report as data.
 */
export const runReport: RunCommand = async (call) => {
  const { name, year, out } = wanted(call);
  const context = await call.openContext('join');
  try {
    const body = await bodyNamed(context, name, call);
    const report = await reportOf(context, body, year, call);
    if (out) {
      await writeFile(out.path, await bytesOf(context, report, out.format));
      call.note(call.language === 'sv' ? `Skrev ${out.path}.` : `Wrote ${out.path}.`);
    }
    if (call.flag('json')) call.print(JSON.stringify(reportAsData(report), null, 2));
    else if (!out) call.print(summary(report, call));
    return exitCodes.done;
  } finally {
    await context.close();
    await closePdfPool();
  }
};

function wanted(call: Call) {
  const name = call.option('body');
  const year = call.option('year');
  if (!name) throw new UsageError({ sv: '--body NAME saknas.', en: '--body NAME is missing.' });
  if (!year || !/^\d{4}$/.test(year))
    throw new UsageError({ sv: '--year ska vara ett år, till exempel 2023.', en: '--year must be a year, like 2023.' });
  const path = call.option('out');
  const format = path && extname(path).slice(1).toLowerCase();
  if (path && !(documentFormats as readonly string[]).includes(format ?? ''))
    throw new UsageError({
      sv: '--out ska sluta på .pdf, .docx, .html eller .json.',
      en: '--out must end in .pdf, .docx, .html or .json.',
    });
  return { name, year: Number(year), out: path ? { path, format: format as DocumentFormat } : undefined };
}

async function reportOf(context: Context, body: Body, year: number, call: Call): Promise<Report> {
  const found = await context.db.read(authorize(context.operator, 'record.read'), (r) =>
    findReportFor(r, body.id, year),
  );
  if (found) return found;
  call.note(
    call.language === 'sv'
      ? `Påbörjar återrapporteringen för ${year} ur registret.`
      : `Beginning the report-back for ${year} from the register.`,
  );
  const auth = authorize(context.operator, 'report.edit');
  const id = await context.db.transact(auth, { verb: 'startReport' }, (w) => startReport(w, { bodyId: body.id, year }));
  return await context.db.read(auth, (r) => getReport(r, id));
}

async function bytesOf(context: Context, report: Report, format: DocumentFormat): Promise<Uint8Array> {
  if (format === 'json') return new TextEncoder().encode(`${JSON.stringify(reportAsData(report), null, 2)}\n`);
  // A frozen report is what was approved, whatever the register says now.
  const tree = report.frozen?.tree ?? reportDocument(report, { linkTo: linksBelow(context.config.publicUrl) });
  return (await writeDocument(tree, format)).bytes;
}

function summary(report: Report, { language }: Call): string {
  const rows = report.entries.map((entry) => {
    const status = entry.quotation ? assessmentStatuses[entry.quotation.status].label[language] : '';
    const number = entry.assignment.number === null ? '  –' : String(entry.assignment.number).padStart(3);
    const days = entry.meetings.map((day) => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`).join(', ');
    const unproven = entry.claims.filter((claim) => claim.state !== 'supported').length;
    const mark = unproven > 0 ? (language === 'sv' ? `${unproven} utan belägg` : `${unproven} unproven`) : '';
    const facts = [answerTypes[entry.answerType].label[language], days, status, mark].filter(Boolean).join(' · ');
    return `${number}  ${entry.assignment.title}\n     ${facts}`;
  });
  const to = report.to ? ` → ${report.to.name}` : '';
  return [
    `${report.title}, ${report.year}`,
    `${report.body.name}${to} (${reportStates[report.state][language]})`,
    '',
    ...rows,
  ].join('\n');
}
