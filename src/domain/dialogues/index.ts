export * from './dialogue.ts';
export * from './dialogue-reader.ts';
export * from './dialogue-rules.ts';
export * from './insight-reader.ts';
export * from './keep-dialogue.ts';
export * from './keep-insight.ts';
