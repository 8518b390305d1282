export { chartSvg, type SvgOptions } from './chart-svg.ts';
export { type Layout, layouts } from './scales.ts';
