import { capitalised, linesOf, type Reading } from '../../../documents/tree/recognise.ts';
import type { SourceBlock, SourceDocument } from '../../../documents/tree/source.ts';
import { findRegistrationNumbers } from '../../../kernel/registration-number.ts';
import { firstDate } from '../../../kernel/swedish-dates.ts';
import { regionIn } from '../../forms/index.ts';
import type { PartStart } from '../document-kinds.ts';
import { haveMinutesForm, minutesFacts } from './minutes-facts.ts';

/** Makes a reading of a part: its blocks, and the facts its head states about body, day, year and matter. */
export function readingOf(source: SourceDocument, start: PartStart, blocks: readonly SourceBlock[]): Reading {
  const span = { start: blocks[0]?.span.start ?? 0, end: blocks.at(-1)?.span.end ?? 0 };
  const contents = source.contents.filter((entry) => entry.span.start >= span.start && entry.span.end <= span.end);
  const head = linesOf(blocks.slice(0, 24)).map((line) => line.words.text);
  const labelled = (label: RegExp) => {
    const index = head.findIndex((line) => label.test(line));
    if (index < 0) return undefined;
    return head[index]!.replace(label, '').trim() || head[index + 1];
  };
  const inParagraphs =
    start.kind === 'minutes' && haveMinutesForm(blocks, 2) ? minutesFacts(source, blocks) : undefined;
  const date =
    inParagraphs?.date ??
    firstDate(labelled(/^(?:sammanträdesdatum|datum)\s*:?\s*/iu) ?? '')?.date ??
    (start.kind === 'minutes' || start.kind === 'notice'
      ? firstDate(labelled(/^(?:tid|tidpunkt|mötesdatum|när|tid och plats)(?:\s*:\s*|\s{2,})/iu) ?? '')?.date
      : undefined) ??
    (start.kind === 'notice' ? undefined : coverDate(head));
  const body = inParagraphs?.body ?? bodyOf(start, head, labelled);
  const year = yearOf(start, head);
  const diaryNumber = findRegistrationNumbers(labelled(/^(?:dnr|diarienummer|beteckning)\s*:?\s*/iu) ?? '')[0]?.text;
  return {
    kind: start.kind,
    title: start.title,
    blocks,
    contents,
    text: source.text,
    ...(start.form && { form: start.form }),
    ...(body && { body }),
    ...(date && { date }),
    ...(year && { year }),
    // The numbers in a notice belong to its items.
    ...(diaryNumber && start.kind !== 'notice' && { diaryNumber }),
  };
}

const bodyForm =
  /^(?<name>(?:hälso- och sjukvårdsnämndens )?beredning(?:en)? för .+|\p{L}[\p{L}\s-]*(?:nämnden|styrelsen|fullmäktige)|chefsgrupp\p{L}* .+)$/iu;

/** "Protokoll Chefsgrupp för …", "Protokoll från styrgruppen för … 2023-02-10": minutes whose title names the body. */
const minutesTitle =
  /^(?:sammanträdes|mötes)?protokoll[\s:,–-]+(?:från |fört vid |möte med |för )*(?<name>\p{L}*(?:grupp|råd|utskott|nämnd|styrels|beredning|kommitt|förbund)\p{L}*(?!\p{L})[^\d]*?)[\s,:–-]*(?:(?:den )?\d.*)?$/iu;

function bodyOf(
  start: PartStart,
  head: readonly string[],
  labelled: (label: RegExp) => string | undefined,
): string | undefined {
  const stated =
    (start.kind === 'notice' ? labelled(/^sammanträde med\s*:?\s*/iu) : undefined) ??
    labelled(/^organ(?:\s*:\s*|\s{2,}|$)/iu);
  if (stated) return stated;
  const answering = start.kind === 'nationalReturn' ? regionIn(start.title) : undefined;
  if (answering) return answering;
  if (start.kind === 'minutes') {
    const inMinutes = minutesTitle.exec(start.title)?.groups?.name;
    if (inMinutes) return capitalised(inMinutes);
  }
  // A cover may break the name of a body over several lines, so lines that go on in small letters are joined.
  const joined = head
    .slice(0, 12)
    .filter((line) => line !== start.title)
    .reduce<string[]>((names, line) => {
      const last = names.at(-1);
      if (last && /^\p{Ll}/u.test(line) && bodyForm.test(last)) names[names.length - 1] = `${last} ${line}`;
      else names.push(line);
      return names;
    }, []);
  const inTitle = /^(?<name>beredning för [^,]+?)(?:, (?:åter)?rapportering|$)/iu.exec(start.title)?.groups?.name;
  const found =
    inTitle ??
    joined
      .map((line) => bodyForm.exec(line)?.groups?.name)
      .find((name) => name && name.length < 140 && !/(?<!\p{L})till(?!\p{L})/u.test(name));
  const fromInput = /^inspel från (?<name>beredning för .+?) till /iu.exec(start.title)?.groups?.name;
  const name = fromInput ?? found?.replace(/,\s.*$/u, '').replace(/\s+\d{4}$/u, '');
  return name && capitalised(name.trim());
}

/** The year a report or plan is about: in its title, or behind the name of the body on the cover. */
function yearOf(start: PartStart, head: readonly string[]): number | undefined {
  if (!['reportBack', 'activityPlan', 'interimReport', 'nationalReturn'].includes(start.kind)) return undefined;
  const inTitle = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(start.title)?.[1];
  const inHead = head
    .slice(0, 6)
    .map((line) => /(?:^|\s)((?:19|20)\d{2})$/.exec(line)?.[1])
    .find(Boolean);
  const year = Number(inTitle ?? inHead);
  return Number.isInteger(year) && year > 0 ? year : undefined;
}

/** A date that stands alone on a cover or title page. */
function coverDate(head: readonly string[]): string | undefined {
  const alone = head.slice(0, 12).find((line) => /^(?:uppdaterad\s+)?\d{4}-\d{2}-\d{2}$/iu.test(line));
  return alone && firstDate(alone)?.date;
}
