export * from './appoint-representative.ts';
export * from './endorsement.ts';
export * from './endorsement-reader.ts';
export { requireItem } from './item-owner-reader.ts';
export * from './item-place.ts';
export { itemPlaces, latestItemsOf } from './item-place-reader.ts';
export {
  type AskForEndorsement,
  askForEndorsement,
  type RecordEndorsement,
  recordEndorsement,
} from './record-endorsement.ts';
export * from './representation.ts';
export * from './representation-reader.ts';
export { isEndorsable, takeEndorsement } from './take-endorsement.ts';
