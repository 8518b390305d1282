export { authorityName } from './authority-name.ts';
export { newsStillPublic } from './news-still-public.ts';
export * from './open-counts-reader.ts';
export * from './open-people-reader.ts';
export * from './open-rows-reader.ts';
export * from './open-withdrawn-reader.ts';
export * from './published-data.ts';
export * from './published-lists-reader.ts';
export * from './published-nouns.ts';
export * from './published-page-reader.ts';
export * from './published-passages.ts';
export {
  findPublished,
  listAuthorities,
  type PublishedAuthority,
  type PublishedListed,
  type PublishedWhole,
} from './published-reader.ts';
export * from './published-record.ts';
export { putPublished, removePublished } from './put-published.ts';
export * from './search-reader.ts';
export * from './search-words.ts';
export * from './subscription-writer.ts';
export { withoutRegisterLinks } from './without-register-links.ts';
