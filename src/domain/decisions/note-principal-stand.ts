import type { CivilDate } from '../../kernel/civil-date.ts';
import { isCivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { bodyRulesOn } from '../organisation/index.ts';
import { getDecision } from './decision-reader.ts';
import { type Endorsement, type PrincipalStandKind, principalStandKinds } from './principal-stand.ts';
import { endorsementsOf, standsOf } from './principal-stand-reader.ts';

export type NotePrincipalStand = {
  readonly decisionId: Id<'decision'>;
  readonly principalId: Id<'body'>;
  /** 0 for a principal that has not said anything yet. */
  readonly expectedVersion: number;
  /** Null takes back what was noted by a slip. */
  readonly stand: PrincipalStandKind | null;
  readonly ownDecisionOn?: CivilDate | null;
  readonly note?: string | null;
};

/**
 * Notes where a principal stands to what a group of officials agreed (R-ORG-3). Only bodies that decide through each party's mandate have principals;
 * who is none on the day of the decision cannot stand behind it. A principal may decide long after the minutes were adjusted, so it is always possible.
 */
export async function notePrincipalStand(w: Writer<'decision.record'>, input: NotePrincipalStand): Promise<void> {
  const { bodyId, day } = await lockSharedDecision(w, input.decisionId);
  const stands = (await standsOf(w, bodyId, day, [input.decisionId])).get(input.decisionId) ?? [];
  const before = stands.find((one) => one.principalId === input.principalId);
  if (!before) throw new AppError('decision.notPrincipal');
  expectVersion(before, input.expectedVersion, input);
  const ownDecisionOn = input.ownDecisionOn ?? null;
  refuseProblems([
    ...(input.stand === null || input.stand in principalStandKinds
      ? []
      : [{ path: 'stand', key: 'validation.choose' }]),
    ...(ownDecisionOn === null || isCivilDate(ownDecisionOn)
      ? []
      : [{ path: 'ownDecisionOn', key: 'validation.date' }]),
  ]);
  const key = { tenant_id: w.tenantId, decision_id: input.decisionId, principal_body_id: input.principalId };
  if (input.stand === null)
    await w.db
      .deleteFrom('principal_stand')
      .where('tenant_id', '=', key.tenant_id)
      .where('decision_id', '=', key.decision_id)
      .where('principal_body_id', '=', key.principal_body_id)
      .execute();
  else {
    const row = { stand: input.stand, own_decision_on: ownDecisionOn, note: input.note?.trim() || null };
    await w.db
      .insertInto('principal_stand')
      .values({ ...key, id: w.runtime.newId(), ...row })
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'decision_id', 'principal_body_id'])
          .doUpdateSet({ ...row, version: input.expectedVersion + 1 }),
      )
      .execute();
  }
  const { decisionId, expectedVersion: _, ...after } = input;
  await w.log({ noun: 'decision', recordId: decisionId, summary: 'principal', before, after });
}

export type SetEndorsements = {
  readonly decisionId: Id<'decision'>;
  readonly endorsements: readonly Endorsement[];
};

/** Writes who stood behind a proposal before it was decided, instead of those who stood there. */
export async function setEndorsements(w: Writer<'decision.record'>, input: SetEndorsements): Promise<void> {
  await lockSharedDecision(w, input.decisionId);
  const endorsements = input.endorsements.filter(({ endorsedBy }) => endorsedBy.trim());
  refuseProblems(
    endorsements.flatMap(({ endorsedOn }, index) =>
      endorsedOn === null || isCivilDate(endorsedOn)
        ? []
        : [{ path: `endorsements.${index}.endorsedOn`, key: 'validation.date' }],
    ),
  );
  const before = (await endorsementsOf(w, [input.decisionId])).get(input.decisionId) ?? [];
  await w.db
    .deleteFrom('decision_endorsement')
    .where('tenant_id', '=', w.tenantId)
    .where('decision_id', '=', input.decisionId)
    .execute();
  if (endorsements.length > 0)
    await w.db
      .insertInto('decision_endorsement')
      .values(
        endorsements.map(({ endorsedBy, endorsedOn }, index) => ({
          tenant_id: w.tenantId,
          decision_id: input.decisionId,
          position: index + 1,
          endorsed_by: endorsedBy.trim(),
          endorsed_on: endorsedOn,
        })),
      )
      .execute();
  await w.log({
    noun: 'decision',
    recordId: input.decisionId,
    summary: 'endorsements',
    before: { endorsements: before },
    after: { endorsements },
  });
}

/** A decision of a body whose decisions hold through its parties, held until the transaction ends. */
async function lockSharedDecision(w: Writer<'decision.record'>, decisionId: Id<'decision'>) {
  await lockRow(w, 'decision', decisionId);
  const { body, item, decidedOn } = await getDecision(w, decisionId);
  requireBody(w.auth, body.id);
  const day = item?.heldOn ?? decidedOn ?? w.runtime.today();
  const rules = await bodyRulesOn(w, body.id, day);
  if (rules.mandate !== 'eachParty') throw new AppError('decision.noPrincipals', { body: body.name });
  return { bodyId: body.id, day };
}
