import { addAnnex, editReportTexts, findReportFor, noteReceived, reportsWaitingFor } from '../domain/reports/index.ts';
import { bodyId, type DemoWriter } from './demo-writer.ts';
import { bodyNames } from './region.ts';

/**
 * The report-back of the year goes to a second body for information and has an annex that is made from the register. Of what was delivered in earlier
 * years only the latest still waits with its receiver.
 */
export async function loadReportDelivery(demo: DemoWriter): Promise<void> {
  await demo.as('report.edit', 'loadDemoReceivers', async (w) => {
    const report = await findReportFor(w, await bodyId(w, bodyNames.local), 2026);
    if (!report?.to || report.state !== 'draft') return;
    const { id: reportId, version: expectedVersion } = report;
    const receivers = [
      { bodyId: report.to.id, purpose: 'treatment' as const },
      { bodyId: await bodyId(w, bodyNames.chiefs), purpose: 'information' as const },
    ];
    await editReportTexts(w, { reportId, expectedVersion, receivers });
    await addAnnex(w, {
      reportId,
      kind: 'meetings',
      title: 'Årets sammanträden',
      text: 'Sammankomsterna under året och de uppdrag som togs upp där.',
    });
  });
  await demo.as('meeting.edit', 'loadDemoReceived', async (w) => {
    const waiting = await reportsWaitingFor(w, [await bodyId(w, bodyNames.board)]);
    for (const { receiver, report } of waiting)
      if (report.year < 2025) await noteReceived(w, { receiverId: receiver.id });
  });
}
