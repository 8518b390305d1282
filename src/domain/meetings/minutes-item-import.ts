import { around } from '../../documents/tree/passage.ts';
import { type Draft, type Reading, type Recogniser, spanOfLines } from '../../documents/tree/recognise.ts';
import type { ProposedAgendaItem } from './agenda-import.ts';
import type { ItemCategory } from './agenda-item.ts';
import { decidedSentences } from './decided-sentences.ts';
import { type MinutesItem, minutesItems, textOfItem } from './minutes-items.ts';

const formalTitle =
  /^(?:inledning|öppnande|mötets? öppn|upprop|(?:dagens |godkännande av )?(?:agenda|dagordning|föredragningslista)|justering|val av|föregående|mötestider|sammanträdes(?:dagar|datum|tider)|avtackning|kort utvärdering|utvärdering|avslut|mötets? avslut|nästa möte)/iu;
const informationTitle = /^(?:information|rapport|lägesrapport|aktuellt|presentation|återkoppling)(?!\p{Ll})/iu;

/** Reads the items of minutes: number, title, who presented, and what was written, with the parts that have headings of their own. */
export const minutesItemImport: Recogniser<ProposedAgendaItem> = {
  name: 'minutesItem',
  appliesTo: ['minutes'],
  recognise(reading) {
    const items = minutesItems(reading);
    return { records: items.map((item) => recordOf(item, items.length, reading)), problems: [] };
  },
};

function recordOf(item: MinutesItem, count: number, reading: Reading): Draft<ProposedAgendaItem> {
  const summary = textOfItem(item);
  const below = item.lines.slice(item.headLines.length);
  const sections = item.parts.flatMap(({ title, presenters }) => (title ? [{ title: title.text, presenters }] : []));
  return {
    type: 'agendaItem',
    source: spanOfLines(item.headLines),
    ...(below.length > 0 && { alsoAt: below.map((line) => around([line.span])) }),
    confidence: count >= 3 ? 0.95 : 0.7,
    rule: 'minutes-item-numbered',
    number: item.number,
    title: item.title,
    presenters: item.presenters,
    category: categoryOf(item, reading),
    ...(summary && { summary }),
    documents: [],
    points: [],
    ...(sections.length > 0 && { sections }),
  };
}

function categoryOf(item: MinutesItem, reading: Reading): ItemCategory {
  if (formalTitle.test(item.title)) return 'formal';
  if (decidedSentences(item, reading).length > 0) return 'decision';
  const told =
    item.presenters.length > 0 || /(?<!\p{L})(?:redovisning|presentera|informera|bilder)/iu.test(textOfItem(item));
  return informationTitle.test(item.title) || told ? 'information' : 'other';
}
