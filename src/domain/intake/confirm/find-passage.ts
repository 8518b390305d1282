import type { Place } from '../proposal.ts';

/**
 * Where some words stand in the source text, within the passage of a proposal: the sentence that an agenda item was read from, rather than the
 * whole answer. Between the words may stand marks of emphasis, line breaks and dashes of lists. When the words are not found as they are (a
 * conversion tore them), the whole passage is the source.
 */
export function findPassage(text: string, within: Place, words: string): Place {
  const parts = words
    .trim()
    .split(/[\s*_]+/u)
    .filter(Boolean);
  if (parts.length === 0) return within;
  const pattern = new RegExp(parts.map(escaped).join('[\\s*_-]+'), 'u');
  const passage = text.slice(within.start, within.end);
  const found = pattern.exec(passage);
  if (!found) return within;
  const start = within.start + found.index;
  return { start, end: start + found[0].length, line: within.line + lineBreaks(passage.slice(0, found.index)) };
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const lineBreaks = (text: string) => text.split('\n').length - 1;
