import type { FloorProposal } from './floor-proposal.ts';
import type { ProposalRef, Round } from './proposition-rounds.ts';

/** What yes and no stand for in a round, in the words of minutes; `no` null is a plain no. */
export type RoundWords = { readonly yes: string; readonly no: string | null };

/**
 * How the chair words a round unless told otherwise: "bifall till förslaget i kallelsen" against "bifall till Prov Provssons ändringsyrkande". The
 * movers are named, because that is how the table and the minutes know the motions apart.
 */
export function roundWords(
  round: Round,
  facts: {
    readonly proposals: readonly FloorProposal[];
    readonly hasNotice: boolean;
    readonly nameOf: (attendanceId: string) => string;
  },
): RoundWords {
  const words = (ref: ProposalRef) => {
    const motion = facts.proposals.find((one) => one.id === ref);
    return motion ? motionWords(motion, facts.nameOf) : 'bifall till förslaget';
  };
  switch (round.kind) {
    case 'formal':
      return { yes: 'att ärendet avgörs i dag', no: words(round.no) };
    case 'addition':
      return { yes: words(round.yes), no: 'avslag på tilläggsyrkandet' };
    case 'clause':
      return { yes: `bifall till förslagets beslutssats ${round.clause}`, no: words(round.no) };
    default:
      return { yes: words(round.yes), no: round.no === null && !facts.hasNotice ? null : words(round.no) };
  }
}

function motionWords(motion: FloorProposal, nameOf: (attendanceId: string) => string): string {
  const mover = motion.movers[0] === undefined ? '' : genitive(nameOf(motion.movers[0]));
  switch (motion.kind) {
    case 'rejection':
      return 'avslag på förslaget';
    case 'tabling':
      return 'att ärendet bordläggs';
    case 'referBack':
      return `bifall till ${mover} yrkande om återremiss`;
    case 'addition':
      return `bifall till ${mover} tilläggsyrkande`;
    case 'amendment':
      return `bifall till ${mover} ändringsyrkande`;
    default:
      return 'bifall till förslaget';
  }
}

/** Swedish names that end in s, x or z take no further s. */
function genitive(name: string): string {
  return /[sxz]$/iu.test(name) ? name : `${name}s`;
}

/** The question put to the vote, as minutes quote it: "Ja för bifall till förslaget. Nej för avslag på förslaget." */
export function votingQuestion({ yes, no }: RoundWords): string {
  return no === null ? `Ja för ${yes}. Nej för avslag.` : `Ja för ${yes}. Nej för ${no}.`;
}
