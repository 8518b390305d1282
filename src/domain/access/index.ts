export * from './account-reader.ts';
export * from './actions.ts';
export * from './actor.ts';
export * from './authorize.ts';
export * from './create-account.ts';
export * from './find-actor.ts';
export * from './roles.ts';
export * from './sessions.ts';
