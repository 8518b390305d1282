import { closePdfPool, renderPdf } from '../../src/documents/out/index.ts';
import type { DocumentTree } from '../../src/documents/tree/index.ts';
import { type BenchResult, median } from '../result.ts';
import { bareCompiler } from './bare-compiler.ts';

/** Sets documents as ours, checked, accessible and archival, and as bare as the engine sets the same tree, in turns; the first three warm both. */
export async function pdfAgainstBare(trees: readonly DocumentTree[]): Promise<BenchResult> {
  const compileBare = bareCompiler();
  const timeOf = async (work: () => unknown) => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };
  const [ours, bare]: [number[], number[]] = [[], []];
  try {
    for (const [index, tree] of trees.entries()) {
      const works = [() => renderPdf(tree), () => compileBare(tree)];
      if (index % 2 === 1) works.reverse();
      const [first, second] = [await timeOf(works[0]!), await timeOf(works[1]!)];
      if (index < 3) continue;
      ours.push(index % 2 === 0 ? first : second);
      bare.push(index % 2 === 0 ? second : first);
    }
  } finally {
    await closePdfPool();
  }
  return {
    name: 'one as PDF/UA-1 and PDF/A-2a, p50',
    value: median(ours),
    unit: 'ms',
    against: 'bare Typst, same tree',
    ratio: median(ours) / median(bare),
    note: `bare ${median(bare).toFixed(0)} ms; the fastest of each ${(Math.min(...ours) / Math.min(...bare)).toFixed(2)} ×`,
  };
}
