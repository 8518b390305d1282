/**
 * A chart as drawn: marks from back to front on a ground without colour, each with the part it plays. Writers (SVG, and PNG from it) know parts, not
 * charts; pages give the parts their colours in light, dark, print and forced colours.
 */
export type Scene = { readonly width: number; readonly height: number; readonly marks: readonly Mark[] };

export type Mark =
  | {
      readonly mark: 'path';
      readonly part: Part;
      readonly d: string;
      /** How far the whole path was moved after it was drawn. */
      readonly at?: { readonly x: number; readonly y: number };
    }
  | {
      readonly mark: 'text';
      readonly part: Part;
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor?: 'middle' | 'end';
    };

/** How a part looks on white paper. A page overrides these by its class; a file that stands alone and a PDF keep them. */
export const parts = {
  text: { fill: '#1c2430' },
  strong: { fill: '#1c2430', bold: true },
  soft: { fill: '#4f5968' },
  grid: { stroke: '#d9dee5', width: 1 },
  axis: { stroke: '#6d7886', width: 1 },
  target: { stroke: '#b3123b', width: 1.5, dash: '7 4' },
  'target-text': { fill: '#b3123b' },
  break: { stroke: '#4f5968', width: 1, dash: '2 3' },
  guide: { stroke: '#b9c1cc', width: 1, dash: '1 3' },
  'line-1': { stroke: '#1d4f86', width: 2.25 },
  'line-2': { stroke: '#8a5300', width: 2.25, dash: '9 4' },
  'line-3': { stroke: '#17663a', width: 2.25, dash: '3 3' },
  'line-4': { stroke: '#6b3a86', width: 2.25, dash: '12 4 3 4' },
  'line-5': { stroke: '#4f5968', width: 2.25, dash: '5 2' },
  'line-6': { stroke: '#1c2430', width: 1.5 },
  'claimed-line': { stroke: '#6d7886', width: 1.25, dash: '2 4' },
  'point-1': { fill: '#1d4f86' },
  'point-2': { fill: '#8a5300' },
  'point-3': { fill: '#17663a' },
  'point-4': { fill: '#6b3a86' },
  'point-5': { fill: '#4f5968' },
  'point-6': { fill: '#1c2430' },
  hollow: { fill: '#ffffff', stroke: '#1d4f86', width: 1.75 },
  'text-1': { fill: '#1d4f86', bold: true },
  'text-2': { fill: '#8a5300', bold: true },
  'text-3': { fill: '#17663a', bold: true },
  'text-4': { fill: '#6b3a86', bold: true },
  'text-5': { fill: '#4f5968', bold: true },
  'text-6': { fill: '#1c2430', bold: true },
  full: { fill: '#1d4f86' },
  light: { fill: '#a9c1dc' },
  outline: { stroke: '#1d4f86', width: 1.5, dash: '5 3' },
  'area-1': { fill: '#1d4f86' },
  'area-2': { fill: '#a9c1dc' },
  'area-3': { fill: '#5b86b5' },
  'area-4': { fill: '#e3ebf4' },
  'area-5': { fill: '#3a4a5e' },
  'area-6': { fill: '#c8ccd2' },
  hatch: { stroke: '#ffffff', width: 1.25 },
  'hatch-dark': { stroke: '#1d4f86', width: 1 },
  edge: { stroke: '#1d4f86', width: 1 },
} as const satisfies Record<string, PartLook>;
export type Part = keyof typeof parts;
export type PartLook = {
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: string;
  readonly bold?: boolean;
};

/** The size of all text in a chart: read at the widths for which the layouts are made, no text is smaller than 12 px. */
export const textSize = 14;

/** To a tenth of a pixel, so that the same figures give the same bytes on every machine. */
export function tenth(value: number): number {
  const rounded = Math.round(value * 10) / 10;
  return rounded === 0 ? 0 : rounded;
}

export function lineMark(part: Part, x1: number, y1: number, x2: number, y2: number): Mark {
  return { mark: 'path', part, d: `M${tenth(x1)} ${tenth(y1)}L${tenth(x2)} ${tenth(y2)}` };
}

export function rectMark(part: Part, x: number, y: number, width: number, height: number): Mark {
  return {
    mark: 'path',
    part,
    d: `M${tenth(x)} ${tenth(y)}H${tenth(x + width)}V${tenth(y + height)}H${tenth(x)}Z`,
  };
}

export function textMark(part: Part, x: number, y: number, text: string, anchor?: 'middle' | 'end'): Mark {
  return { mark: 'text', part, x: tenth(x), y: tenth(y), text, ...(anchor ? { anchor } : {}) };
}

/** The sign of a series, so that no series is told by its colour alone: disc, square, triangle, diamond, bar, cross. */
export function signMark(part: Part, sign: number, x: number, y: number, size = 4.5): Mark {
  const s = size;
  const at = (dx: number, dy: number) => `${tenth(x + dx)} ${tenth(y + dy)}`;
  const drawn = [
    `M${at(-s, 0)}a${s} ${s} 0 1 0 ${2 * s} 0a${s} ${s} 0 1 0 ${-2 * s} 0Z`,
    `M${at(-s, -s)}L${at(s, -s)}L${at(s, s)}L${at(-s, s)}Z`,
    `M${at(0, -s * 1.2)}L${at(s * 1.15, s * 0.9)}L${at(-s * 1.15, s * 0.9)}Z`,
    `M${at(0, -s * 1.3)}L${at(s * 1.3, 0)}L${at(0, s * 1.3)}L${at(-s * 1.3, 0)}Z`,
    `M${at(-s * 1.2, -s * 0.5)}L${at(s * 1.2, -s * 0.5)}L${at(s * 1.2, s * 0.5)}L${at(-s * 1.2, s * 0.5)}Z`,
    `M${at(-s * 1.15, -s * 0.9)}L${at(s * 1.15, -s * 0.9)}L${at(0, s * 1.2)}Z`,
  ];
  return { mark: 'path', part, d: drawn[sign % drawn.length]! };
}
