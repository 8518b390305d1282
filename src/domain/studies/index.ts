export * from './keep-lesson.ts';
export { addReviewRound, changeReviewRound, type ReviewRoundFields } from './keep-round.ts';
export {
  addReviewVariable,
  changeReviewStudy,
  type ReviewStudyFields,
  removeReviewVariable,
  startReviewStudy,
} from './keep-study.ts';
export * from './publish-study.ts';
export * from './review-study.ts';
export * from './review-study-document.ts';
export * from './review-study-reader.ts';
