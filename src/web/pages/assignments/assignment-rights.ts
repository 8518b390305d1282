import { type Action, type Actor, may } from '../../../domain/access/index.ts';
import type { Assignment } from '../../../domain/assignments/index.ts';

/** What a person may do on the page of an assignment: the same bodies that the verbs ask for, so that no button leads to a refusal. */
export type AssignmentRights = {
  /** Its words and its state belong to who gave it and who is reported to. */
  readonly change: boolean;
  /** A link adds knowledge; every body with a part may make one. */
  readonly link: boolean;
  readonly linkItem: boolean;
  readonly assess: boolean;
  readonly handIn: boolean;
  readonly report: boolean;
};

export function rightsOn(actor: Actor | undefined, assignment: Assignment): AssignmentRights {
  const owners = [assignment.givenByBodyId, assignment.reportToBodyId];
  const involved = [...owners, ...assignment.parties.map((party) => party.bodyId)];
  const some = (action: Action, bodies?: readonly (string | null)[]): boolean => {
    if (!actor) return false;
    if (!bodies) return may(actor, action);
    const everywhere = actor.grants.filter(({ bodyId }) => bodyId === null);
    if (may({ ...actor, grants: everywhere }, action)) return true;
    return bodies.some((bodyId) => bodyId !== null && may(actor, action, bodyId));
  };
  return {
    change: some('assignment.edit', owners),
    link: some('assignment.edit', involved),
    linkItem: some('meeting.linkAssignment'),
    assess: some('assessment.write'),
    handIn: some('intake.handIn'),
    report: some('report.edit'),
  };
}
