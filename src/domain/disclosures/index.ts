export { type AnswerDisclosure, answerDisclosure } from './answer-disclosure.ts';
export * from './disclosure.ts';
export * from './disclosure-reader.ts';
export * from './disclosure-transitions.ts';
export * from './document-trial.ts';
export {
  composeMaskedCopy,
  type MakeMaskedCopy,
  type MaskSource,
  makeMaskedCopy,
  maskSource,
} from './make-masked-copy.ts';
export * from './masked-copy.ts';
export * from './masked-copy-reader.ts';
export { type OrderCopy, orderCopy } from './order-copy.ts';
export { listTriedDocuments, type TryDocument, tryDocument } from './record-trial.ts';
export { type RefusalFacts, refusalLetter } from './refusal-letter.ts';
export { type RegisterDisclosure, registerDisclosure } from './register-disclosure.ts';
