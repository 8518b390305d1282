import type { Language } from '../../kernel/language.ts';
import { chartSvg } from '../charts/index.ts';
import { type Chart, type ChartData, chartSentence, chartWords } from '../tree/index.ts';
import { barPlaces } from './bar-places.ts';
import { escapeXml } from './xml.ts';

/** A chart is one picture with a text of its own; labels and amounts keep their size on a narrow screen because they are no part of the drawing. */
export function chartHtml(chart: Chart, escapeHtml: (text: string) => string): string {
  const places = barPlaces(chart);
  const bars = chart.bars.map(({ label, text, look }, index) => {
    const { from, to } = places[index]!;
    const bar = `<rect class="chart-${look ?? 'full'}" x="${tenths(from * 640 + 1)}" y="1" width="${tenths(Math.max(2, (to - from) * 640 - 2))}" height="12"></rect>`;
    return `<p class="chart-label"><span>${escapeHtml(label)}</span> <strong>${escapeHtml(text)}</strong></p><svg class="chart-bar" viewBox="0 0 640 14" height="14" preserveAspectRatio="none">${bar}</svg>`;
  });
  return `<figure class="chart"><figcaption>${escapeHtml(chart.title)}</figcaption><div role="img" aria-label="${escapeHtml(chart.alt)}">${bars.join('')}</div></figure>`;
}

function tenths(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/**
 * A chart of any kind as a figure: what it shows in words, and the picture in two layouts of which the style shows the one that fits. The table of the same
 * figures follows in the document.
 */
export function diagramHtml(data: ChartData, id: string, language: Language): string {
  const picture = (layout: 'wide' | 'narrow') =>
    `<div class="diagram-${layout}">${chartSvg(data, { layout, language, id: `${id}-${layout}` })}</div>`;
  const note = data.note ? `<p class="diagram-note">${escapeXml(data.note)}</p>` : '';
  return `<figure class="diagram"><figcaption class="diagram-title">${escapeXml(data.title)}</figcaption><p class="diagram-said">${escapeXml(chartSentence(data, chartWords[language]))}</p><div class="diagram-pictures">${picture('wide')}${picture('narrow')}</div>${note}</figure>`;
}
