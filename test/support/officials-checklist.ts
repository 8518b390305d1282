import type { OfficialsPaper } from './officials-seed.ts';

/** One thing that the minutes must say, in the order of the paper. */
export type Point = { readonly name: string; readonly words: string };

/**
 * Everything that seed 003 prints, as a list made by hand of what stands where: head, attendance, headings, presenters, each paragraph and list row,
 * reports, endorsements, decisions, slides and the calendar. Only the words are read from the paper.
 */
export function pointsOf(paper: OfficialsPaper): readonly Point[] {
  const head = [
    { name: 'title', words: `Protokoll ${paper.body}` },
    { name: 'day', words: longDate(paper.heldOn) },
    { name: 'place', words: paper.place },
    { name: 'label of the secretary', words: 'Sekreterare' },
    { name: 'secretary', words: paper.secretary },
    { name: 'heading of the attendance', words: 'Närvarande' },
  ];
  const people = paper.people.flatMap(({ name, organisation, role }, index) => [
    { name: `person ${index + 1}`, words: name },
    { name: `organisation of person ${index + 1}`, words: organisation ?? '' },
    ...(role ? [{ name: `role of person ${index + 1}`, words: role }] : []),
  ]);
  const items = paper.items.flatMap((item) => {
    const at = `item ${item.number}`;
    const numbered = (kind: string, lines: readonly string[]) =>
      lines.map((line, index) => ({ name: `${at}, ${kind} ${index + 1}`, words: line.replace(/^- /u, '') }));
    return [
      { name: `${at}, heading`, words: `${item.number}. ${item.title}` },
      ...(item.presenters.length > 0
        ? [{ name: `${at}, presenters`, words: `${listed(item.presenters)} föredrog ärendet` }]
        : []),
      ...numbered('text', item.text),
      ...numbered(
        'report',
        item.reports.map(({ subGroup, reporter, report }) => `${subGroup}: ${reporter} rapporterade. ${report}`),
      ),
      ...(item.endorsedBy
        ? [{ name: `${at}, endorsement`, words: `${item.endorsedBy} har ställt sig bakom förslaget.` }]
        : []),
      ...(item.sentence ? [{ name: `${at}, decision`, words: item.sentence }] : []),
      ...(item.clause ? [{ name: `${at}, clause`, words: item.clause }] : []),
      ...(item.slidesIn ? [{ name: `${at}, slides`, words: `De bilder som visades finns i ${item.slidesIn}.` }] : []),
    ];
  });
  const summary = paper.items.flatMap(({ number, sentence, clause }) =>
    (sentence ?? clause)
      ? [{ name: `item ${number}, in the summary of decisions`, words: sentence ?? clause ?? '' }]
      : [],
  );
  const days = paper.days.flatMap(({ date, endDate, mode, note }, index) => [
    { name: `meeting ${index + 1}`, words: dayOf(date, endDate) },
    ...(note ? [{ name: `note of meeting ${index + 1}`, words: note }] : []),
    ...(!note && mode
      ? [{ name: `form of meeting ${index + 1}`, words: mode === 'digital' ? 'digitalt' : 'fysiskt' }]
      : []),
  ]);
  return [
    ...head,
    ...people,
    ...items,
    { name: 'heading of the summary', words: 'Sammanfattning av beslut' },
    ...summary,
    ...days,
  ];
}

/** The points that are not said after the one before them: an empty list is a document that says everything in its order. */
export function unsaid(words: string, points: readonly Point[]): readonly string[] {
  const told = plain(words);
  let at = 0;
  return points.flatMap(({ name, words: wanted }) => {
    const found = told.indexOf(plain(wanted), at);
    if (found < 0) return [`${name}: ${wanted}`];
    at = found + plain(wanted).length;
    return [];
  });
}

/** Without spaces: a page breaks lines where a file does not, and a PDF where neither does. */
function plain(words: string): string {
  return words.normalize('NFC').replace(/[\s\u00ad]+/gu, '');
}

const months = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');

function longDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}

/** "30–31 mars 2023" for a meeting of two days. */
function dayOf(date: string, endDate: string | null): string {
  return endDate ? `${Number(date.slice(8))}–${longDate(endDate)}` : longDate(date);
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} och ${names.at(-1)}`;
}
