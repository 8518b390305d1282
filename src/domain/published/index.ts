export { authorityName } from './authority-name.ts';
export * from './published-data.ts';
export * from './published-nouns.ts';
export * from './published-passages.ts';
export * from './published-reader.ts';
export * from './published-record.ts';
export { putPublished, removePublished } from './put-published.ts';
