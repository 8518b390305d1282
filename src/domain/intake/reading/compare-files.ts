import type { ReadProblem } from '../../../documents/tree/recognise.ts';
import type { Span } from '../../../documents/tree/tree.ts';
import type { ReadResult } from '../read-records.ts';

export type ComparedFile = { readonly result: ReadResult; readonly text: string };

/** What a text says of a thing that other papers speak of too: which thing, what about it, and where. */
type Claim = { readonly subject: string; readonly says: string; readonly source: Span };

/**
 * What only shows when several files are read together. The later file is told, and nothing is corrected: an organisation with periods must
 * hold both numbers, and a name that changed is one name with a history.
 */
export function compareFiles(files: readonly ComparedFile[]): readonly ReadResult[] {
  const known = new Map<string, Claim & { readonly file: string }>();
  return files.map(({ result, text }) => {
    const claims = comparisons.flatMap(({ code, claimsIn, tell }) =>
      claimsIn(text).map((claim) => ({ ...claim, subject: `${code} ${claim.subject}`, code, tell })),
    );
    const problems = new Map<string, ReadProblem>();
    for (const { code, tell, ...claim } of claims) {
      const earlier = known.get(claim.subject);
      if (!earlier) known.set(claim.subject, { ...claim, file: result.file });
      else if (earlier.file !== result.file && earlier.says !== claim.says && !problems.has(claim.subject))
        problems.set(claim.subject, {
          code,
          message: tell(claim.says, earlier.says, earlier.file),
          source: claim.source,
        });
    }
    return problems.size > 0 ? { ...result, problems: [...result.problems, ...problems.values()] } : result;
  });
}

const comparisons: readonly {
  readonly code: string;
  readonly claimsIn: (text: string) => readonly Claim[];
  readonly tell: (here: string, there: string, file: string) => string;
}[] = [
  {
    // A board has three committees one year and four another (E-15).
    code: 'committeeCountDiffers',
    claimsIn: committeeCounts,
    tell: (here, there, file) =>
      `Här är beredningarna ${here}; i ${file} är de ${there}. Antalet kan ha ändrats mellan åren.`,
  },
  {
    // One unit, two names behind one abbreviation (E-35).
    code: 'abbreviationDiffers',
    claimsIn: abbreviations,
    tell: (here, there, file) => `Förkortningen utläses ”${here}” här och ”${there}” i ${file}.`,
  },
  {
    // One post, two names that begin and end alike (E-28).
    code: 'roleNameDiffers',
    claimsIn: roleNames,
    tell: (here, there, file) =>
      `Rollen heter ”${here}” här och ”${there}” i ${file}. Kontrollera om det är samma roll.`,
  },
];

const counts = ['en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio'];
const countForm =
  /(?<!\p{L})(?:en|ett) av (?:de )?(?<count>två|tre|fyra|fem|sex|sju|åtta|nio|tio|\d{1,2}) beredning/giu;

function committeeCounts(text: string): readonly Claim[] {
  return [...text.matchAll(countForm)].map((match) => {
    const printed = match.groups!.count!.toLocaleLowerCase('sv');
    const says = counts[Number(printed) - 1] ?? printed;
    return { subject: 'count', says, source: spanAt(text, match.index, match[0].length) };
  });
}

const abbreviationForm = /(?<words>\p{L}[\p{L}-]*\s+\p{Ll}[\p{L}-]*)\s+\((?<letters>\p{Lu}{2,6})\)/gu;

/** The two words before an abbreviation in parentheses; a capital there is a person and the letters are a party. */
function abbreviations(text: string): readonly Claim[] {
  return [...text.matchAll(abbreviationForm)].map((match) => ({
    subject: match.groups!.letters!,
    says: match.groups!.words!.replace(/\s+/g, ' ').toLocaleLowerCase('sv'),
    source: spanAt(text, match.index, match[0].length),
  }));
}

const roleForm =
  /(?<!\p{L})(?<role>(?<first>\p{L}{5})\p{Ll}{3,}s(?<last>överläkare|specialistläkare|sjuksköterska|samordnare|koordinator))(?:n|ns|rna|rnas)?(?!\p{L})/giu;

/** Long names of posts, by how they begin and what post they end in: what stands between may differ from paper to paper. */
function roleNames(text: string): readonly Claim[] {
  return [...text.matchAll(roleForm)].map((match) => {
    const { role, first, last } = match.groups!;
    const subject = `${first} ${last}`.toLocaleLowerCase('sv');
    return { subject, says: role!.toLocaleLowerCase('sv'), source: spanAt(text, match.index, match[0].length) };
  });
}

function spanAt(text: string, start: number, length: number): Span {
  return { start, end: start + length, line: text.slice(0, start).split(/\r\n|\n|\r/).length };
}
