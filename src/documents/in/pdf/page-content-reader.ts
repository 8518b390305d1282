import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { holdLimit } from '../limits.ts';
import { type Matrix, matrixOf, multiply } from './matrix.ts';
import type { PageContent, Rule } from './page-content.ts';
import { rulesOf } from './path-rules.ts';
import { fontOf, initialText, type ShownText, showText, type TextState } from './shown-text.ts';
import { markStruck } from './struck-runs.ts';

type Operators = { readonly fnArray: ArrayLike<number>; readonly argsArray: ArrayLike<readonly unknown[]> };

/** Drawing operations of one page; a drawn map has more, and no text that we could read. */
const operatorLimit = 500_000;

/**
 * Reads a page in one pass over its operator list. That one list has the glyphs, their font, the marked content they belong to and the lines
 * that are drawn; asking pdf.js for text and lines apart interprets the page twice and takes twice as long.
 */
export async function readPageContent(page: PDFPageProxy): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList();
  const { shown, rules } = walk(operators, viewport.transform as unknown as Matrix, page);
  const inside = shown.filter(
    ({ run: { box } }) =>
      box.x < viewport.width && box.y < viewport.height && box.x + box.width > 0 && box.y + box.height > 0,
  );
  const visible = withoutHidden(withoutDoubles(inside));
  page.cleanup();
  return {
    number: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    runs: markStruck(visible, rules),
    rules,
  };
}

function walk({ fnArray, argsArray }: Operators, base: Matrix, page: PDFPageProxy) {
  const font = (id: string) => fontOf(page, id);
  const shown: ShownText[] = [];
  const rules: Rule[] = [];
  const marks: (number | 'artifact' | undefined)[] = [];
  const stack: TextState[] = [];
  let state: TextState = { ...initialText, matrix: base };
  let characters = 0;
  const count = Math.min(fnArray.length, operatorLimit);
  for (let index = 0; index < count; index++) {
    const args = argsArray[index] ?? [];
    const number = (at: number) => Number(args[at] ?? 0);
    switch (fnArray[index]) {
      case OPS.save:
      case OPS.beginGroup:
        stack.push({ ...state });
        break;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        state = stack.pop() ?? state;
        break;
      case OPS.transform:
        state.matrix = multiply(state.matrix, args as ArrayLike<number>);
        break;
      case OPS.paintFormXObjectBegin:
        stack.push({ ...state });
        if (args[0]) state.matrix = multiply(state.matrix, args[0] as ArrayLike<number>);
        break;
      case OPS.beginAnnotation:
        stack.push({ ...state });
        state = { ...initialText, matrix: base };
        for (const matrix of [args[2], args[3]])
          if (matrix) state.matrix = multiply(state.matrix, matrix as ArrayLike<number>);
        break;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        marks.push(markOf(args) ?? marks.at(-1));
        break;
      case OPS.endMarkedContent:
        marks.pop();
        break;
      case OPS.constructPath:
        rules.push(...rulesOf(args, state.matrix));
        break;
      case OPS.beginText:
        setTextMatrix(state, initialText.textMatrix);
        break;
      case OPS.setFont:
        state.font = font(String(args[0]));
        state.size = number(1);
        break;
      case OPS.setGState:
        for (const [key, value] of (args[0] ?? []) as readonly [string, unknown][])
          if (key === 'Font' && Array.isArray(value)) {
            state.font = font(String(value[0]));
            state.size = Number(value[1]);
          }
        break;
      case OPS.setCharSpacing:
        state.charSpacing = number(0);
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = number(0);
        break;
      case OPS.setHScale:
        state.stretch = number(0) / 100;
        break;
      case OPS.setTextRise:
        state.rise = number(0);
        break;
      case OPS.setTextRenderingMode:
        state.mode = number(0);
        break;
      case OPS.setLeading:
        state.leading = -number(0);
        break;
      case OPS.setTextMatrix:
        setTextMatrix(state, matrixOf(args[0] as ArrayLike<number>));
        break;
      case OPS.setLeadingMoveText:
        state.leading = number(1);
        moveLine(state, number(0), number(1));
        break;
      case OPS.moveText:
        moveLine(state, number(0), number(1));
        break;
      case OPS.nextLine:
        moveLine(state, 0, state.leading);
        break;
      case OPS.showText:
        for (const text of showText(args[0] as never, state, state.matrix, page.pageNumber, marks.at(-1))) {
          characters += text.run.text.length;
          shown.push(text);
        }
        holdLimit('textCharacters', characters);
        break;
    }
  }
  return { shown, rules };
}

function setTextMatrix(state: TextState, matrix: Matrix): void {
  state.textMatrix = matrix;
  state.x = 0;
  state.y = 0;
  state.lineX = 0;
  state.lineY = 0;
}

function moveLine(state: TextState, x: number, y: number): void {
  state.lineX += x;
  state.lineY += y;
  state.x = state.lineX;
  state.y = state.lineY;
}

function markOf(args: readonly unknown[]): number | 'artifact' | undefined {
  if (args[0] === 'Artifact' || (args[0] as { name?: string } | undefined)?.name === 'Artifact') return 'artifact';
  return typeof args[1] === 'number' ? args[1] : undefined;
}

/** Some programs print a word twice, a hair apart, to make it bold. */
function withoutDoubles(shown: readonly ShownText[]): readonly ShownText[] {
  const seen = new Set<string>();
  return shown.filter(({ run }) => {
    const key = `${Math.round(run.box.x / 1.5)} ${Math.round(run.box.y / 1.5)} ${run.text}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Words that are not painted are the text of a page that is a picture; beside printed text they are leftovers. */
function withoutHidden(shown: readonly ShownText[]): readonly ShownText[] {
  const letters = (hidden: boolean) =>
    shown.reduce((sum, { run }) => (Boolean(run.hidden) === hidden ? sum + run.text.length : sum), 0);
  return letters(true) > letters(false) ? shown : shown.filter(({ run }) => !run.hidden);
}
