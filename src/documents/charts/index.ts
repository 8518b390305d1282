export { chartSvg, type SvgOptions, sceneOf } from './chart-svg.ts';
export { type Layout, layouts } from './scales.ts';
export { type Mark, type Part, type PartLook, parts, type Scene, textSize } from './scene.ts';
export { titled } from './titled.ts';
