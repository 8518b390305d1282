import type { Block, DocumentTree, Inline } from './tree.ts';

/** Short makers of tree nodes, so that a noun's `-document.ts` reads like the document it makes. */
export const text = (value: string): Inline => ({ kind: 'text', text: value });
export const bold = (value: string): Inline => ({ kind: 'text', text: value, bold: true });
export const italic = (value: string): Inline => ({ kind: 'text', text: value, italic: true });
export const link = (href: string, value: string): Inline => ({ kind: 'link', href, text: value });
export const noteRef = (number: number): Inline => ({ kind: 'noteRef', number });

export const heading = (level: 1 | 2 | 3 | 4, value: string, anchor?: string): Block => ({
  kind: 'heading',
  level,
  content: [text(value)],
  ...(anchor ? { anchor } : {}),
});
export const paragraph = (...content: readonly (Inline | string)[]): Block => ({
  kind: 'paragraph',
  content: content.map((part) => (typeof part === 'string' ? text(part) : part)),
});
export const bullets = (...items: readonly string[]): Block => ({
  kind: 'list',
  ordered: false,
  items: items.map((item) => ({ content: [text(item)] })),
});

/** The plain text of inline content; a note reference has none. */
export function plainText(content: readonly Inline[]): string {
  return content.map((part) => (part.kind === 'lineBreak' ? '\n' : part.kind === 'noteRef' ? '' : part.text)).join('');
}

/** The headings of a tree with their levels, in order: its outline. */
export function outlineOf(tree: DocumentTree): readonly { level: number; title: string; anchor?: string }[] {
  return tree.blocks.flatMap((block) =>
    block.kind === 'heading' ? [{ level: block.level, title: plainText(block.content), anchor: block.anchor }] : [],
  );
}
