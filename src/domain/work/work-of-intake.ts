import { countOpenProposals } from '../intake/index.ts';
import { mayAnywhere, type WorkSource } from './work-source.ts';

/** Proposals that were read from papers and wait for a person: one line for all of them, because they are reviewed together. */
export const workOfIntake: WorkSource = async (scope) => {
  if (!mayAnywhere(scope, 'intake.confirm')) return [];
  const count = await scope.once(countOpenProposals);
  if (count === 0) return [];
  return [
    {
      kind: 'reviewProposals',
      recordId: scope.actor.tenantId,
      href: '/las-in',
      title: '',
      body: null,
      dueOn: null,
      count,
    },
  ];
};
