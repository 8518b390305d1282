import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, type Matrix } from './matrix.ts';
import type { Rule } from './page-content.ts';

/** How many numbers follow each step of a path in the list that pdf.js makes: move, line, curve, quadratic curve, close. */
const stepLengths = [2, 2, 6, 4, 0] as const;
const [moveTo, lineTo, , , closePath] = [0, 1, 2, 3, 4];

/** What is thicker, in points, is a box and no line. */
const thickest = 2.6;
/** Steps of one path that are looked at: drawings have thousands, and none of them is a border. */
const stepLimit = 4_000;

const strokes: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const fills: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill]);

/** The straight lines that a path draws: its straight steps when it is stroked, its thin boxes when it is filled. */
export function rulesOf(args: readonly unknown[], matrix: Matrix): readonly Rule[] {
  const isStroked = strokes.has(Number(args[0]));
  if (!isStroked && !fills.has(Number(args[0]))) return [];
  const steps = (args[1] as readonly (ArrayLike<number> | null)[] | undefined)?.[0];
  if (!steps || typeof steps.length !== 'number' || steps.length > stepLimit) return [];
  const rules: Rule[] = [];
  let points: (readonly [number, number])[] = [];
  const finish = () => {
    if (!isStroked && points.length > 1) rules.push(...thin([boxOf(points)]));
    points = [];
  };
  for (let at = 0; at < steps.length; ) {
    const step = steps[at]!;
    const length = stepLengths[step];
    if (length === undefined) break;
    if (step === moveTo) finish();
    const before = points.at(-1);
    if (length > 0) points.push(apply(matrix, steps[at + length - 1]!, steps[at + length]!));
    if (isStroked && before && step === lineTo) rules.push(...thin([boxOf([before, points.at(-1)!])]));
    if (isStroked && step === closePath && points.length > 2) rules.push(...thin([boxOf([points[0]!, before!])]));
    at += 1 + length;
  }
  finish();
  return rules;
}

function boxOf(points: readonly (readonly [number, number])[]): Rule {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

function thin(boxes: readonly Rule[]): readonly Rule[] {
  return boxes.filter(({ x0, y0, x1, y1 }) => {
    const [width, height] = [x1 - x0, y1 - y0];
    return (height < thickest && width > 3) || (width < thickest && height > 3);
  });
}
