import { type DocumentFormat, writeDocument } from '../../../documents/out/index.ts';
import type { DocumentTree } from '../../../documents/tree/index.ts';
import {
  type LinkTo,
  type PeriodReport,
  periodReportDocument,
  type Report,
  reportAsData,
  reportDocument,
} from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type FileReply, file } from '../../reply.ts';

/** The document of a report: what was approved when it is frozen, otherwise as the register has it now. */
export function treeOf(report: Report, linkTo: LinkTo): DocumentTree {
  return report.frozen?.tree ?? reportDocument(report, { linkTo });
}

/** The document of an interim or annual report: what was approved when it is frozen, otherwise as the register has it now. Links lead below an address, or within the site. */
export function periodReportTree(report: PeriodReport, base: string): DocumentTree {
  return (
    report.frozen?.tree ??
    periodReportDocument(report, { addressOf: (noun, id) => `${base}${recordAddress(noun, id)}` })
  );
}

/** A report as a file. `json` is its data, for who wants to count; the other formats are the document. */
export async function reportFile(report: Report, format: DocumentFormat, linkTo: LinkTo): Promise<FileReply> {
  const name = fileName(report, format);
  if (format === 'json') {
    const bytes = new TextEncoder().encode(`${JSON.stringify(reportAsData(report), null, 2)}\n`);
    return file({ bytes, type: 'application/json', name });
  }
  const { bytes, mediaType } = await writeDocument(treeOf(report, linkTo), format);
  return file({ bytes, type: mediaType, name });
}

/** `aterrapportering-2026-beredning-for-lokal-vard.pdf`: letters that every file system and mail program keeps. */
export function fileName({ year, body }: Pick<Report, 'year' | 'body'>, format: DocumentFormat): string {
  const name = body.name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
  return `aterrapportering-${year}-${name.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')}.${format}`;
}
