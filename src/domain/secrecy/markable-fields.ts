import type { Localized } from '../../kernel/language.ts';

/**
 * The fields that can be marked secret by themselves, by noun and field: where the text lies, and what the field is called. They hold running text in
 * which a person can be told of. A matter has a protected title of its own; what is frozen (adjusted minutes, approved reports, sent notices) is not
 * changed by a mark, but inherits the level of what it was made from.
 */
export const markableFields = {
  document: {
    table: 'document',
    label: { sv: 'Handling', en: 'Document' },
    fields: {
      title: { column: 'title', label: { sv: 'titeln', en: 'the title' } },
      sourceText: { column: 'source_text', label: { sv: 'den lästa texten', en: 'the text that was read' } },
      file: { column: null, label: { sv: 'hela handlingen med fil', en: 'the whole document with its file' } },
    },
  },
  agendaItem: {
    table: 'agenda_item',
    label: { sv: 'Ärendepunkt', en: 'Agenda item' },
    fields: {
      title: { column: 'title', label: { sv: 'rubriken', en: 'the heading' } },
      summary: { column: 'summary', label: { sv: 'beskrivningen', en: 'the description' } },
    },
  },
  decision: {
    table: 'decision',
    label: { sv: 'Beslut', en: 'Decision' },
    fields: {
      title: { column: 'title', label: { sv: 'rubriken', en: 'the heading' } },
      note: { column: 'note', label: { sv: 'anmärkningen', en: 'the note' } },
    },
  },
  decisionClause: {
    table: 'decision_clause',
    label: { sv: 'Att-sats', en: 'Clause' },
    fields: { clause: { column: 'clause', label: { sv: 'att-satsen', en: 'the clause' } } },
  },
  assignment: {
    table: 'assignment',
    label: { sv: 'Uppdrag', en: 'Assignment' },
    fields: {
      title: { column: 'title', label: { sv: 'rubriken', en: 'the title' } },
      fullText: { column: 'full_text', label: { sv: 'texten', en: 'the text' } },
    },
  },
  decisionTask: {
    table: 'decision_task',
    label: { sv: 'Uppgift ur beslut', en: 'Task of a decision' },
    fields: { task: { column: 'task', label: { sv: 'uppgiften', en: 'the task' } } },
  },
} as const satisfies Record<string, MarkableNounRow>;

type MarkableNounRow = {
  readonly table: string;
  readonly label: Localized;
  /** `column` is null where the mark is of the record as a whole, and no single text is moved. */
  readonly fields: Readonly<Record<string, { readonly column: string | null; readonly label: Localized }>>;
};

export type MarkableNoun = keyof typeof markableFields;
export type MarkableField = { readonly table: string; readonly column: string | null; readonly label: Localized };

/** The field that a mark names; undefined when nothing such can be marked. */
export function markableField(noun: string, field: string): MarkableField | undefined {
  if (!isMarkableNoun(noun)) return undefined;
  const { table, fields }: MarkableNounRow = markableFields[noun];
  const found = Object.hasOwn(fields, field) ? fields[field] : undefined;
  return found && { table, ...found };
}

/** Whether records of a noun can have marks on their fields. */
export function isMarkableNoun(noun: string): noun is MarkableNoun {
  return Object.hasOwn(markableFields, noun);
}
