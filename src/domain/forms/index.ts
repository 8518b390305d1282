export * from './answer-notes.ts';
export * from './answer-question.ts';
export * from './answer-value.ts';
export { answeredFormBlocks, type BesideAnswers, printedText, proseOf } from './answered-form-blocks.ts';
export * from './asked-questions.ts';
export { changesBetween, type FormChange, type FormChangeKind, formChangeKinds } from './changes-between.ts';
export {
  changeFormDraft,
  changeFormYear,
  editFormDraft,
  publishFormVersion,
  renameForm,
  takeBackFormVersion,
} from './edit/change-form-draft.ts';
export { codesOf, edited, type FormEdit, type FormLevel, formLevels } from './edit/edit-structure.ts';
export { makeNextVersion } from './edit/make-next-version.ts';
export { dependentsOf } from './edit/rename-question.ts';
export { type FormFile, formFileSchema, formFileText, type ReadForm, readFormFile } from './exchange/form-file.ts';
export { formStructureShape } from './exchange/form-structure-shape.ts';
export { formTable } from './exchange/form-table.ts';
export { importForm } from './exchange/import-form.ts';
export { exportedAnswers } from './exported-answers.ts';
export * from './form.ts';
export { printedNumber, printedOption, printedPeriod } from './form-print.ts';
export * from './form-response.ts';
export * from './form-response-reader.ts';
export * from './form-structure.ts';
export * from './form-version-reader.ts';
export {
  type FormVersionAction,
  formVersionStateAfter,
  formVersionTransitions,
  mayFormVersion,
} from './form-version-transitions.ts';
export { freezeFormResponse } from './freeze-form-response.ts';
export { type FaultWeight, faultWeights } from './lint/fault-row.ts';
export {
  type FormFault,
  type FormFaultKind,
  type FormPlace,
  faultSentences,
  formFaults,
  stopsPublishing,
} from './lint/form-faults.ts';
export { isCode } from './lint/lint-codes.ts';
export { lintForm } from './lint/lint-form.ts';
export { type MakeForm, makeForm } from './make-form.ts';
export { type MisplacedReference, misplacedReferences, type WrittenQuestion } from './misplaced-references.ts';
export { type ProposedQuestion, questionImport } from './question-import.ts';
export { type AnswerReading, answerReadings, questionKinds } from './question-kinds.ts';
export type { Dependency, QuestionCondition } from './question-texts.ts';
export { regionIn } from './region-names.ts';
export { returnIndicatorImport } from './return-indicator-import.ts';
export { nationalReturn2024 } from './shipped/national-return-2024.ts';
export { nationalReturn2025 } from './shipped/national-return-2025.ts';
export * from './shipped/shipped-forms.ts';
export { type TakenInForm, takeInShippedForm } from './shipped/take-in-shipped-form.ts';
