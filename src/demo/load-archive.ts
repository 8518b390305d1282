import {
  drawUpPackage,
  listArchivable,
  listDisposable,
  proposeDisposal,
  type RetentionFields,
  setRetention,
} from '../domain/archiving/index.ts';
import { classifyMatter, closeMatter, getMatter, openMatter, registerDocument } from '../domain/matters/index.ts';
import { bodyId, type DemoWriter, onDay } from './demo-writer.ts';
import { region } from './region.ts';

const plan: readonly Omit<RetentionFields, 'validFrom'>[] = [
  { series: 'minutes', fate: 'preserve', basis: '19RS88, § 1', note: 'Besluten själva.' },
  { series: 'notice', fate: 'preserve', basis: '19RS88, § 1' },
  { series: 'reportBack', fate: 'preserve', basis: '19RS88, § 2' },
  { series: 'goalDocument', fate: 'preserve', basis: '19RS88, § 2' },
  { series: 'annualReport', fate: 'preserve', basis: '19RS88, § 2' },
  { series: 'memo', fate: 'preserve', basis: '19RS88, § 3' },
  { series: 'meetingNotes', fate: 'whenObsolete', basis: '19RS88, § 7', note: 'När protokollet är justerat.' },
  { series: 'other', fate: 'afterYears', years: 2, basis: '19RS88, § 9', note: 'Allmän korrespondens.' },
];

/** The plan of how long documents are kept, a closed matter on its way to the archive, and a proposal of disposal that waits for a second person. */
export async function loadArchive(
  demo: DemoWriter,
  { blobs }: { readonly blobs: { readonly put: (bytes: Uint8Array) => Promise<string> } },
): Promise<void> {
  await onDay(demo, '2020-01-07').as('archive.make', 'setDemoRetention', async (w) => {
    for (const rule of plan) await setRetention(w, { ...rule, validFrom: '2020-01-01' });
  });
  const matters = [
    ['22RS0417', 'Frågor om öppettider på vårdcentralen', '2022-09-12', '2.4.1'],
    ['23RS0102', 'Yttrande om kollektivtrafiken till sjukhuset', '2023-02-20', null],
  ] as const;
  for (const [registrationNumber, publicTitle, day, classification] of matters) {
    const bytes = new TextEncoder().encode(`${publicTitle}. Skrivelsen är besvarad ${day}.\n`);
    const sha256 = await blobs.put(bytes);
    await onDay(demo, day).as('matter.edit', 'closeDemoMatter', async (w) => {
      const matterId = await openMatter(w, {
        registrationNumber,
        publicTitle,
        openedOn: day,
        bodyId: await bodyId(w, region.name),
      });
      await registerDocument(w, {
        kind: 'other',
        title: `Skrivelse: ${publicTitle}`,
        fileName: 'skrivelse.txt',
        mediaType: 'text/plain',
        size: bytes.byteLength,
        sha256,
        matterId,
        datedOn: day,
      });
      if (classification) await classifyMatter(w, { matterId, classification, expectedVersion: 1 });
      await closeMatter(w, { matterId, expectedVersion: (await getMatter(w, matterId)).version });
    });
  }
  await onDay(demo, '2026-10-12').as('archive.dispose', 'proposeDemoDisposal', async (w) => {
    const candidates = await listDisposable(w, '2026-10-12');
    const documentIds = candidates
      .filter(({ matterNumber }) => matterNumber === '23RS0102')
      .map((one) => one.documentId);
    await proposeDisposal(w, {
      documentIds,
      decisionNumber: '26RS0951',
      decisionOn: '2026-09-30',
      decisionBody: 'Regionarkivet',
    });
  });
  await onDay(demo, '2026-11-02').as('archive.make', 'drawUpDemoPackage', async (w) => {
    const { rows } = await listArchivable(w, { noun: 'matter' });
    const refs = rows.filter(({ hindrance }) => hindrance === null).map(({ noun, id }) => ({ noun, id }));
    await drawUpPackage(w, {
      title: 'Avslutade ärenden till och med 2022',
      refs,
      scheme: 'VerkSAM Diarium',
      contact: 'Tekla Dybeck',
      receiverName: 'Regionarkivet Fjällmark',
      receiverCode: '232100-0999',
    });
  });
}
