import { generalWords } from './general-words.ts';
import { wordStem } from './word-stem.ts';

/** What a term is made of: the rarer such a thing is by nature, the more it tells when two texts share it. */
export const termKinds = {
  /** A long word of matter: "logopedinsatser". */
  word: 1,
  /** "SIP", "ViSam". */
  acronym: 1.4,
  /** A name inside a sentence. Places and people are shared by matters that have nothing to do with each other. */
  name: 0.45,
  /** Two words of matter side by side: "fast läkarkontakt". */
  phrase: 0.85,
  /** Two words side by side of which one is general: "kroniska sjukdomar". */
  halfPhrase: 0.5,
  /** The beginning of a long compound: "trauma" of "traumasjukvård". */
  beginning: 0.55,
  /** The end of a long compound: "överläkare" of "äldrevårdsöverläkare". */
  end: 0.45,
  /** A sum, a count or a registration number. */
  figure: 1,
} as const;
export type TermKind = keyof typeof termKinds;

/** One term of a text, as the text writes it, with the place of its word: terms of the same word are counted once. */
export type Term = { readonly kind: TermKind; readonly shown: string; readonly at: number };

/** The terms of one paragraph by key, and all its words that are not general, by stem. */
export type TermsOfText = {
  readonly terms: ReadonlyMap<string, Term>;
  readonly matter: ReadonlyMap<string, string>;
};

const general = new Set(generalWords.map((word) => wordStem(word)));
const formWords = new Set(
  `att och eller samt som med för till från inom utifrån enligt under över vid utom mot kring även inte detta denna dessa vara skall bland
  annat sina hela deras vilka vilket också genom mellan finns kunna blir blivit varit hade ska sker skett utan efter innan när där hur man den det de
  ett en på av om så är har kan få får sin sitt nya ny andra annan annat alla allt både såväl cirka första efter dels samma just`.split(
    /\s+/u,
  ),
);

/** Ends of the names of bodies and offices: who does something tells little of what is done. */
const ofBodies =
  /(?:nämnd|förvaltning|direktör|styrelse|fullmäktige|beredning|presidium|region|tjänst)(?:en?|et|s|e?ns|er|ar|[ea]rnas?)?$/u;

/**
 * The terms of one paragraph that can tell what it is about, by key. Words that every paper uses are left out; what is rare among the records that
 * are compared is not known here, that is weighed later.
 */
export function tellingTerms(paragraph: string): TermsOfText {
  const matter = new Map<string, string>();
  const terms = new Map<string, Term>();
  const add = (key: string, kind: TermKind, shown: string, at: number) => {
    if (!terms.has(key)) terms.set(key, { kind, shown, at });
  };
  let before: { readonly stem: string; readonly word: string; readonly general: boolean } | undefined;
  let end = 0;
  for (const [at, match] of [...paragraph.matchAll(wordOrFigure)].entries()) {
    const word = match[0];
    const lower = word.toLocaleLowerCase('sv');
    const stem = wordStem(lower);
    if (/^\d/.test(word)) {
      const figure = word.replace(/[\s\u00a0]/g, '');
      if (isTellingFigure(figure)) add(`figure ${figure}`, 'figure', word, at);
      before = undefined;
      continue;
    }
    if (/[.;:!?]/.test(paragraph.slice(end, match.index))) before = undefined;
    end = match.index + word.length;
    // "modell för lokal samverkan": words of form stand between the words of a phrase.
    if (formWords.has(lower) || (lower.length < 4 && !isAcronym(word))) continue;
    const isGeneral = general.has(stem) || ofBodies.test(lower);
    const isName = !isGeneral && isInside(paragraph, match.index) && /^\p{Lu}/u.test(word);
    const short = shortName(word);
    if (short && !general.has(wordStem(short))) add(`acronym ${short}`, 'acronym', word, at);
    else if (isAcronym(word)) add(`acronym ${lower}`, 'acronym', word, at);
    else if (isName) add(`name ${stem}`, 'name', word, at);
    else if (!isGeneral && lower.length >= 9) {
      add(`word ${stem}`, 'word', word, at);
      add(`beginning ${lower.slice(0, 6)}`, 'beginning', word, at);
      if (stem.length >= 11) add(`end ${stem.slice(-8)}`, 'end', word, at);
    }
    if (!isGeneral && !isName && lower.length >= 4) matter.set(stem, lower);
    const joins = lower.length >= 4 && !isName;
    if (before && joins && !(before.general && isGeneral)) {
      const kind = before.general || isGeneral ? 'halfPhrase' : 'phrase';
      add(`phrase ${before.stem} ${stem}`, kind, `${before.word} ${lower}`, at);
    }
    before = joins ? { stem, word: lower, general: isGeneral } : undefined;
  }
  return { terms, matter };
}

const wordOrFigure = /\d{2}[A-Z]{2,4}\d+|\d+(?:[ \u00a0]\d{3})*(?:,\d+)?|\p{L}[\p{L}\d]*(?:-\p{L}+)*/gu;

/** SIP, BUP, ViSam; not a word that a heading writes in capitals. */
function isAcronym(word: string): boolean {
  return /^\p{Lu}{3,5}$/u.test(word) || /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}*$/u.test(word);
}

/** The name that a compound with a hyphen begins with: "visam" of "Visam-modellen", "smo" of "SMO-teamet". */
function shortName(word: string): string | undefined {
  return /^(\p{Lu}[\p{L}]{2,5})-\p{Ll}/u.exec(word)?.[1]?.toLocaleLowerCase('sv');
}

/** Years, days and small counts are everywhere; a sum, a registration number or a figure of four signs and more is not. */
function isTellingFigure(figure: string): boolean {
  if (/\p{Lu}/u.test(figure)) return true;
  if (/^(?:19|20)\d\d$/.test(figure)) return Number(figure) < 2010;
  return figure.replace(/\D/g, '').length >= 4;
}

/** Whether a word stands inside a sentence, where only names begin with a capital. */
function isInside(text: string, index: number): boolean {
  return /[\p{L}\d,)] *$/u.test(text.slice(Math.max(0, index - 3), index));
}
