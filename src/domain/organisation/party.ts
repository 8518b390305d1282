/**
 * The parties of the Riksdag by the designation printed after a name. Regions and municipalities also have local parties ("ÖrP", "D"), and "-"
 * stands for a member without a party, so the designation of a seat is a short text of which these are the known ones.
 */
export const parties = {
  S: 'Socialdemokraterna',
  M: 'Moderaterna',
  SD: 'Sverigedemokraterna',
  C: 'Centerpartiet',
  V: 'Vänsterpartiet',
  KD: 'Kristdemokraterna',
  MP: 'Miljöpartiet',
  L: 'Liberalerna',
  FP: 'Folkpartiet (Liberalerna från den 22 november 2015)',
} as const;

/** A designation as it is kept: "(s)" of older papers is S; a local party keeps its own spelling. Undefined when it is none. */
export function partyDesignation(printed: string): string | undefined {
  const text = printed
    .trim()
    .replace(/^\((.*)\)$/u, '$1')
    .trim();
  if (text === '-' || text === '–') return '-';
  if (Object.hasOwn(parties, text.toUpperCase())) return text.toUpperCase();
  return /^\p{L}{1,5}$/u.test(text) ? text : undefined;
}
