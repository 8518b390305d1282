/** A paragraph of a record; `own` when it says what the record is, not what was told of it: its heading, the text of an assignment, a question. */
export type ComparedParagraph = { readonly text: string; readonly own: boolean };

/** The nouns and kinds of records that are compared; a return and a goal document are compared by their names. */
export type ComparedKind =
  | 'assignment'
  | 'agendaItem'
  | 'meeting'
  | 'decision'
  | 'question'
  | 'budgetInputPoint'
  | 'focusArea'
  | 'planPoint'
  | 'agreement'
  | 'commission'
  | 'deliverable'
  | 'project'
  | 'goal'
  | 'goalDocument'
  | 'formReturn';

/** A record of the register, or a proposal that waits to become one, with what is compared of it. */
export type ComparedRecord = {
  readonly id: string;
  readonly kind: ComparedKind;
  /** The document, meeting, plan or return that it belongs to: what stands together is not told to belong together again. */
  readonly group: string;
  readonly label: string;
  readonly paragraphs: readonly ComparedParagraph[];
  /** The heading that it stands under in its plan. */
  readonly under?: string;
};
