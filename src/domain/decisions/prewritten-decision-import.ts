import {
  type Draft,
  type PlacedLine,
  type Reading,
  type Recogniser,
  spanOfLines,
} from '../../documents/tree/recognise.ts';
import { agendaSections } from '../meetings/index.ts';
import type { ProposedDecision } from './decision-import.ts';

/** The body stated before the clauses: "Regionstyrelsen beslutar". */
const bodyDecides =
  /^(?<body>\p{Lu}[\p{L}\s-]{2,60}?(?:nämnden|styrelsen|fullmäktige|utskottet|beredningen)) (?:föreslås )?(?:besluta|beslutar)(?: att)?\s*:?$/u;
/** What is decided, as an infinitive or with "att": "godkänna den utsända listan." */
const infinitive =
  /^(?:att\s+)?(?:anse|anta|avslå|bevilja|bifalla|bordlägga|fastställa|föreslå|ge|godkänna|lägga|lämna|notera|remittera|tillstyrka|uppdra|utse|välja|återremittera|överlämna|översända)(?!\p{L})/u;
/** What is decided, as a sentence: "Listan fastställs.", "A Bsson utses att …", "Nästa sammanträde ska äga rum den …". */
const sentence =
  /(?<!\p{L})(?:\p{L}+(?:ställs|känns|läggs|slås|stryks|viljas)|antas|utses|väljs|noteras|antecknas|läggs till handlingarna|ska äga rum|ges i uppdrag|får i uppdrag)(?!\p{L})/u;

/**
 * Reads decisions that a list of items has written out beforehand: numbered sentences or infinitives right under the title of the item, without
 * the heading "Förslag till beslut". They are proposals until the meeting has been held.
 */
export const prewrittenDecisionImport: Recogniser<ProposedDecision> = {
  name: 'prewrittenDecision',
  appliesTo: ['notice'],
  recognise(reading) {
    const records = agendaSections(reading).flatMap(({ number, lines }) => prewrittenIn(lines, number, reading) ?? []);
    return { records, problems: [] };
  },
};

function prewrittenIn(
  lines: readonly PlacedLine[],
  item: number,
  reading: Reading,
): Draft<ProposedDecision> | undefined {
  if (lines.some((line) => /^förslag till beslut/iu.test(line.words.text))) return undefined;
  const intro = lines[0] && bodyDecides.exec(lines[0].words.text);
  const used: PlacedLine[] = [];
  const clauses: string[] = [];
  for (const line of lines.slice(intro ? 1 : 0)) {
    const { marker } = line;
    const text = line.words.text.trim();
    const last = clauses.at(-1);
    if (
      marker ? marker.kind === 'number' && marker.number === clauses.length + 1 && decides(text) : infinitive.test(text)
    )
      clauses.push(text);
    else if (last && !marker && !line.firstOfBlock && !/[.!?:]$/u.test(last))
      clauses[clauses.length - 1] = `${last} ${text}`;
    else break;
    used.push(line);
  }
  if (clauses.length === 0) return undefined;
  const body = intro?.groups?.body ?? reading.body;
  return {
    type: 'decision',
    source: spanOfLines([...(intro ? [lines[0]!] : []), ...used]),
    confidence: intro ? 0.9 : 0.8,
    rule: 'decision-written-beforehand',
    item,
    status: 'proposed',
    clauses,
    ...(body && { body }),
    ...(reading.date && { date: reading.date }),
  };
}

const decides = (text: string) => infinitive.test(text) || sentence.test(text);
