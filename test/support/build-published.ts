import { type PublishedRecord, putPublished } from '../../src/domain/published/index.ts';
import type { openTestDatabase } from './database.ts';

type TestDatabase = Awaited<ReturnType<typeof openTestDatabase>>;

/** A published matter with the given words, on which the tests build what they need. */
export function aPublishedMatter(parts: Partial<PublishedRecord<'matter'>> = {}): PublishedRecord<'matter'> {
  const title = parts.title ?? 'Plan för primärvården';
  return {
    noun: 'matter',
    recordId: '11111111-1111-4111-8111-111111111111',
    title,
    summary: 'Planen för länets primärvård.',
    bodyId: null,
    bodyName: null,
    happenedOn: '2026-02-03',
    year: 2026,
    state: null,
    registrationNumbers: ['26RS14'],
    tree: treeOf(title, [['Bakgrund', 'Planen gäller länet.']]),
    data: { openedOn: '2026-01-02', closed: false },
    links: [],
    files: [],
    ...parts,
  };
}

/** A document of headings with a paragraph under each. */
export function treeOf(
  title: string,
  sections: readonly (readonly [heading: string, words: string])[],
): PublishedRecord['tree'] {
  return {
    title,
    author: 'Provregionen',
    language: 'sv',
    blocks: sections.flatMap(([heading, words], index) => [
      {
        kind: 'heading' as const,
        level: 1 as const,
        content: [{ kind: 'text' as const, text: heading }],
        anchor: `del-${index + 1}`,
      },
      { kind: 'paragraph' as const, content: [{ kind: 'text' as const, text: words }] },
    ]),
  };
}

/** Publishes records as the gate does once it has let them through. */
export async function publishAll({ db, auth }: TestDatabase, records: readonly PublishedRecord[]): Promise<void> {
  await db.transact(auth('publication.propose'), { verb: 'publish' }, async (w) => {
    for (const record of records) {
      await w.log({ noun: record.noun, recordId: record.recordId, summary: 'published' });
      await putPublished(w, record);
    }
  });
}
