export * from './focus-area-reader.ts';
export * from './next-meeting.ts';
export * from './next-meeting-reader.ts';
export * from './overview.ts';
export * from './period-overview-reader.ts';
export * from './quiet-reader.ts';
export * from './slipping-reader.ts';
export * from './status-overview-reader.ts';
