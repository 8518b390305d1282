import type { ChartData } from '../tree/index.ts';
import { drawBars } from './draw-bars.ts';
import { drawLine } from './draw-line.ts';
import { drawMultiples } from './draw-multiples.ts';
import { drawRanges } from './draw-ranges.ts';
import { drawRanks } from './draw-ranks.ts';
import { drawShares } from './draw-shares.ts';
import type { Frame } from './scales.ts';
import type { Scene } from './scene.ts';

/** Lays a chart out for a width. */
export function drawChart(data: ChartData, frame: Frame): Scene {
  switch (data.kind) {
    case 'line':
      return drawLine(data, frame);
    case 'smallMultiples':
      return drawMultiples(data, frame);
    case 'bars':
      return drawBars(data, frame);
    case 'shares':
      return drawShares(data, frame);
    case 'ranks':
      return drawRanks(data, frame);
    case 'ranges':
      return drawRanges(data, frame);
  }
}
