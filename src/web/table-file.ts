import { type Sheet, writeCsv, writeXlsx } from '../documents/out/index.ts';
import { type FileReply, file } from './reply.ts';

/** The formats in which a table leaves the house. */
export const tableFormats = ['xlsx', 'csv'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** A table as a file to download. */
export async function tableFile(sheet: Sheet, name: string, format: TableFormat): Promise<FileReply> {
  if (format === 'csv') return file({ bytes: writeCsv(sheet), type: 'text/csv; charset=utf-8', name: `${name}.csv` });
  return file({
    bytes: await writeXlsx(sheet),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${name}.xlsx`,
  });
}
