export { requireItem } from './item-owner-reader.ts';
export * from './item-place.ts';
export { itemPlaces } from './item-place-reader.ts';
