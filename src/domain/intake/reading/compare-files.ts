import type { ReadProblem } from '../../../documents/tree/recognise.ts';
import type { ReadResult } from '../read-records.ts';

export type ComparedFile = { readonly result: ReadResult; readonly text: string };

const counts: Readonly<Record<string, number>> = { två: 2, tre: 3, fyra: 4, fem: 5, sex: 6, sju: 7, åtta: 8 };
const countForm =
  /(?<!\p{L})ett? av (?:de )?(?<count>två|tre|fyra|fem|sex|sju|åtta|\d{1,2}) beredning|(?<!\p{L})en av (?:de )?(?<other>två|tre|fyra|fem|sex|sju|åtta|\d{1,2}) beredning/giu;

/**
 * What only shows when several files are read together: how many committees a board has, which changes over the years (E-15). The later file
 * is told, because an organisation with periods must hold both numbers.
 */
export function compareFiles(files: readonly ComparedFile[]): readonly ReadResult[] {
  const first = files.flatMap(({ result, text }) =>
    committeeCounts(text)
      .slice(0, 1)
      .map((claim) => ({ ...claim, file: result.file })),
  )[0];
  return files.map(({ result, text }) => {
    const differing = committeeCounts(text).find(
      (claim) => first && claim.count !== first.count && result.file !== first.file,
    );
    if (!differing || !first) return result;
    const problem: ReadProblem = {
      code: 'committeeCountDiffers',
      message: `Här är beredningarna ${differing.count}; i ${first.file} är de ${first.count}. Antalet kan ha ändrats mellan åren.`,
      source: differing.source,
    };
    return { ...result, problems: [...result.problems, problem] };
  });
}

function committeeCounts(text: string) {
  return [...text.matchAll(countForm)].map((match) => {
    const word = (match.groups!.count ?? match.groups!.other)!.toLocaleLowerCase('sv');
    const source = {
      start: match.index,
      end: match.index + match[0].length,
      line: text.slice(0, match.index).split(/\r\n|\n|\r/).length,
    };
    return { count: counts[word] ?? Number(word), source };
  });
}
