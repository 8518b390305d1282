import { chartSvg } from '../documents/charts/index.ts';
import { chartSheet, packChartPng } from '../documents/out/index.ts';
import type { ChartData } from '../documents/tree/index.ts';
import type { Language } from '../kernel/language.ts';
import { type FileReply, file } from './reply.ts';
import { tableFile } from './table-file.ts';

/** The formats in which a chart leaves the house: to enlarge, to put into a presentation, to count on. */
export const chartFormats = ['svg', 'png', 'csv'] as const;
export type ChartFormat = (typeof chartFormats)[number];

/**
 * A chart as a file to download, with its name and its source in the picture. A page that shows a chart gives it an address for each format by a route of its own
 * with the same policy as the page, and its component `chart` the links.
 */
export async function chartFile(
  data: ChartData,
  { name, format, language }: { readonly name: string; readonly format: ChartFormat; readonly language: Language },
): Promise<FileReply> {
  if (format === 'csv') return tableFile(chartSheet(data, language), name, 'csv');
  if (format === 'png')
    return file({ bytes: await packChartPng(data, { language, alone: true }), type: 'image/png', name: `${name}.png` });
  const svg = chartSvg(data, { layout: 'wide', language, alone: true });
  return file({ bytes: new TextEncoder().encode(svg), type: 'image/svg+xml', name: `${name}.svg` });
}
