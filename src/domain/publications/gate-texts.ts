import { type Block, type DocumentTree, inlinesOf, plainText } from '../../documents/tree/index.ts';
import type { PublishedRecord } from '../published/index.ts';

/** A stretch of words that becomes public, with where a person finds it. */
export type GateText = { readonly place: string; readonly text: string; readonly sha256: string | null };

/** Keys that hold codes, addresses within the product and hashes: digits and letters in which a number can stand by chance. */
const wordless = new Set(['recordId', 'personId', 'sha256', 'href', 'anchor', 'kind', 'relation', 'mediaType', 'code']);
const idLike = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/**
 * Every word of a record that anybody could read or fetch, in the order of reading: title, cover, text, tables, notes and names of files, and then the
 * data for programs, which say the same once more. The words of a file come from what was read out of it.
 */
export function gateTexts(
  record: PublishedRecord,
  fileTexts: ReadonlyMap<string, string | null> = new Map(),
): readonly GateText[] {
  const { tree } = record;
  return [
    ...own('Titel', [record.title, record.summary ?? '', ...record.registrationNumbers, record.bodyName ?? '']),
    ...own('Försättsblad', [tree.title, tree.subtitle ?? '', ...(tree.facts ?? []).flatMap(factTexts)]),
    ...blockTexts(tree),
    ...own('Noter', [tree.notesTitle ?? '', ...(tree.notes ?? []).map(({ content }) => plainText(content))]),
    ...own('Data', stringsIn(record.data)),
    ...record.files.flatMap(({ fileName, title, sha256 }) => {
      const text = fileTexts.get(sha256);
      return [fileName, title, ...(text ? [text] : [])].map((one) => ({ place: fileName, text: one, sha256 }));
    }),
  ].filter(({ text }) => text.trim() !== '');
}

function own(place: string, texts: readonly string[]): readonly GateText[] {
  return texts.map((text) => ({ place, text, sha256: null }));
}

const factTexts = ({ label, value }: { readonly label: string; readonly value: string }) => [label, value];

function blockTexts({ blocks }: DocumentTree): readonly GateText[] {
  let under = '';
  let count = 0;
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') {
      under = plainText(block.content);
      count = 0;
      return own(`Rubriken ”${under}”`, [under]);
    }
    count += 1;
    return own(under ? `Under ”${under}”, stycke ${count}` : `Stycke ${count}`, wordsOf(block));
  });
}

/** The words of a block, and the links they lead to: an address can hold a number or a name as well as a text. */
function wordsOf(block: Block): readonly string[] {
  const runs = inlinesOf(block);
  const links = runs.flat().flatMap((part) => (part.kind === 'link' ? [part.href] : []));
  const texts = runs.map(plainText);
  switch (block.kind) {
    case 'table':
      return [block.caption ?? '', ...texts, ...links];
    case 'quotation':
      return [block.label, ...texts, block.cite ?? '', ...links];
    case 'facts':
      return block.facts.flatMap(factTexts);
    case 'chart':
    case 'diagram':
      return stringsIn(block);
    default:
      return [...texts, ...links];
  }
}

/** Every text of a value, but codes and ids. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return idLike.test(value) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => (wordless.has(key) ? [] : stringsIn(member)));
}
