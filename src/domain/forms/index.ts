export * from './form-return.ts';
export * from './form-return-reader.ts';
export { type ProposedQuestion, questionImport } from './question-import.ts';
export { type AnswerReading, answerReadings, questionKinds } from './question-kinds.ts';
export type { Dependency, QuestionCondition } from './question-texts.ts';
export * from './record-form-answer.ts';
export { regionIn } from './region-names.ts';
export { returnIndicatorImport } from './return-indicator-import.ts';
