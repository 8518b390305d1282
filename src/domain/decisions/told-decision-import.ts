import { spanOf } from '../../documents/tree/passage.ts';
import { type Draft, dateReference, flowOf, type Reading, type Recogniser } from '../../documents/tree/recognise.ts';
import { findDates } from '../../kernel/swedish-dates.ts';
import { type ProposedDecision, refersToDecision } from './decision-import.ts';

const bodyWord = String.raw`\p{Lu}[\p{L}-]{3,}(?:nämnden|styrelsen|fullmäktige)|\p{Lu}\p{L}+-\s+och\s+\p{L}+(?:nämnden|styrelsen)`;
const office = String.raw`(?:\s+i\s+(?:Region|Landstinget)\s+\p{Lu}\p{L}+(?:\s+län)?)?`;

/** Who decided stands before the verb: "Regionstyrelsen tog 2017 beslut om …", "Regionfullmäktige har under året beslutat att …". */
const active = new RegExp(
  String.raw`(?<!\p{L})(?<body>${bodyWord})${office}\s+(?:har\s+(?:[\p{L}\d]+\s+){0,3}?beslutat|beslutade|(?:(?:tog|fattade)|har\s+(?:[\p{L}\d]+\s+){0,3}?(?:tagit|fattat))\s+(?:[\p{L}\d]+\s+){0,3}?beslut)(?!\p{L})`,
  'u',
);
/** Nobody is named: "Därför togs beslut om fortsättning", "Överenskommelsen är nu beslutad hos samtliga huvudmän". */
const passive =
  /(?<!\p{L})(?:(?:togs|fattades|har (?:tagits|fattats)) (?:\p{L}+ )?beslut(?:et)? (?:om|att)|är (?:nu )?beslutad(?:e|t)? (?:hos|av|i))(?!\p{L})/u;
const inThisYear = /(?<!\p{L})(?:under|i) (?:året|år)(?!\p{L})/iu;
const denied = /(?<!\p{L})(?:inte|inget|ej|ännu ej)(?!\p{L})/iu;

/**
 * Reads sentences that tell of a decision in passing, in the active or without saying who decided (seed-inventory list F, F-13…F-20). The day is as
 * exact as the sentence: a day, a month, or the year that the paper is about. Sentences that `referencedDecisionImport` reads are left to it.
 */
export const toldDecisionImport: Recogniser<ProposedDecision> = {
  name: 'toldDecision',
  appliesTo: ['nationalReturn', 'goalDocument', 'reportBack', 'meetingNotes'],
  recognise(reading) {
    if (reading.form === 'slides') return { records: [], problems: [] };
    return { records: reading.blocks.flatMap((block) => toldIn(block, reading)), problems: [] };
  },
};

function toldIn(block: Reading['blocks'][number], reading: Reading): readonly Draft<ProposedDecision>[] {
  if (block.kind === 'heading') return [];
  const words = flowOf(block);
  return sentencesIn(words.text).flatMap(({ start, end }) => {
    const sentence = words.text.slice(start, end);
    if (!/beslut/u.test(sentence) || refersToDecision(sentence) || denied.test(sentence)) return [];
    const named = active.exec(sentence);
    if (!named && !passive.test(sentence)) return [];
    const span = spanOf(words, start, end);
    if (!span) return [];
    const body = named?.groups?.body?.replace(/\s+/g, ' ');
    return [
      {
        type: 'decision',
        source: span,
        confidence: named ? 0.75 : 0.6,
        rule: named ? 'decision-told-of-a-body' : 'decision-told-without-body',
        item: null,
        status: 'made',
        clauses: [sentence.replace(/\s+/g, ' ').trim()],
        ...(body && { body }),
        ...dayOf(sentence, reading),
      },
    ];
  });
}

function dayOf(sentence: string, reading: Reading): Pick<ProposedDecision, 'date' | 'precision'> {
  const found = findDates(sentence, dateReference(reading))[0];
  if (found && /beslut/u.test(sentence.slice(Math.max(0, found.start - 40), found.end + 40)))
    return { date: found.date, precision: found.precision };
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(sentence);
  if (year && /(?:tog|fattade|beslutade|beslutat|beslut)\s*$|^\s*(?:beslut|att)/u.test(around(sentence, year.index)))
    return { date: year[0], precision: 'year' };
  if (inThisYear.test(sentence) && reading.year) return { date: String(reading.year), precision: 'year' };
  return {};
}

/** The words on both sides of a year, with the year taken out: "tog  beslut". */
function around(sentence: string, at: number): string {
  return (
    sentence
      .slice(at + 4)
      .trimStart()
      .slice(0, 8) || sentence.slice(0, at).trimEnd().slice(-10)
  );
}

/** Sentences end at a full stop that a capital follows; OCR may have read the stop as a comma. */
function sentencesIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  const ends = [...text.matchAll(/[.!?]\s+(?=\p{Lu})/gu)].map((match) => match.index + 1);
  return [...ends, text.length].map((end, index) => {
    const from = ends[index - 1] ?? 0;
    const start = from + (text.slice(from, end).length - text.slice(from, end).trimStart().length);
    return { start, end };
  });
}
