import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import { isAttClause } from '../decisions/index.ts';

/** What is moved from the floor (yrkande). The two formal kinds are about when the item is decided, the others about what is decided. */
export const floorProposalKinds = {
  approval: { sv: 'bifall till förslaget', en: 'approval of the proposal' },
  rejection: { sv: 'avslag på förslaget', en: 'rejection of the proposal' },
  amendment: { sv: 'ändringsyrkande', en: 'amendment' },
  addition: { sv: 'tilläggsyrkande', en: 'addition' },
  tabling: { sv: 'bordläggning', en: 'tabling' },
  referBack: { sv: 'återremiss', en: 'referral back' },
} as const satisfies Record<string, Localized>;
export type FloorProposalKind = keyof typeof floorProposalKinds;

/** A motion from the floor, with who moved it and who joined. One that was withdrawn stays, marked: minutes show the others (KL 5:67 p. 1). */
export type FloorProposal = {
  readonly id: Id<'floorProposal'>;
  readonly version: number;
  readonly kind: FloorProposalKind;
  readonly position: number;
  /** The att-clauses that an amendment wants instead, or an addition wants as well. */
  readonly clauses: readonly string[];
  /** Which clause of the notice's proposal (from 1) an amendment replaces; null when it replaces the proposal as a whole. */
  readonly clause: number | null;
  /** Rows of the attendance, first who moved, then who joined. */
  readonly movers: readonly Id<'attendance'>[];
  readonly motivation: string | null;
  readonly withdrawn: boolean;
};

export type FloorProposalFields = Pick<FloorProposal, 'kind'> &
  Partial<Pick<FloorProposal, 'clauses' | 'clause' | 'motivation'>> & {
    readonly movers: readonly Id<'attendance'>[];
  };

/** Whether the motion is about when the item is decided: such are put before those about the substance. */
export function isFormal(proposal: Pick<FloorProposal, 'kind'>): boolean {
  return proposal.kind === 'tabling' || proposal.kind === 'referBack';
}

/** Whether the motion says in clauses of its own what should be decided. */
export function hasClauses(kind: FloorProposalKind): boolean {
  return kind === 'amendment' || kind === 'addition';
}

/**
 * What must be corrected before a motion is noted. Who moves or joins has the right to do so: a member or a serving deputy who is there and not
 * disqualified (KL 4:22, R-KL-22), or the body's own way where no law says it.
 */
export function floorProposalProblems(
  fields: FloorProposalFields,
  { mayMove, clauseCount }: { readonly mayMove: readonly Id<'attendance'>[]; readonly clauseCount: number },
): readonly Problem[] {
  const clauses = fields.clauses ?? [];
  return [
    ...(fields.kind in floorProposalKinds ? [] : [{ path: 'kind', key: 'validation.choose' }]),
    ...(fields.movers.length > 0 ? [] : [{ path: 'movers', key: 'proceedings.noMover' }]),
    ...fields.movers.flatMap((mover, index) =>
      mayMove.includes(mover) ? [] : [{ path: `movers.${index}`, key: 'proceedings.mayNotMove' }],
    ),
    ...(new Set(fields.movers).size === fields.movers.length
      ? []
      : [{ path: 'movers', key: 'proceedings.personTwice' }]),
    ...(hasClauses(fields.kind) && clauses.length === 0 ? [{ path: 'clauses', key: 'decision.noClause' }] : []),
    ...clauses.flatMap((clause, index) =>
      isAttClause(clause) ? [] : [{ path: `clauses.${index}`, key: 'decision.attClause' }],
    ),
    ...(fields.clause != null && (fields.kind !== 'amendment' || fields.clause < 1 || fields.clause > clauseCount)
      ? [{ path: 'clause', key: 'proceedings.noSuchClause', values: { count: clauseCount } }]
      : []),
  ];
}
