export { type ComposedPackage, composePackage, type PackageMeans } from './archive/compose-package.ts';
export { packChartPng } from './chart-png.ts';
export { chartSheet } from './chart-sheet.ts';
export { checkPdf, describePdfFault, type PdfReport } from './check-pdf.ts';
export { findLeftWords } from './find-left-words.ts';
export { partAddress } from './merge/adapted-objects.ts';
export { mergePdf, type PdfPart, pageCountOf } from './merge/merge-pdf.ts';
export type { MergedHead } from './merge/merged-metadata.ts';
export { obstacleOf, type PartObstacle, partObstacles } from './merge/part-obstacles.ts';
export {
  contentsName,
  type LeftOutPaper,
  makePackage,
  type PackagedPaper,
  type PackagePlan,
  type PackageProgress,
  type PlacedPaper,
} from './package/make-package.ts';
export { openPackageMaker, type PackageAnswer, type PackageMaker } from './package/package-maker.ts';
export { type PdfFault, type PdfFaultCode, pdfFaults } from './pdf-faults.ts';
export type { Sheet, SheetCell, SheetColumn, SheetLink } from './sheet/sheet.ts';
export { csvText, writeCsv } from './sheet/write-csv.ts';
export { writeXlsx } from './sheet/write-xlsx.ts';
export { type StreamedFile, streamZip } from './stream-zip.ts';
export { type DocumentFormat, documentFormats, type WrittenDocument, writeDocument } from './write-document.ts';
export { writeDocx } from './write-docx.ts';
export { type HtmlOptions, wrapHtml, writeHtml } from './write-html.ts';
export { closePdfPool, renderPdf } from './write-pdf.ts';
export { writeZip, type ZippedFile } from './write-zip.ts';
