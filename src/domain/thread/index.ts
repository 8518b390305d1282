export * from './assemble-thread.ts';
export * from './record-names-reader.ts';
export * from './thread.ts';
export type * from './thread-facts.ts';
export * from './thread-lines.ts';
export * from './thread-lines-reader.ts';
export * from './thread-reader.ts';
