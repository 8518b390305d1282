export * from './build.ts';
export * from './check.ts';
export * from './tree.ts';
export * from './walk.ts';
