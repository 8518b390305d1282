import { AppError } from '../../kernel/errors.ts';
import { joinTexts } from '../../kernel/fill-text.ts';
import type { Localized } from '../../kernel/language.ts';
import { checkTree, type DocumentTree } from '../tree/index.ts';
import { type PdfAnswer, PdfPool } from './pdf-pool.ts';
import { typstData } from './typst-data.ts';

const pool = new PdfPool();

/**
 * Writes a tree as one PDF that is both accessible (PDF/UA-1) and archival (PDF/A-2a). Same tree, same bytes. What cannot conform is refused
 * with the reason and never written: this is the only door to the PDF engine, which may be changed behind it.
 */
export async function renderPdf(tree: DocumentTree): Promise<Uint8Array> {
  refuseFaultyTree(tree);
  return bytesOf(await pool.write(typstData(tree)));
}

/** Stops the workers that write PDF, for a process that ends in order; without it they end with the process. */
export async function closePdfPool(): Promise<void> {
  await pool.close();
}

/** Says no to a tree whose structure cannot become an accessible document, with every reason in both languages. */
export function refuseFaultyTree(tree: DocumentTree): void {
  const faults = checkTree(tree);
  if (faults.length > 0) throw notConforming(faults.map((fault) => fault.text));
}

function bytesOf(answer: PdfAnswer): Uint8Array {
  if ('bytes' in answer) return answer.bytes;
  if ('refusals' in answer) throw notConforming(answer.refusals.map(explainRefusal));
  throw new Error(`The PDF worker failed: ${answer.bug}`);
}

function notConforming(reasons: readonly Localized[]): AppError {
  return new AppError('document.notConforming', { reason: joinTexts(reasons) }, reasons);
}

/** What the engine says in its own words, said so that a secretary knows what to change. */
function explainRefusal(message: string): Localized {
  const glyphs = /the text [`'"]*(.+?)[`'"]* could not be displayed/.exec(message)?.[1];
  if (glyphs)
    return {
      sv: `Tecknet ”${glyphs}” finns inte i dokumentets typsnitt. Ta bort det eller skriv det med bokstäver.`,
      en: `The character “${glyphs}” is not in the typeface of the document. Remove it or write it in letters.`,
    };
  return { sv: `Satsprogrammet säger: ${message}.`, en: `The typesetter says: ${message}.` };
}
