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

/** One published record of each kind that the portal draws in a way of its own, tied to each other as a thread. */
export function aPublishedThread(ids: readonly string[]): readonly PublishedRecord[] {
  const [
    bodyId = '',
    goalId = '',
    meetingId = '',
    decisionId = '',
    assignmentId = '',
    reportId = '',
    indicatorId = '',
    documentId = '',
  ] = ids;
  const common = { bodyId, bodyName: 'Hälsonämnden', registrationNumbers: [], files: [], summary: null, state: null };
  const base = aPublishedMatter();
  return [
    {
      ...base,
      ...common,
      noun: 'body',
      recordId: bodyId,
      title: 'Hälsonämnden',
      happenedOn: null,
      year: null,
      links: [],
      tree: treeOf('Hälsonämnden', []),
      data: { kind: 'board', parentId: null, from: null, to: null, roles: [] },
    },
    {
      ...base,
      ...common,
      noun: 'goal',
      recordId: goalId,
      title: 'Vård nära invånarna',
      happenedOn: '2025-06-01',
      year: 2025,
      links: [],
      tree: treeOf('Vård nära invånarna', [['Mål', 'Vården finns nära.']]),
      data: { documentTitle: 'Regionplan', perspective: null },
    },
    {
      ...base,
      ...common,
      noun: 'assignment',
      recordId: assignmentId,
      title: '26:7 Korta köerna',
      happenedOn: '2026-01-01',
      year: 2026,
      state: 'started',
      links: [{ relation: 'about', noun: 'goal', recordId: goalId }],
      tree: treeOf('26:7 Korta köerna', [['Uppdrag', 'Korta köerna till primärvården.']]),
      data: {
        year: 2026,
        number: '7',
        text: 'Korta köerna till primärvården.',
        status: 'startedOnTrack',
        statusAsOf: '2026-04-30',
        performers: ['Hälsonämnden'],
        due: null,
        goalIds: [goalId],
      },
    },
    {
      ...base,
      ...common,
      noun: 'meeting',
      recordId: meetingId,
      title: 'Sammanträde, Hälsonämnden 2026-05-12',
      happenedOn: '2026-05-12',
      year: 2026,
      state: 'planned',
      links: [{ relation: 'about', noun: 'assignment', recordId: assignmentId }],
      tree: treeOf('Sammanträde', [['1. Köerna', 'Information.']]),
      data: {
        kind: 'meeting',
        start: '2026-05-12T11:00:00.000Z',
        end: '2026-05-12T14:00:00.000Z',
        place: 'Sal 3',
        mode: null,
        cancelled: false,
        items: [],
        present: [],
      },
    },
    {
      ...base,
      ...common,
      noun: 'decision',
      recordId: decisionId,
      title: 'Köerna kortas',
      happenedOn: '2026-02-12',
      year: 2026,
      state: 'made',
      registrationNumbers: ['26RS14'],
      links: [{ relation: 'about', noun: 'assignment', recordId: assignmentId }],
      tree: treeOf('Köerna kortas', [['Beslut', 'Nämnden beslutar.']]),
      data: {
        number: '12',
        clauses: ['att korta köerna'],
        meetingId,
        itemId: null,
        matterId: null,
        votes: [],
        reservations: [],
      },
    },
    {
      ...base,
      ...common,
      noun: 'report',
      recordId: reportId,
      title: 'Delårsrapport 2026',
      happenedOn: '2026-04-30',
      year: 2026,
      links: [{ relation: 'about', noun: 'assignment', recordId: assignmentId }],
      tree: treeOf('Delårsrapport', [['Svar', 'Köerna är kortare.']]),
      data: {
        kind: 'interim',
        year: 2026,
        entries: [
          {
            assignmentId,
            answerType: null,
            status: null,
            text: 'Köerna har kortats med en fjärdedel.',
            evidence: [{ label: 'Beslut om köerna', noun: 'decision', recordId: decisionId, datedOn: '2026-02-12' }],
          },
        ],
      },
    },
    {
      ...base,
      ...common,
      noun: 'indicator',
      recordId: indicatorId,
      title: 'Andel som får tid inom tre dagar',
      happenedOn: '2025-12-31',
      year: 2025,
      links: [],
      tree: treeOf('Andel', []),
      data: {
        unit: 'procent',
        direction: 'up',
        source: 'Påhittad källa',
        values: [2023, 2024, 2025].map((year) => ({
          asOf: `${year}-12-31`,
          place: null,
          sex: null,
          ageGroup: null,
          value: year - 1950,
        })),
        targets: [],
      },
    },
    {
      ...base,
      ...common,
      noun: 'document',
      recordId: documentId,
      title: 'Tjänsteskrivelse <script>alert(1)</script>',
      happenedOn: '2026-02-01',
      year: 2026,
      links: [],
      files: [
        {
          fileName: 'skrivelse å.pdf',
          title: 'Skrivelse',
          mediaType: 'application/pdf',
          size: 16,
          sha256: 'f'.repeat(64),
          accessible: false,
        },
      ],
      tree: treeOf('Tjänsteskrivelse', [['Förslag <img src=x onerror=alert(1)>', 'Bakgrund & "förslag".']]),
      data: { kind: 'letter', matterId: null, datedOn: '2026-02-01' },
    },
  ] as readonly PublishedRecord[];
}
