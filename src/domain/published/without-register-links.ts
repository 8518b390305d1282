import type { DocumentTree } from '../../documents/tree/index.ts';

const recordId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/u;

/** A document of the register as it stands in the open: what leads to a record of the register becomes its words alone, because nobody outside gets there. */
export function withoutRegisterLinks(tree: DocumentTree): DocumentTree {
  return rewritten(tree) as DocumentTree;
}

function rewritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewritten);
  if (typeof value !== 'object' || value === null) return value;
  const { kind, href, text } = value as { readonly kind?: string; readonly href?: string; readonly text?: string };
  if (kind === 'link' && href !== undefined && recordId.test(href)) return { kind: 'text', text };
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, rewritten(member)]));
}
