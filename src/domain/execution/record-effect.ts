import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { notePartyDecisionOf, type PartyOutcome, type RecordAgreement, recordAgreement } from '../agreements/index.ts';
import { type ChangeAssignment, changeAssignment, type GiveAssignment, giveAssignment } from '../assignments/index.ts';
import { type RecordCommission, recordCommission } from '../commissions/index.ts';
import { type Decision, getDecision, linkDecisionToAssignment } from '../decisions/index.ts';
import { type FillSeat, fillSeat, registerPerson } from '../organisation/index.ts';
import { type RecordDeliverable, recordDeliverable } from '../projects/index.ts';
import { type EffectTerms, effectGaps } from './decision-effect.ts';
import { writeEffect } from './decision-effect-writer.ts';

type Placed = 'agendaItemId' | 'decided';

/** What a decision is to do in the register, in the words of the noun that keeps the record. */
export type NewEffect =
  | { readonly kind: 'gaveAssignment'; readonly fields: GiveAssignment }
  | { readonly kind: 'changedAssignment'; readonly fields: ChangeAssignment }
  | { readonly kind: 'agreement'; readonly fields: Omit<RecordAgreement, Placed> }
  | {
      /** What one party decided on an agreement that is there: the party is the authority that the deciding body belongs to. */
      readonly kind: 'ratifiesAgreement';
      readonly fields: {
        readonly partyId: Id<'agreementParty'>;
        readonly outcome: PartyOutcome;
        readonly remarks?: string;
      };
    }
  | { readonly kind: 'commission'; readonly fields: Omit<RecordCommission, Placed> }
  | { readonly kind: 'deliverable'; readonly fields: Omit<RecordDeliverable, Placed> }
  | {
      readonly kind: 'representative';
      /** Somebody whom the register knows, or a person it does not know yet by name. */
      readonly fields: Omit<FillSeat, 'personId'> & {
        readonly personId?: Id<'person'> | null;
        readonly name: string;
      };
    };

export type RecordEffect = { readonly decisionId: Id<'decision'>; readonly effect: NewEffect };

export type EffectRecorded = {
  readonly recordId: string;
  /** What the decision leaves unsaid: it is on record all the same. */
  readonly gaps: readonly Problem[];
};

/**
 * Makes or changes the record that a made decision leads to, through the verb of its own noun, and links the two: both or neither. Nothing follows
 * from a decision by itself; a person reads the clause and says what it does.
 */
export async function recordEffect(w: Writer<'decision.record'>, input: RecordEffect): Promise<EffectRecorded> {
  const decision = await getDecision(w, input.decisionId);
  requireBody(w.auth, decision.body.id);
  refuseProblems(decision.state === 'made' ? [] : [{ path: 'decisionId', key: 'execution.notMade' }]);
  const { effect } = input;
  const recordId = await carry(w, decision, effect);
  await writeEffect(w, decision.id, effect.kind, recordId);
  return { recordId, gaps: effectGaps(effect.kind, effect.fields as EffectTerms) };
}

async function carry(w: Writer<'decision.record'>, decision: Decision, effect: NewEffect): Promise<string> {
  const placed = { agendaItemId: decision.item?.id ?? null, decided: true };
  switch (effect.kind) {
    case 'gaveAssignment': {
      const assignmentId = await giveAssignment(w, { givenByBodyId: decision.body.id, ...effect.fields });
      await linkDecisionToAssignment(w, { decisionId: decision.id, assignmentId, kind: 'creates' });
      return assignmentId;
    }
    case 'changedAssignment': {
      const { assignmentId } = effect.fields;
      await changeAssignment(w, effect.fields);
      await linkDecisionToAssignment(w, { decisionId: decision.id, assignmentId, kind: 'changes' });
      return assignmentId;
    }
    case 'agreement':
      return await recordAgreement(w, { ...effect.fields, ...placed });
    case 'ratifiesAgreement':
      return await notePartyDecisionOf(w, {
        ...effect.fields,
        decidedBy: decision.body.name,
        decidedOn: decision.decidedOn ?? decision.item?.heldOn ?? null,
        decisionId: decision.id,
      });
    case 'commission':
      return await recordCommission(w, { ...effect.fields, ...placed });
    case 'deliverable':
      return await recordDeliverable(w, { ...effect.fields, agendaItemId: placed.agendaItemId });
    case 'representative': {
      const { name, personId, ...seat } = effect.fields;
      return await fillSeat(w, { ...seat, personId: personId ?? (await registerPerson(w, { name })) });
    }
  }
}
