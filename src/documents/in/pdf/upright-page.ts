import type { PageContent, Rule, TextRun } from './page-content.ts';

/** A page turned so that most of its text runs from left to right, and the text that then still runs another way. */
export type UprightPage = PageContent & { readonly turned: readonly TextRun[] };

/** Turns a page whose text was written sideways; a stamp along the margin stays sideways and is read last. */
export function uprightPage(page: PageContent): UprightPage {
  if (page.runs.every((run) => run.turns === 0)) return { ...page, turned: [] };
  const letters = [0, 0, 0, 0];
  for (const run of page.runs) letters[run.turns]! += run.text.length;
  const turns = letters.indexOf(Math.max(...letters));
  const [width, height] = turns % 2 === 1 ? [page.height, page.width] : [page.width, page.height];
  const dx = turns === 2 ? page.width : turns === 3 ? page.height : 0;
  const dy = turns === 1 ? page.width : turns === 2 ? page.height : 0;
  return {
    ...page,
    width,
    height,
    runs: page.runs.filter((run) => run.turns === turns).map((run) => ({ ...run, x: run.x + dx, y: run.y + dy })),
    turned: page.runs.filter((run) => run.turns !== turns),
    rules: page.rules.map((rule) => turnedRule(rule, turns, page)),
  };
}

function turnedRule({ x0, y0, x1, y1 }: Rule, turns: number, { width, height }: PageContent): Rule {
  if (turns === 1) return { x0: y0, x1: y1, y0: width - x1, y1: width - x0 };
  if (turns === 2) return { x0: width - x1, x1: width - x0, y0: height - y1, y1: height - y0 };
  if (turns === 3) return { x0: height - y1, x1: height - y0, y0: x0, y1: x1 };
  return { x0, y0, x1, y1 };
}
