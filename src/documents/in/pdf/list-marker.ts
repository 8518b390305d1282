import type { ListMarker } from '../../tree/source.ts';

const bulletForm = /^(?:[•●▪■◦○▫□‣➢➤►·∙*–—-]|o(?=\s))$/u;
const numberForm = /^(\d{1,3})[.)]$/;

/** What a list marker means: a bullet, or its number. Letters ("a)") stay words, as they do in plain text. */
export function markerOf(printed: string): ListMarker | undefined {
  const words = printed.trim();
  const [, number] = numberForm.exec(words) ?? [];
  if (number) return { kind: 'number', number: Number(number) };
  return bulletForm.test(words) ? { kind: 'bullet' } : undefined;
}

/** The marker that a line begins with, if a space follows it. */
export function leadingMarker(words: string): { readonly printed: string; readonly marker: ListMarker } | undefined {
  const [, printed] = /^(\S{1,4})\s+\S/u.exec(words) ?? [];
  const marker = printed ? markerOf(printed) : undefined;
  return printed && marker ? { printed, marker } : undefined;
}
