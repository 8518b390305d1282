export { type ChangeDocumentKind, changeDocumentKind } from './change-document-kind.ts';
export * from './change-matter.ts';
export * from './document.ts';
export * from './document-kinds.ts';
export { publishedDocument } from './document-published.ts';
export {
  findDocumentBySha256,
  getDocument,
  getProtectedDocument,
  listDocuments,
  listProtectedDocuments,
  openDocuments,
} from './document-reader.ts';
export * from './matter.ts';
export { publishedMatter } from './matter-published.ts';
export {
  findMatter,
  findMatterByNumber,
  getMatter,
  getProtectedMatter,
  listMatters,
} from './matter-reader.ts';
export * from './matter-transitions.ts';
export * from './open-matter.ts';
export * from './procedural-law.ts';
export { documentFileIsOpen, documentIsReadable } from './readable-document-reader.ts';
export * from './register-document.ts';
export * from './remember-source.ts';
export * from './source-passage.ts';
export * from './source-reader.ts';
