export * from './actions.ts';
export * from './actor.ts';
export * from './authorize.ts';
export * from './roles.ts';
