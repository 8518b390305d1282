import type { ConnectionKind } from '../../connections/index.ts';
import type { ComparedKind, ComparedRecord } from './compared-record.ts';

type Comparable = {
  readonly from: ComparedKind;
  readonly to: ComparedKind;
  readonly kind: ConnectionKind;
  /** Also within one document: what a bundle says of a plan in one part and of the plan's assignments in another. */
  readonly together?: true;
  /** What it takes beyond the usual, where the two kinds share words easily. */
  readonly harder?: number;
  /** Only by the name of the one in the other: they are about so much that they share words with everything. */
  readonly byName?: true;
};

/** Which kinds of records are compared, and how the one stands to the other when they belong together: read as "from – kind – to". */
export const comparableKinds: readonly Comparable[] = [
  { from: 'agendaItem', to: 'assignment', kind: 'concerns' },
  { from: 'decision', to: 'assignment', kind: 'concerns' },
  { from: 'question', to: 'assignment', kind: 'reports' },
  { from: 'budgetInputPoint', to: 'assignment', kind: 'concerns', together: true },
  { from: 'focusArea', to: 'assignment', kind: 'concerns', together: true },
  { from: 'planPoint', to: 'assignment', kind: 'concerns', together: true },
  { from: 'focusArea', to: 'budgetInputPoint', kind: 'concerns', together: true },
  { from: 'planPoint', to: 'budgetInputPoint', kind: 'concerns', together: true },
  { from: 'commission', to: 'assignment', kind: 'funds' },
  { from: 'agreement', to: 'assignment', kind: 'concerns' },
  { from: 'deliverable', to: 'assignment', kind: 'concerns' },
  { from: 'project', to: 'assignment', kind: 'concerns', together: true },
  { from: 'agendaItem', to: 'project', kind: 'concerns', together: true },
  { from: 'question', to: 'project', kind: 'reports', together: true },
  { from: 'question', to: 'agendaItem', kind: 'continues' },
  { from: 'question', to: 'decision', kind: 'reports' },
  { from: 'question', to: 'agreement', kind: 'reports', together: true },
  { from: 'question', to: 'commission', kind: 'reports' },
  { from: 'question', to: 'deliverable', kind: 'reports' },
  { from: 'question', to: 'planPoint', kind: 'concerns' },
  { from: 'question', to: 'budgetInputPoint', kind: 'concerns', harder: 1 },
  { from: 'agendaItem', to: 'budgetInputPoint', kind: 'concerns', harder: 1 },
  { from: 'meeting', to: 'agendaItem', kind: 'continues', together: true },
  { from: 'assignment', to: 'goal', kind: 'concerns', harder: 1.5 },
  { from: 'formReturn', to: 'assignment', kind: 'reports', byName: true },
  { from: 'formReturn', to: 'agendaItem', kind: 'concerns', byName: true },
  { from: 'formReturn', to: 'budgetInputPoint', kind: 'concerns', byName: true },
  { from: 'formReturn', to: 'goalDocument', kind: 'concerns', byName: true },
  { from: 'goalDocument', to: 'assignment', kind: 'concerns', together: true, byName: true },
  { from: 'goalDocument', to: 'budgetInputPoint', kind: 'concerns', together: true, byName: true },
];

const byPair = new Map(comparableKinds.map((row) => [`${row.from} ${row.to}`, row]));

/** How two records are compared, with the one that the sentence begins with first; undefined for those that are not. */
export function comparisonOf(
  a: ComparedRecord,
  b: ComparedRecord,
): { readonly from: ComparedRecord; readonly to: ComparedRecord; readonly row: Comparable } | undefined {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const row = byPair.get(`${from.kind} ${to.kind}`);
    if (row && (row.together || from.group !== to.group)) return { from, to, row };
  }
  return undefined;
}
