export * from './appoint-representative.ts';
export { requireItem } from './item-owner-reader.ts';
export * from './item-place.ts';
export { itemPlaces } from './item-place-reader.ts';
export * from './representation.ts';
export * from './representation-reader.ts';
