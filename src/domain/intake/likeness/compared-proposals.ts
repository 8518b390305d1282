import type { ComparedKind, ComparedParagraph, ComparedRecord } from './compared-record.ts';

/** What is looked at of a proposal: a file under review and the reader's own answer have it both. */
export type ProposedFields = {
  readonly id: string;
  readonly type: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The name of the part of the document that it was read in. */
  readonly within?: { readonly title: string; readonly kind: string };
};

/** The records that the proposals of one document name, each with its texts. `group` names the document. */
export function comparedProposals(proposals: readonly ProposedFields[], group: string): readonly ComparedRecord[] {
  return [
    ...wholes(proposals, group),
    ...proposals.flatMap((proposal) => comparedProposal(proposal, proposals, group)),
  ];
}

function comparedProposal(
  proposal: ProposedFields,
  proposals: readonly ProposedFields[],
  group: string,
): readonly ComparedRecord[] {
  const shape = shapes[proposal.type];
  if (!shape) return [];
  const { kind, label, own, told } = shape;
  const { fields } = proposal;
  const paragraphs = [
    ...paragraphsOf(own(fields), true),
    ...paragraphsOf([...(told?.(fields) ?? []), ...reported(proposal, proposals)], false),
  ];
  if (paragraphs.length === 0) return [];
  const under = typeof fields.heading === 'string' ? { under: fields.heading } : {};
  return [{ id: proposal.id, kind, group, label: shortened(label(fields)), paragraphs, ...under }];
}

/** The record that some proposals lie in: a return by its questions, a goal document by its goals. It has the id of the first of them, and its kind. */
function wholes(proposals: readonly ProposedFields[], group: string): readonly ComparedRecord[] {
  return wholeKinds.flatMap(({ kind, of, told }) => {
    const parts = proposals.filter(({ type, within }) => type === of && within?.title);
    return [...Map.groupBy(parts, ({ within }) => within!.title)].map(([title, [first, ...others]]) => ({
      id: `${kind} ${first!.id}`,
      kind,
      group,
      label: shortened(title),
      paragraphs: paragraphsOf([title, ...[first!, ...others].flatMap(({ fields }) => told(fields))], true),
    }));
  });
}

const wholeKinds: readonly {
  readonly kind: ComparedKind;
  readonly of: string;
  readonly told: (fields: Fields) => readonly unknown[];
}[] = [
  { kind: 'formReturn', of: 'question', told: () => [] },
  { kind: 'goalDocument', of: 'goal', told: ({ heading, text }) => [heading, text] },
];

type Fields = ProposedFields['fields'];
type Shape = {
  readonly kind: ComparedKind;
  readonly label: (fields: Fields) => string;
  readonly own: (fields: Fields) => readonly unknown[];
  readonly told?: (fields: Fields) => readonly unknown[];
};

const shapes: Readonly<Record<string, Shape>> = {
  assignment: {
    kind: 'assignment',
    label: ({ year, number, text }) => `${number ? `${year}:${number}` : year} ${text}`,
    own: ({ text }) => [text],
  },
  agendaItem: {
    kind: 'agendaItem',
    label: ({ number, title }) => `§ ${number} ${title}`,
    own: ({ title }) => [title],
    told: ({ summary }) => [summary],
  },
  meetingDate: { kind: 'meeting', label: ({ date, note }) => `${date} ${note}`, own: ({ note }) => [note] },
  decision: { kind: 'decision', label: ({ clauses }) => words(clauses), own: ({ clauses }) => [clauses] },
  question: {
    kind: 'question',
    label: ({ number, text }) => `Fråga ${number} ${text}`,
    own: ({ text }) => [text],
    told: ({ answer, comment, rows }) => [answer, comment, ...(Array.isArray(rows) ? rows.flatMap(rowTexts) : [])],
  },
  budgetInputPoint: {
    kind: 'budgetInputPoint',
    label: ({ number, text }) => `Inspel ${number} ${text}`,
    own: ({ text }) => [text],
  },
  focusArea: { kind: 'focusArea', label: ({ text }) => `Fokusområde ${text}`, own: ({ text }) => [text] },
  planPoint: {
    kind: 'planPoint',
    label: ({ text }) => String(text),
    own: ({ text }) => [text],
    told: ({ details }) => [details],
  },
  agreement: {
    kind: 'agreement',
    label: ({ name }) => String(name),
    own: ({ name }) => [name],
    told: ({ changes }) => [changes],
  },
  commission: { kind: 'commission', label: ({ what }) => String(what), own: ({ what }) => [what] },
  deliverable: { kind: 'deliverable', label: ({ what }) => String(what), own: ({ what, project }) => [what, project] },
  project: { kind: 'project', label: ({ name }) => String(name), own: ({ name, aliases }) => [name, aliases] },
  goal: {
    kind: 'goal',
    label: ({ heading }) => String(heading),
    own: ({ heading }) => [heading],
    told: ({ text }) => [text],
  },
};

function rowTexts(row: Readonly<Record<string, unknown>>): readonly unknown[] {
  return [`${row.label ?? ''} ${row.comment ?? ''}`];
}

/** What the same document reports about an assignment: the answer and what it quotes. */
function reported({ type, fields }: ProposedFields, proposals: readonly ProposedFields[]): readonly unknown[] {
  if (type !== 'assignment') return [];
  const folded = (text: unknown) =>
    words(text)
      .toLocaleLowerCase('sv')
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim();
  return proposals
    .filter(
      (one) =>
        one.type === 'reportEntry' &&
        one.fields.year === fields.year &&
        (fields.number
          ? one.fields.number === fields.number
          : !one.fields.number && folded(one.fields.assignmentText) === folded(fields.text)),
    )
    .flatMap(({ fields: { answer, quote } }) => [answer, quote]);
}

/** Texts as paragraphs, one a line, a list with the line that introduces it; what is shorter than a word of matter is none. */
export function paragraphsOf(texts: readonly unknown[], own: boolean): readonly ComparedParagraph[] {
  return texts
    .flat()
    .flatMap((text) => (typeof text === 'string' ? text.split(/\n(?!\s*[-–•] )/u) : []))
    .filter((text) => text.trim().length >= 5)
    .map((text) => ({ text, own }));
}

function words(value: unknown): string {
  return Array.isArray(value) ? value.join('; ') : typeof value === 'string' ? value : '';
}

/** A label for a list: what is longer ends with an ellipsis at a word. */
export function shortened(label: string): string {
  const line = label.replace(/\s+/g, ' ').trim();
  return line.length <= 80 ? line : `${line.slice(0, line.lastIndexOf(' ', 78))} …`;
}
