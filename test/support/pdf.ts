import assert from 'node:assert/strict';
import { checkPdf, describePdfFault, type PdfReport } from '../../src/documents/out/index.ts';

/** Every PDF that the tests write goes through here: it must have no fault that our check can find. */
export async function assertConformingPdf(bytes: Uint8Array): Promise<PdfReport> {
  const report = await checkPdf(bytes);
  assert.deepEqual(report.faults.map(describePdfFault), [], 'The PDF is not conforming.');
  return report;
}
