import type { Id } from '../../kernel/id.ts';
import type { BodyRules } from '../organisation/index.ts';
import type { CourseRules } from './course-state.ts';

/** What the rules of a body say about the course of its meetings. */
export function courseRulesOf(bodyId: Id<'body'>, rules: BodyRules): CourseRules {
  return {
    bodyId,
    quorum: rules.quorumNeeded,
    actsDespiteDisqualification: rules.actsBelowQuorumByDisqualification,
    breakingOffEndsService: !rules.serving.leaverMayServeAgain,
    remote: rules.remote === 'free' ? 'unregulated' : rules.remote === 'allowed' ? 'allowed' : 'refused',
    disqualification: rules.disqualification,
    staffRepresentatives: rules.staffRepresentatives,
    informants: rules.mayCallInformants,
    sections: rules.sectionSeries,
  };
}
