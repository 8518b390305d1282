import { spanOf } from '../../../../documents/tree/passage.ts';
import { linesOf, type PlacedLine, type ReadProblem } from '../../../../documents/tree/recognise.ts';
import { firstDate } from '../../../../kernel/swedish-dates.ts';
import type { Check } from './check-bundle.ts';

/** A document whose cover and title page carry different dates (E-07), and one that is still stamped as a draft (E-08). */
export const versionProblems: Check = (readings) =>
  readings.flatMap((reading) => {
    const lines = linesOf(reading.blocks);
    const dated = lines.slice(0, 16).flatMap((line) => {
      const date = /^(?:uppdaterad\s+|version\s+)?\d{4}-\d{2}-\d{2}$/iu.test(line.words.text)
        ? firstDate(line.words.text)?.date
        : undefined;
      return date ? [{ date, line }] : [];
    });
    const [first, ...others] = dated;
    const differing = others.find((other) => other.date !== first?.date);
    const stamp = lines.find((line) => /^utkast$/iu.test(line.words.text));
    const problems: ReadProblem[] = [];
    if (first && differing && reading.kind === 'activityPlan')
      problems.push({
        code: 'versionDatesDiffer',
        message: `”${reading.title}” är daterad ${first.date} på omslaget och ${differing.date} på titelsidan.`,
        source: differing.line.span,
      });
    if (stamp) problems.push(draftProblem(reading.title, reading.year, first?.date, stamp));
    return problems;
  });

function draftProblem(
  title: string,
  year: number | undefined,
  date: string | undefined,
  stamp: PlacedLine,
): ReadProblem {
  const running = year !== undefined && date?.startsWith(String(year));
  const message = running
    ? `”${title}” är märkt UTKAST, trots att planåret ${year} pågick när den daterades (${date}).`
    : `”${title}” är märkt UTKAST: innehållet är inte antaget.`;
  return { code: 'draftState', message, source: spanOf(stamp.words) };
}
