import { makeMaskedCopy, registerDisclosure } from '../domain/disclosures/index.ts';
import { openMatter, registerDocument } from '../domain/matters/index.ts';
import { markField } from '../domain/secrecy/index.ts';
import type { Id } from '../kernel/id.ts';
import { bodyId, type DemoWriter } from './demo-writer.ts';
import type { Installation } from './index.ts';
import { bodyNames } from './region.ts';

const letter = `Skrivelse om väntetider

Anna-Karin Provbo skriver om sin mors väntan på plats i korttidsboende.

Modern, Siv Provbo, har väntat i elva veckor. Anna-Karin Provbo nås på arbetet.

Hon föreslår att väntetiderna redovisas öppet varje månad.
`;

/** A letter about somebody's mother, with its title marked secret and a copy of it in which the names are masked; and a mark to be tried again. */
export async function loadSecrecy(demo: DemoWriter, { blobs }: Pick<Installation, 'blobs'>): Promise<void> {
  const sha256 = await blobs.put(new TextEncoder().encode(letter));
  const { documentId, body, requestId } = await register(demo, sha256);
  await demo.as('secrecy.mark', 'markDemoFields', async (w) => {
    await makeMaskedCopy(w, {
      source: {
        id: documentId,
        title: 'Skrivelse från anhörig',
        kind: 'other',
        datedOn: '2026-10-05',
        bodyId: body,
        matterId: null,
        sourceText: letter,
      },
      title: 'Skrivelse om väntetider',
      words: ['Anna-Karin Provbo', 'Siv Provbo'],
      paragraphs: [],
      provision: 'osl-26-1',
      requestId,
    });
    const marks = [
      { field: 'title', publicText: 'Skrivelse från en enskild', reviewOn: '2027-10-31' },
      { field: 'sourceText', publicText: null, reviewOn: '2027-01-31' },
    ];
    for (const mark of marks)
      await markField(w, { noun: 'document', recordId: documentId, level: 'secret', provision: 'osl-26-1', ...mark });
  });
}

async function register(demo: DemoWriter, sha256: string) {
  const { documentId, body } = await demo.as('matter.edit', 'registerDemoLetter', async (w) => {
    const body = await bodyId(w, bodyNames.board);
    const matterId = await openMatter(w, {
      registrationNumber: '26RS0455',
      publicTitle: 'Skrivelse om väntetider till korttidsboende',
      bodyId: body,
    });
    const documentId: Id<'document'> = await registerDocument(w, {
      kind: 'other',
      title: 'Skrivelse från Anna-Karin Provbo',
      fileName: 'skrivelse.txt',
      mediaType: 'text/plain',
      size: new TextEncoder().encode(letter).length,
      sha256,
      sourceText: letter,
      matterId,
      datedOn: '2026-10-05',
    });
    return { documentId, body };
  });
  const requestId = await demo.as('disclosure.handle', 'registerDemoRequest', (w) =>
    registerDisclosure(w, {
      bodyId: body,
      receivedOn: w.runtime.today(),
      askedFor: 'Skrivelser om väntetider under hösten',
      matterNumber: '26RS0455',
    }),
  );
  return { documentId, body, requestId };
}
