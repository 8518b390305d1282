export { checkPdf, describePdfFault, type PdfReport } from './check-pdf.ts';
export { type PdfFault, type PdfFaultCode, pdfFaults } from './pdf-faults.ts';
export { type DocumentFormat, documentFormats, type WrittenDocument, writeDocument } from './write-document.ts';
export { writeDocx } from './write-docx.ts';
export { type HtmlOptions, wrapHtml, writeHtml } from './write-html.ts';
export { closePdfPool, renderPdf } from './write-pdf.ts';
