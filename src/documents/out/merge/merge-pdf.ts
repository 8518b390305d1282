import { AppError } from '../../../kernel/errors.ts';
import type { MergedHead } from './merged-metadata.ts';
import { MergedPdf } from './merged-pdf.ts';
import { MalformedPdf } from './parse-value.ts';
import { obstacleIn, type PartObstacle, partObstacles } from './part-obstacles.ts';
import { PdfSource } from './pdf-source.ts';

/** One file of a package. */
export type PdfPart = {
  /** What its bookmark and its tag say. */
  readonly title: string;
  readonly bytes: Uint8Array;
  /** By what links lead to it ({@link partAddress}) and what its own named places begin with; unique in the package. */
  readonly name: string;
  /** Whether its bookmark stands below the one of the last part that is not below. */
  readonly below?: boolean;
};

/**
 * Puts files that are PDF/UA-1 and PDF/A-2a together to one that is both: one structure tree with a `Part` a file, one list of places and
 * bookmarks, one description. Concatenating programs lose or break the tags. Pages, fonts and pictures are copied as they are packed, and nine
 * objects of ten as they are written but for their numbers. Same parts, same bytes. A file that cannot be a part is refused with the reason.
 */
export function mergePdf(head: MergedHead, parts: readonly PdfPart[]): Uint8Array {
  const titles = new Map(parts.map((part) => [part.name, part.title]));
  if (titles.size < parts.length) throw new Error('Two parts of a package have the same name: give each its own.');
  const merged = new MergedPdf(head, (name) => {
    const title = titles.get(name);
    if (title === undefined) throw new Error(`A link leads to the part ${name}, which the package does not have.`);
    return title;
  });
  for (const part of parts) takePart(merged, part);
  return merged.finish();
}

/** How many pages a PDF has, as its page tree says. */
export function pageCountOf(bytes: Uint8Array): number {
  const source = new PdfSource(bytes);
  return Number(source.value(source.dictionary(source.catalog.get('/Pages'))?.get('/Count')));
}

/** A part that may not come along, or turns out to be broken, at its beginning or in its middle, is refused by its title. */
function takePart(merged: MergedPdf, part: PdfPart): void {
  try {
    const source = new PdfSource(part.bytes);
    const obstacle = obstacleIn(source);
    if (obstacle) throw refused(part, obstacle);
    merged.take(source, part);
  } catch (error) {
    if (error instanceof MalformedPdf) throw refused(part, 'unreadable');
    throw error;
  }
}

function refused(part: PdfPart, obstacle: PartObstacle): AppError {
  const { sv, en } = partObstacles[obstacle];
  return new AppError('document.notConforming', {
    reason: { sv: `${part.title}: ${sv}.`, en: `${part.title}: ${en}.` },
  });
}
