import { addAnnex, editReportTexts, findReportFor, noteReceived, reportsWaitingFor } from '../domain/reports/index.ts';
import { bodyId, type DemoWriter, onDay } from './demo-writer.ts';
import { bodyNames } from './region.ts';

/**
 * The report-back of the year goes to a second body for information and has an annex that is made from the register. What was delivered in earlier
 * years has been received, each on its day.
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
  for (const [year, day] of receivedOn)
    await onDay(demo, day).as('meeting.edit', 'loadDemoReceived', async (w) => {
      const waiting = await reportsWaitingFor(w, [await bodyId(w, bodyNames.board)]);
      for (const { receiver, report } of waiting)
        if (report.year === year) await noteReceived(w, { receiverId: receiver.id });
    });
}

/** The days on which the board has dealt with the report-backs of earlier years. Those of a later year wait until it takes them up. */
const receivedOn = [
  [2023, '2023-12-14'],
  [2024, '2024-12-12'],
  [2025, '2025-12-11'],
] as const;
