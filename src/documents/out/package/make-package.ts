import { AppError } from '../../../kernel/errors.ts';
import type { Localized } from '../../../kernel/language.ts';
import type { DocumentTree } from '../../tree/index.ts';
import { judgeApart, mergeApart } from '../merge/merge-apart.ts';
import { type PdfPart, pageCountOf } from '../merge/merge-pdf.ts';
import type { MergedHead } from '../merge/merged-metadata.ts';
import { renderPdf } from '../write-pdf.ts';

/** A paper of a package: a document of ours, which is written, or a file of others, which comes along when it can. */
export type PackagedPaper = {
  readonly name: string;
  readonly title: string;
  /** Whether its bookmark stands below the one of the last paper that is not below. */
  readonly below: boolean;
  readonly source:
    | { readonly tree: (leftOut: readonly LeftOutPaper[]) => DocumentTree }
    | { readonly load: () => Promise<Uint8Array> };
};

/** A paper in its place: the page of the package on which it begins, unknown while the contents are not laid out. */
export type PlacedPaper = { readonly name: string; readonly page: number | undefined };
/** A file that could not come along, and why. */
export type LeftOutPaper = { readonly name: string; readonly reason: Localized };

/** What a package is made of. `contents` draws up its first pages once it is known what stands where. */
export type PackagePlan = {
  readonly head: MergedHead;
  readonly papers: readonly PackagedPaper[];
  readonly contents: (placed: readonly PlacedPaper[], leftOut: readonly LeftOutPaper[]) => DocumentTree;
};

/** The name of the contents among the papers of a package. */
export const contentsName = 'innehall';

/** How far the making has come: papers that are written or judged, of all. */
export type PackageProgress = { readonly done: number; readonly total: number };

/**
 * Makes a package: writes our own documents, judges the files of others, draws up the contents with the pages on which papers begin, and puts all
 * together to one file that is as accessible and archival as its parts.
 */
export async function makePackage(
  plan: PackagePlan,
  onProgress: (progress: PackageProgress) => void = () => {},
): Promise<Uint8Array> {
  // The contents and the putting together are steps too: who waits should not read "all done" while they run.
  const total = plan.papers.length + 2;
  let done = 0;
  const step = () => onProgress({ done: ++done, total });
  onProgress({ done, total });
  const files = new Map<string, Uint8Array>();
  const leftOut: LeftOutPaper[] = [];
  for (const { name, source } of plan.papers) {
    if (!('load' in source)) continue;
    const bytes = await source.load();
    const reason = await judgeApart(plan.head, bytes);
    if (reason) leftOut.push({ name, reason });
    else files.set(name, bytes);
    step();
  }
  const papers = await Promise.all(
    plan.papers
      .filter(({ name }) => leftOut.every((paper) => paper.name !== name))
      .map(async ({ name, title, below, source }) => {
        const bytes = 'tree' in source ? await writePaper(title, source.tree(leftOut)) : files.get(name)!;
        if ('tree' in source) step();
        return { name, title, below, bytes };
      }),
  );
  const contents = await writeContents(plan, papers, leftOut);
  step();
  return await mergeApart(plan.head, [contents, ...papers]);
}

/** Whoever is told that a document cannot be written must know which of sixty it is. */
async function writePaper(title: string, tree: DocumentTree): Promise<Uint8Array> {
  try {
    return await renderPdf(tree);
  } catch (error) {
    const reason =
      error instanceof AppError && error.code === 'document.notConforming' ? error.values.reason : undefined;
    if (typeof reason !== 'object' || !('sv' in reason)) throw error;
    const named = { sv: `${title}: ${reason.sv}`, en: `${title}: ${reason.en}` };
    throw new AppError('document.notConforming', { reason: named });
  }
}

/** The contents are laid out twice: how many pages they take is known when they are laid out, and moves all that follows. */
async function writeContents(
  plan: PackagePlan,
  papers: readonly PdfPart[],
  leftOut: readonly LeftOutPaper[],
): Promise<PdfPart> {
  let pages = pageCountOf(
    await renderPdf(
      plan.contents(
        papers.map(({ name }) => ({ name, page: undefined })),
        leftOut,
      ),
    ),
  );
  for (let tries = 0; tries < 3; tries += 1) {
    const tree = plan.contents(placed(papers, pages), leftOut);
    const bytes = await renderPdf(tree);
    const own = pageCountOf(bytes);
    if (own === pages) return { name: contentsName, title: tree.title, bytes };
    pages = own;
  }
  throw new Error('The contents of a package do not settle on a number of pages.');
}

function placed(papers: readonly PdfPart[], before: number): readonly PlacedPaper[] {
  let page = before + 1;
  return papers.map(({ name, bytes }) => {
    const own = { name, page };
    page += pageCountOf(bytes);
    return own;
  });
}
