export { type AnswerDisclosure, answerDisclosure } from './answer-disclosure.ts';
export * from './disclosure.ts';
export * from './disclosure-reader.ts';
export * from './disclosure-transitions.ts';
export { type RegisterDisclosure, registerDisclosure } from './register-disclosure.ts';
