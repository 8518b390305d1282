export * from './connect-records.ts';
export * from './connection.ts';
export * from './connection-reader.ts';
