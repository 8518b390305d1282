import type { FurnitureReason } from '../../tree/source.ts';
import type { Run } from '../source-builder.ts';
import { type PageBlock, plain } from './page-blocks.ts';

const pageNumberForm =
  /^\s*(?:sid(?:a|an)?\.?\s+)?[-–]?\s*\d{1,4}\s*[-–]?\s*(?:\(\s*\d{1,4}\s*\)|(?:av|\/)\s*\d{1,4})?\s*$/iu;

export function isPageNumber(runs: readonly Run[]): boolean {
  return pageNumberForm.test(plain(runs));
}

export function furnitureBlock(page: number, reason: FurnitureReason, runs: readonly Run[]): PageBlock {
  return { kind: 'furniture', page, reason, runs };
}
