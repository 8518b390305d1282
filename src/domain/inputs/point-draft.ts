import type { Finding, FindingKind } from './finding.ts';

/** How a point begins that is drafted from a finding of this kind; `{ref}` is the assignment, `{title}` the words by which the record is known. */
const openings: Readonly<Record<FindingKind, { readonly headline: string; readonly reasoning: string }>> = {
  notDealtWith: {
    headline: '{title} bör tas upp och följas upp under nästa år',
    reasoning: 'Frågan har inte behandlats under året.',
  },
  paused: {
    headline: '{title}: uppdraget är pausat och bör återupptas eller avslutas',
    reasoning: 'Nämnden behöver ta ställning till om uppdraget ska finnas kvar i planen.',
  },
  delayed: {
    headline: '{title} bör prioriteras i nästa verksamhetsplan',
    reasoning: 'Uppdraget bedöms inte vara klart vid årets slut.',
  },
  slipped: {
    headline: '{title} behöver en ny tidplan',
    reasoning: 'Prognosen ligger efter den dag då uppdraget skulle vara klart.',
  },
  absorbed: {
    headline: '{title} bör följas upp där det nu ingår',
    reasoning: 'Uppdraget ingår i en annan plan, och återrapporteringen av det behöver hålla ihop.',
  },
  unsupported: {
    headline: '{title} bör återrapporteras med underlag',
    reasoning: 'Det som har sagts om uppdraget under året saknar belägg i registret.',
  },
  neverTakenUp: {
    headline: '{title} bör finnas med i nästa års arbete',
    reasoning: 'Frågan fanns i aktivitetsplanen men togs aldrig upp.',
  },
  decided: { headline: '{title} bör följas upp i nästa verksamhetsplan', reasoning: 'Beslutet fattades under året.' },
  other: { headline: '{title}', reasoning: '' },
};

/** The words of a point drafted from a finding: a wish, why, and what the record says. A person goes over them before the letter is decided. */
export function draftedPoint({
  kind,
  title,
  said,
  assignment,
}: Pick<Finding, 'kind' | 'title' | 'said' | 'assignment'>): {
  readonly headline: string;
  readonly reasoning: string;
} {
  const { headline, reasoning } = openings[kind];
  const source = assignment ? `Uppdrag ${assignment.ref}` : 'Underlag';
  const quoted = said.trim() && said.trim() !== title.trim() ? `${source}: ”${said.trim()}”` : '';
  return {
    headline: headline.replace('{title}', title.trim().replace(/[.\s]+$/u, '')),
    reasoning: [reasoning, quoted].filter((part) => part).join(' '),
  };
}
