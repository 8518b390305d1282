import type { Localized } from '../../kernel/language.ts';

type VerbEntry = { readonly label: Localized; readonly words: RegExp };

/**
 * What an assignment asks for, by its verb (ASG-12): the verb decides what a good answer is. "Följa" is answered by what the body was told,
 * "utreda" by a result, "genomföra" by what was done. More telling forms come first: "fortsatt implementera" implements, "fortsätta
 * utvecklingen" continues.
 */
export const verbClasses = {
  consider: { label: { sv: 'beakta', en: 'consider' }, words: /beakta/ },
  follow: { label: { sv: 'följa', en: 'follow' }, words: /följa(?! upp)/ },
  followUp: { label: { sv: 'följa upp', en: 'follow up' }, words: /följa upp/ },
  contribute: { label: { sv: 'medverka', en: 'contribute' }, words: /medverka|delta/ },
  monitor: { label: { sv: 'bevaka', en: 'monitor' }, words: /bevaka/ },
  investigate: { label: { sv: 'utreda', en: 'investigate' }, words: /utreda/ },
  produce: { label: { sv: 'ta fram', en: 'produce' }, words: /ta fram|utarbeta|upprätta|definiera/ },
  carryOut: { label: { sv: 'genomföra', en: 'carry out' }, words: /genomföra|fullfölja/ },
  continue: { label: { sv: 'fortsätta', en: 'continue' }, words: /fortsätta/ },
  develop: { label: { sv: 'utveckla', en: 'develop' }, words: /utveckla|förbättra|förstärka|stärka/ },
  review: { label: { sv: 'se över', en: 'review' }, words: /se över/ },
  implement: { label: { sv: 'implementera', en: 'implement' }, words: /implementera|införa/ },
  streamline: { label: { sv: 'effektivisera', en: 'streamline' }, words: /effektivisera/ },
  workFor: { label: { sv: 'arbeta för', en: 'work for' }, words: /arbeta/ },
} as const satisfies Record<string, VerbEntry>;

export type VerbClass = keyof typeof verbClasses;

/** The class of the first verb of the table in the text, as a whole word; undefined when the text has none ("att det skall finnas …"). */
export function verbClassOf(text: string): VerbClass | undefined {
  const lower = text.replace(/[*_]/g, '').replace(/\s+/gu, ' ').toLocaleLowerCase('sv');
  let first: { readonly at: number; readonly verb: VerbClass } | undefined;
  for (const verb of Object.keys(verbClasses) as VerbClass[]) {
    const match = new RegExp(`(?<!\\p{L})(?:${verbClasses[verb].words.source})(?!\\p{L})`, 'u').exec(lower);
    if (match && (!first || match.index < first.at)) first = { at: match.index, verb };
  }
  return first?.verb;
}
