/** Ways to reach somebody, and words of secrecy, in a text: each as it is written there. */

const address = /[\p{L}\p{Nd}._%+-]+(?:@|\s?\[at\]\s?|\s?\(at\)\s?)[\p{L}\p{Nd}-]+(?:\.[\p{L}\p{Nd}-]+)*\.\p{L}{2,}/giu;

/** Numbers of Sweden: from abroad with 46, at home with 0, the area and two to four groups. Eight digits at least, so that no year or § is one. */
const phone =
  /(?<![\p{Nd}\p{L}.,/:-])(?:(?:\+|00)\s?46[\s-]*(?:\(0\)[\s-]*)?[1-9]\d{0,2}|\(?0[1-9]\d{0,2}\)?)(?:\s?[-–/]\s?|\s)?\d{2,3}(?:[\s-]?\d{2,3}){1,3}(?![\p{Nd}\p{L}]|[-–]\d)/gu;

const provision =
  /\d{1,2}\s*kap\.?\s*\d+\s*[a-z]?\s*§[^.\n]{0,60}?(?:OSL|offentlighets- och sekretess\p{L}*)|(?:OSL|offentlighets- och sekretesslag\p{L}*)[^.\n]{0,30}?\d{1,2}\s*(?:kap|:\s*\d)|sekretess(?:belagd|belagt|belagda|markerad|markerat|markering|beslut)\p{L}*|omfatta[sr]\p{L}* av (?:\p{L}+ )?sekretess|(?:skyddad|skyddade|skyddat) (?:folkbokföring|identitet|personuppgift\p{L}*|adress)|patientsekretess\p{L}*/giu;

export function emailsIn(text: string): readonly string[] {
  return [...text.matchAll(address)].map(({ 0: written }) => written);
}

export function phonesIn(text: string): readonly string[] {
  return [...text.matchAll(phone)]
    .map(({ 0: written }) => written.trim())
    .filter((written) => {
      const digits = written.replace(/\D/gu, '').replace(/^(?:00)?46/u, '0').length;
      return digits >= 8 && digits <= 11;
    });
}

export function provisionsIn(text: string): readonly string[] {
  return [...text.matchAll(provision)].map(({ 0: written }) => written);
}
