/** The door of work: what each person has to do, gathered from all nouns, and what they arrange around it. */
export {
  type AnswerDelegation,
  answerDelegation,
  type DelegateWork,
  delegateWork,
  receiversFor,
} from './delegate-work.ts';
export * from './delegation-transitions.ts';
export { endFinishedWork, type FinishedWork, finishedWork } from './end-finished-work.ts';
export { type DueWorkLetter, dueWorkLetters, postWorkLetter } from './post-work-letters.ts';
export { type RestWork, restProblems, restWork, wakeWork } from './rest-work.ts';
export { type SaveWorkSetting, saveWorkSetting, workSettingOf } from './save-work-setting.ts';
export * from './work.ts';
export * from './work-kinds.ts';
export * from './work-letter.ts';
export { findWork, workOf } from './work-reader.ts';
export * from './work-setting.ts';
