/**
 * Recognises what looks like the name of a person: two or three words with a capital, perhaps with an initial or "von" between. There is no list of
 * names, because a list knows the common ones and misses those who have just come here. What is left out instead are the words with which an authority
 * speaks of itself: bodies, places, acts, days, and words that only stand first in a sentence.
 */
export type NameLike = { readonly written: string; readonly key: string };

const part = String.raw`\p{Lu}\p{Ll}+(?:[-’']\p{Lu}?\p{Ll}+)?`;
const between = String.raw`(?:[ \u00a0](?:\p{Lu}\.|af|av|von|van|de|da|el|al|bin|ten))*`;
const shape = new RegExp(
  String.raw`(?<![\p{L}\p{Nd}/@.-])${part}(?:${between}[ \u00a0]${part}){1,2}(?![\p{L}\p{Nd}@])`,
  'gu',
);

/** How a name is compared with the roster: one white space, small letters, without initials. */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\b\p{Lu}\.\s*/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLocaleLowerCase('sv');
}

/** Endings by which a word shows that it speaks of a body, a place or a text and not of a person. */
const impersonal =
  /(?:nämnd|nämnden|nämndens|styrelse|styrelsen|utskott|utskottet|beredning|beredningen|förvaltning|förvaltningen|fullmäktige|kommun|kommuner|kommunal|region|regionen|landsting|landstinget|sjukhus|sjukhuset|vården|vård|verket|verk|myndighet|myndigheten|inspektion|inspektionen|institut|institutet|universitet|högskola|högskolan|förbund|förbundet|förening|föreningen|bolag|bolaget|aktiebolag|stiftelse|stiftelsen|centrum|centralen|central|skola|skolan|byrå|byrån|kontor|kontoret|avdelning|avdelningen|enheten|enhet|råd|rådet|kommitté|kommittén|departement|departementet|domstol|domstolen|rätt|rätten|partiet|parti|demokraterna|gruppen|grupp|teamet|projekt|projektet|plan|planen|programmet|program|strategi|strategin|budget|rapport|rapporten|lagen|balken|förordning|förordningen|avtal|avtalet|protokoll|kallelse|yttrande|gata|gatan|väg|vägen|torg|torget|stad|stads|län|läns|socken|bygd|dal|dalen|fjord|älv|älven|sjön|ön|holm|hamn|berget|stan|sal|salen|rummet|huset|hus|tunneln|bron|station|arena|park|parken|system|tjänst|tjänsten|online|web|sverige|europa|norden|norrland|svealand|götaland)s?$/iu;

/** Words that begin sentences, head columns or name times and offices: a pair with one of them is no name. */
const others = new Set(
  `alla allt andra anmälan anmälningsärenden annan annat april att av avslag bakgrund barn beredande beslut beslutande bifall bilaga bordläggning bättre chef
dagens de december delegationsbeslut delårsrapport den denna dessa det detta digital direktör dnr du då där därför efter ekonomisk ekonomiska eller en enligt ett
europeiska fast februari flera fler foto fria fråga från för förbättra fördelning förklaring föredragande förslag första förste fri förvaltningens ge genom gemensam gemensamma god goda gott grön
gröna hela her herr hon hos hur han har hälso hög i information ingen inga innan interpellation invånare ja januari juli juni justerare justering jämställd jämte kl kristna
kungliga lag ledamot ledamöter levande liberala lika likvärdig lokal lokala läs maj maj-juni man mars med medborgarförslag mellan men miljö mina mobil mobila moderata motion mål målbild några
namn nationell nationella nej ni nord nordiska norr norra nova november ny nya nytt nära närvarande när och ordförande oktober om omedelbar omröstning ordinarie ordning organ
paragraf paragrafer partistöd per personal på redovisning regional regionala remiss reservation resultat rikt ringa samhälle samhällsbyggnad samling samtliga samverkan sammanfattning sammanställning sammanträde sekreterare sent september
ska skriftlig så särskild särskilda social sociala socialt som stabil stockholms stor stora större strategisk stöd svar svensk svenska svenskt sverige sveriges systematisk syd söder södra
tema tid tjänstgörande tjänsteutlåtande total trygg trygga tryggare två under uppdrag uppföljning upprop ur utan utifrån utveckla utvecklad utvärdering val vald vad valärenden var vem verksamhetsplan vi vice vid vilken vill vision visit vår våra
vårt väster västra yrkande yttrande år ärende ärenden åtgärd åtgärder äldre öka ökad ökat öppen öst östra öster över övriga övrigt måndag tisdag onsdag torsdag fredag lördag söndag sammanträdesprotokoll minska
fortsatt fortsatta följ följa genomföra genomför gör hållbar hållbara ingå inför införa inrätta kommunens kommunala korta kvinnor män ersättare ersättarna moderaterna centerpartiet liberalerna vänsterpartiet kristdemokraterna socialdemokraterna sverigedemokraterna miljöpartiet
internationella ekonomi digitala nästa sida ordföranden sekreteraren ledamoten ersättaren direktören studiebesök ersätter är även inom besöksadress postadress leverantören funktionen utbildning upphandling rapportsammandrag sammanträdesrum sankt tre antal delar del kapitel tabell figur diagram källa avsnitt punkt steg fas etapp kvartal tertial vecka version dokument handling handlingar kopia original expedierat exp sekr ordf`
    .split(/\s+/u)
    .filter(Boolean),
);

/** What looks like names in a text, in their order, without those of the roster or of bodies. `known` answers for a key. */
export function nameLikesIn(text: string, known: (key: string) => boolean = () => false): readonly NameLike[] {
  return [...text.matchAll(shape)].flatMap(({ 0: written }): readonly NameLike[] => {
    const words = trimmed(written.split(/[ \u00a0]+/u));
    if (words.length < 2) return [];
    const bare = words.filter((word) => /^\p{Lu}\p{Ll}/u.test(word));
    if (bare.length < 2 || bare.some((word) => impersonal.test(word))) return [];
    const name = words.join(' ');
    const key = nameKey(name);
    // "Prov Provssons yrkande": the genitive of a name that is known.
    return known(key) || (key.endsWith('s') && known(key.slice(0, -1))) ? [] : [{ written: name, key }];
  });
}

/** Without the words that only stand before or after a name: "Ordförande Prov Provsson", "Prov Provsson Ledamot". */
function trimmed(words: readonly string[]): readonly string[] {
  let [from, to] = [0, words.length];
  while (from < to && others.has(words[from]!.toLocaleLowerCase('sv'))) from += 1;
  while (to > from && others.has(words[to - 1]!.toLocaleLowerCase('sv'))) to -= 1;
  const rest = words.slice(from, to);
  return rest.some((word) => others.has(word.toLocaleLowerCase('sv'))) ? [] : rest;
}
