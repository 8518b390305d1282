import { tolerant } from '../../documents/tree/damage-tolerant.ts';

/** The regions of Sweden by the names they have registered (Statistics Sweden, 2019 and later): one of them answers a national return. */
const regionNames = [
  'Region Stockholm',
  'Region Uppsala',
  'Region Sörmland',
  'Region Östergötland',
  'Region Jönköpings län',
  'Region Kronoberg',
  'Region Kalmar län',
  'Region Gotland',
  'Region Blekinge',
  'Region Skåne',
  'Region Halland',
  'Västra Götalandsregionen',
  'Region Värmland',
  'Region Örebro län',
  'Region Västmanland',
  'Region Dalarna',
  'Region Gävleborg',
  'Region Västernorrland',
  'Region Jämtland Härjedalen',
  'Region Västerbotten',
  'Region Norrbotten',
] as const;

/** The region that a title names, also when the title is damaged: "Region Orebro ldns redovisning" is that of Region Örebro län. */
export function regionIn(title: string): string | undefined {
  return regionNames.find((name) => new RegExp(`(?<!\\p{L})${tolerant(name)}s?(?!\\p{L})`, 'iu').test(title));
}
