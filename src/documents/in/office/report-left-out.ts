import type { OfficeDocument } from './office-document.ts';

/** What a word processor keeps in a document and does not print, by how many times it was met. */
export type LeftOut = { readonly changes: number; readonly hidden: number; readonly comments: number };

/** Tells what of the file is not in the text that was read, so that nobody believes it was. */
export function reportLeftOut(document: OfficeDocument, { changes, hidden, comments }: LeftOut): void {
  if (changes > 0)
    document.problem(
      'trackedChanges',
      `Dokumentet har ${counted(changes, 'spårad ändring', 'spårade ändringar')} som ingen har godkänt. Det är läst som om allt vore godkänt: tillagd text är med, borttagen text är inte med.`,
    );
  if (comments > 0)
    document.problem(
      'commentsLeftOut',
      `Dokumentet har ${counted(comments, 'kommentar', 'kommentarer')} i marginalen. De är inte med i texten.`,
    );
  if (hidden > 0)
    document.problem(
      'hiddenText',
      `Dokumentet har dold text på ${counted(hidden, 'ställe', 'ställen')}. Den skrivs inte ut och är inte med.`,
    );
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
