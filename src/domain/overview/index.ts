export * from './overview.ts';
export * from './status-overview-reader.ts';
