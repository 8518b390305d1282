export * from './form-return.ts';
export * from './form-return-reader.ts';
export * from './record-form-answer.ts';
