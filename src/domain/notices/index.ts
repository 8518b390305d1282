export * from './appeal.ts';
export * from './notice.ts';
export * from './notice-kinds.ts';
export * from './notice-transitions.ts';
