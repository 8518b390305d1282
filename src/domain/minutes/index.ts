export * from './adjustment-transitions.ts';
export * from './minutes.ts';
export * from './minutes-transitions.ts';
export * from './signature.ts';
