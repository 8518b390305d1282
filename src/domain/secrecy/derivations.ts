/**
 * What is made of what: a row says that records of `derived` are made of records of `source`, and where the register keeps the tie. What is derived is at
 * least as secret as each of its sources, and their sources in turn. A noun that can be a source and is missing here would leak by being forgotten, so
 * new things that quote, gather or print others get a row. A source of any noun is told by a column (`sourceNounColumn`).
 */
type Derivation = {
  readonly derived: string;
  readonly source: string;
  readonly table: string;
  readonly derivedColumn: string;
  readonly sourceColumn: string;
  /** The column that names the noun of the source, where one table ties to many; the row then counts where it holds `source`. */
  readonly sourceNounColumn?: string;
  /** Asked through another table: `table.via[0]` equals `via.table.via[1]`, and the derived column is that table's. */
  readonly via?: { readonly table: string; readonly from: string; readonly to: string };
};

/** The nouns that evidence and settled passages may point at. */
const evidenceNouns = ['agendaItem', 'decision', 'meeting', 'assessment', 'sourcePassage'] as const;
/** The nouns that are let out to other authorities as snapshots. */
const releasedNouns = [
  'document',
  'agendaItem',
  'meeting',
  'minutes',
  'decision',
  'assignment',
  'report',
  'consultation',
  'agreement',
] as const;

/** The nouns that a package for an archive is made of. */
const packedNouns = ['matter', 'minutes', 'report'] as const;

export const derivations: readonly Derivation[] = [
  tie('document', 'matter', 'document', 'id', 'matter_id'),
  tie('sourcePassage', 'document', 'source_passage', 'id', 'document_id'),
  tie('intakeFile', 'document', 'intake_file', 'id', 'document_id'),
  tie('agendaItem', 'matter', 'agenda_item', 'id', 'matter_id'),
  // What minutes tell of an item is told by its decisions too.
  tie('minutesSection', 'agendaItem', 'agenda_item', 'id', 'id'),
  tie('minutesSection', 'decision', 'decision', 'agenda_item_id', 'id'),
  tie('meeting', 'agendaItem', 'agenda_item', 'meeting_id', 'id'),
  tie('memo', 'agendaItem', 'memo', 'id', 'agenda_item_id'),
  tie('agendaVersion', 'meeting', 'agenda_version', 'id', 'meeting_id'),
  // The papers of a meeting: the agenda with every document that goes with an item.
  tie('meetingPapers', 'meeting', 'meeting', 'id', 'id'),
  {
    ...tie('meetingPapers', 'document', 'agenda_item_document', 'meeting_id', 'document_id'),
    via: { table: 'agenda_item', from: 'agenda_item_id', to: 'id' },
  },
  tie('decision', 'agendaItem', 'decision', 'id', 'agenda_item_id'),
  tie('decision', 'decisionClause', 'decision_clause', 'decision_id', 'id'),
  tie('decisionTask', 'decision', 'decision_task', 'id', 'decision_id'),
  {
    ...tie('minutes', 'minutesSection', 'agenda_item', 'id', 'id'),
    via: { table: 'minutes', from: 'meeting_id', to: 'meeting_id' },
  },
  tie('dispatch', 'minutesSection', 'dispatch', 'id', 'agenda_item_id'),
  tie('boardNotice', 'meeting', 'board_notice', 'id', 'meeting_id'),
  tie('assessment', 'assignment', 'assessment', 'id', 'assignment_id'),
  tie('assignmentPosition', 'assignment', 'assignment_position', 'id', 'assignment_id'),
  tie('reportEntry', 'assignment', 'report_entry', 'id', 'assignment_id'),
  tie('reportEntry', 'assessment', 'report_entry', 'id', 'quoted_assessment_id'),
  ...evidenceNouns.map((noun) => ({
    ...tie('reportEntry', noun, 'evidence', 'report_entry_id', 'source_id'),
    sourceNounColumn: 'source_noun',
  })),
  tie('report', 'reportEntry', 'report_entry', 'report_id', 'id'),
  tie('report', 'document', 'report_annex', 'report_id', 'document_id'),
  tie('budgetInput', 'matter', 'budget_input', 'id', 'matter_id'),
  tie('budgetInputPoint', 'budgetInput', 'budget_input_point', 'id', 'budget_input_id'),
  tie('consultation', 'consultationResponse', 'consultation_response', 'consultation_id', 'id'),
  tie('consultation', 'document', 'consultation_document', 'consultation_id', 'document_id'),
  tie('disclosureRequest', 'matter', 'disclosure_request', 'id', 'matter_id'),
  tie('disclosureRequest', 'document', 'disclosure_document', 'disclosure_request_id', 'document_id'),
  tie('agreement', 'document', 'agreement_version', 'agreement_id', 'document_id'),
  tie('agreement', 'document', 'agreement_decision', 'agreement_id', 'document_id'),
  tie('agreement', 'decision', 'agreement_decision', 'agreement_id', 'decision_id'),
  tie('nationalReport', 'document', 'national_report_attachment', 'report_id', 'document_id'),
  tie('project', 'agendaItem', 'project_phase', 'project_id', 'agenda_item_id'),
  ...packedNouns.map((noun) => ({
    ...tie('archivePackage', noun, 'archive_package_item', 'archive_package_id', 'record_id'),
    sourceNounColumn: 'noun',
  })),
  ...releasedNouns.map((noun) => ({
    ...tie('release', noun, 'release', 'id', 'record_id'),
    sourceNounColumn: 'noun',
  })),
];

function tie(derived: string, source: string, table: string, derivedColumn: string, sourceColumn: string): Derivation {
  return { derived, source, table, derivedColumn, sourceColumn };
}

/** The tables whose rows have a level of their own, by noun. */
export const ownLevels = {
  matter: 'matter',
  document: 'document',
  consultationResponse: 'consultation_response',
} as const satisfies Readonly<Record<string, string>>;
