import fc from 'fast-check';
import type { Block, DocumentTree, Heading, Inline } from '../../src/documents/tree/index.ts';

/** Words that have broken writers: markup of every format we write, scripts, quotes, signs of Swedish papers, very long words. */
export const hostileTexts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '&amp; &#60; ]]> <!-- -->',
  '#read("/etc/passwd") #include "x" @label <label> *b* _i_ $x$ `c` \\',
  '</w:t></w:r><w:altChunk r:id="x"/>',
  '§ 12 – ”citat” … é Å ä ö 5\u00a0%',
  'Närsjukvårdsberedningsledamotsersättareförteckningen',
  '',
  ' ',
  'att bifalla',
];

/** Text of the letters that the printed form has; the PDF refuses others. */
export const printableText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({
    unit: fc.constantFrom(...'abcdeåäöÅÄÖéüČš 0123456789.,:;!?-–—”’§%&<>#*_$@[]{}()/\\"\'='),
    maxLength: 60,
  }),
);

/** Text of any characters at all, also those that XML and HTML have no place for. */
export const anyText = fc.oneof(
  printableText,
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom('\u0000', '\u000b', '\u001f', '\ud800', '\udfff', '\ufffe', '\uffff', '\t', '\n', '\r', '😀'),
    maxLength: 6,
  }),
);

/** Trees that are valid by construction: no skipped levels, square tables, every note and anchor in its place. */
export function treeArbitrary(text: fc.Arbitrary<string>): fc.Arbitrary<DocumentTree> {
  const noteCount = fc.nat({ max: 5 });
  return fc.tuple(noteCount, fc.nat({ max: 3 })).chain(([notes, anchors]) => {
    const anchor = (index: number) => `ankare-${index}`;
    const plain: fc.Arbitrary<Inline> = fc.record({
      kind: fc.constant('text' as const),
      text,
      bold: fc.boolean(),
      italic: fc.boolean(),
      struck: fc.boolean(),
    });
    const href = fc.oneof(
      fc.webUrl(),
      fc.constantFrom(
        'javascript:alert(1)',
        '/en/vag',
        'mailto:a@b.example',
        'data:text/html,x',
        '//x.example',
        'https://x.example/"><b>',
      ),
      anchors > 0 ? fc.nat({ max: anchors - 1 }).map((index) => `#${anchor(index)}`) : fc.constant('tel:112'),
    );
    const inline: fc.Arbitrary<Inline> = fc.oneof(
      { weight: 6, arbitrary: plain },
      { weight: 1, arbitrary: fc.constant<Inline>({ kind: 'lineBreak' }) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(href, text)
          .map<Inline>(([target, words]) => ({ kind: 'link', href: target, text: `L${words}` })),
      },
      notes > 0
        ? {
            weight: 2,
            arbitrary: fc.integer({ min: 1, max: notes }).map<Inline>((number) => ({ kind: 'noteRef', number })),
          }
        : { weight: 1, arbitrary: plain },
    );
    const content = fc.array(inline, { maxLength: 4 });
    const facts = fc.array(fc.record({ label: text, value: text }), { maxLength: 3 });
    const table = fc.integer({ min: 1, max: 4 }).chain((columns) => {
      const row = fc.array(content, { minLength: columns, maxLength: columns });
      return fc.record({
        kind: fc.constant('table' as const),
        caption: fc.option(text, { nil: undefined }),
        header: row,
        rows: fc.array(row, { maxLength: 4 }),
        rowHeader: fc.boolean(),
      });
    });
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.tuple(fc.constantFrom(1, 2, 3, 4), content).map<Block>(([level, words]) => ({
        kind: 'heading',
        level: level as Heading['level'],
        content: [{ kind: 'text', text: 'R' }, ...words],
      })),
      content.map<Block>((words) => ({ kind: 'paragraph', content: words })),
      fc.record({
        kind: fc.constant('list' as const),
        ordered: fc.boolean(),
        start: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
        items: fc.array(fc.record({ content }), { maxLength: 4 }),
      }),
      table,
      fc.record({
        kind: fc.constant('chart' as const),
        title: text.map((words) => `D${words}`),
        alt: text.map((words) => `A${words}`),
        bars: fc.array(
          fc.record({
            label: text.map((words) => `S${words}`),
            value: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
            text: text.map((words) => `B${words}`),
            look: fc.constantFrom('full', 'light', 'outline'),
          }),
          { maxLength: 5 },
        ),
      }),
      fc.record({
        kind: fc.constant('decision' as const),
        intro: content,
        clauses: fc.array(content, { maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant('quotation' as const),
        label: text,
        content,
        cite: fc.option(text, { nil: undefined }),
      }),
      facts.map<Block>((rows) => ({ kind: 'facts', facts: rows })),
      fc.record({
        kind: fc.constant('callout' as const),
        tone: fc.constantFrom('info' as const, 'warning' as const),
        content,
      }),
      fc.constantFrom<Block>({ kind: 'divider' }, { kind: 'pageBreak' }),
    );
    return fc
      .record({
        title: text.map((words) => `T${words}`),
        subtitle: fc.option(text, { nil: undefined }),
        author: text,
        language: fc.constantFrom('sv' as const, 'en' as const),
        date: fc.option(fc.constantFrom('2026-01-31', '2024-02-29'), { nil: undefined }),
        facts,
        contents: fc.boolean(),
        blocks: fc.array(block, { maxLength: 8 }),
        notes: fc.array(
          fc.array(
            fc.oneof(
              plain,
              fc
                .tuple(href, text)
                .map<Inline>(([target, words]) => ({ kind: 'link', href: target, text: `L${words}` })),
            ),
            { maxLength: 3 },
          ),
          {
            minLength: notes,
            maxLength: notes,
          },
        ),
        notesTitle: fc.option(text, { nil: undefined }),
      })
      .map(
        (tree): DocumentTree => ({
          ...tree,
          blocks: withoutSkippedLevels([
            ...Array.from(
              { length: anchors },
              (_, index): Block => ({
                kind: 'heading',
                level: 1,
                anchor: anchor(index),
                content: [{ kind: 'text', text: `Mål ${index}` }],
              }),
            ),
            ...tree.blocks,
          ]),
          notes: tree.notes.map((words, index) => ({ number: index + 1, content: words })),
        }),
      );
  });
}

function withoutSkippedLevels(blocks: readonly Block[]): readonly Block[] {
  let level = 0;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    level = Math.min(block.level, level + 1);
    return { ...block, level: level as Heading['level'] };
  });
}
