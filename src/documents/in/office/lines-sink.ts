import type { Run } from '../source-builder.ts';
import type { OfficeParagraph, OfficeTable } from './office-document.ts';

/** Where the walk through a document puts what it meets: the document itself, a cell, a header. */
export type BlockSink = {
  readonly paragraph: (paragraph: OfficeParagraph) => void;
  readonly table: (rows: OfficeTable) => void;
  readonly pageBreak: () => void;
};

/** What stands inside a cell, a header or a footer: only its printed lines, a marker first where the list gives one. */
export class LinesSink implements BlockSink {
  readonly lines: (readonly Run[])[] = [];

  paragraph({ lines, marker }: OfficeParagraph): void {
    for (const [index, runs] of lines.entries()) {
      if (runs.every((run) => run.text.trim() === '')) continue;
      this.lines.push(index === 0 && marker?.printed ? [{ text: `${marker.printed} ` }, ...runs] : runs);
    }
  }

  /** A table inside a cell or header: a line for each row. */
  table(rows: OfficeTable): void {
    for (const row of rows) {
      const runs = row.flatMap((cell, index) => [...(index > 0 ? [{ text: '\t' }] : []), ...cell.map(onOneLine)]);
      if (runs.some((run) => run.text.trim() !== '')) this.lines.push(runs);
    }
  }

  pageBreak(): void {}

  /** The lines as the content of one cell. */
  cell(): readonly Run[] {
    if (this.lines.length === 1) return this.lines[0]!;
    return this.lines.flatMap((line, index) => [...(index > 0 ? [{ text: '\n' }] : []), ...line]);
  }
}

function onOneLine(run: Run): Run {
  return run.text.includes('\n') ? { ...run, text: run.text.replaceAll('\n', ' ') } : run;
}
