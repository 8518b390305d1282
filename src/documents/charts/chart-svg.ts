import type { Language } from '../../kernel/language.ts';
import { type ChartData, chartSentence, chartWords } from '../tree/index.ts';
import { drawChart } from './draw-chart.ts';
import { type Layout, layouts } from './scales.ts';
import { type Mark, type PartLook, parts, type Scene, textSize } from './scene.ts';
import { titled } from './titled.ts';

export type SvgOptions = {
  readonly layout: Layout;
  readonly language: Language;
  /** Names title and description within a page; several pictures need several ids. */
  readonly id?: string;
  /** The picture stands alone in a file: it says its name, its source and its size, and has a white ground. */
  readonly alone?: boolean;
};

/**
 * A chart as SVG that says what it shows: one picture with a title and a description. The looks are written as attributes, which the style of a page may
 * override by class. Same data, same bytes.
 */
export function chartSvg(data: ChartData, options: SvgOptions): string {
  const { layout, language, id = 'diagram', alone = false } = options;
  const scene = alone ? titled(sceneOf(data, { layout, language }), data) : sceneOf(data, { layout, language });
  const height = Math.ceil(scene.height);
  const size = alone ? ` width="${scene.width}" height="${height}"` : '';
  const ground = alone ? `<rect width="${scene.width}" height="${height}" fill="#ffffff"/>` : '';
  const described = escaped(chartSentence(data, chartWords[language]));
  return `<svg xmlns="http://www.w3.org/2000/svg" class="diagram-svg" role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${scene.width} ${height}"${size} font-family="Source Sans 3" font-size="${textSize}"><title id="${id}-title">${escaped(data.title)}</title><desc id="${id}-desc">${described}</desc>${ground}${marksSvg(scene)}</svg>`;
}

/** A chart laid out for a width, for who draws it otherwise than as SVG. */
export function sceneOf(data: ChartData, { layout, language }: Pick<SvgOptions, 'layout' | 'language'>): Scene {
  return drawChart(data, { width: layouts[layout], narrow: layout === 'narrow', words: chartWords[language] });
}

/** What is drawn first, then the words on a halo of the ground, so that no line crosses a letter. */
function marksSvg({ marks }: Scene): string {
  const [words, drawn] = [marks.filter(({ mark }) => mark === 'text'), marks.filter(({ mark }) => mark === 'path')];
  return `${drawn.map(markSvg).join('')}<g class="d-words" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${words.map(markSvg).join('')}</g>`;
}

function markSvg(mark: Mark): string {
  const look: PartLook = parts[mark.part];
  if (mark.mark === 'text') {
    const anchor = mark.anchor ? ` text-anchor="${mark.anchor}"` : '';
    const bold = look.bold ? ' font-weight="600"' : '';
    return `<text class="d-${mark.part}" x="${mark.x}" y="${mark.y}" fill="${look.fill ?? '#1c2430'}"${anchor}${bold}>${escaped(mark.text)}</text>`;
  }
  const stroke = look.stroke ? ` stroke="${look.stroke}" stroke-width="${look.width ?? 1}"` : '';
  const dash = look.dash ? ` stroke-dasharray="${look.dash}"` : '';
  const place = mark.at ? ` transform="translate(${mark.at.x} ${mark.at.y})"` : '';
  return `<path class="d-${mark.part}" d="${mark.d}" fill="${look.fill ?? 'none'}"${stroke}${dash}${place}/>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
}
