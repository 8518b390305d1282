export * from './archivable-reader.ts';
export * from './archive-package.ts';
export * from './archive-package-reader.ts';
export * from './archive-package-transitions.ts';
export { carryOutDisposal, destroyDisposedFiles } from './carry-out-disposal.ts';
export * from './disposal.ts';
export { disposalDocument } from './disposal-document.ts';
export * from './disposal-reader.ts';
export * from './disposal-transitions.ts';
export {
  type DrawUpPackage,
  deliverPackage,
  discardPackage,
  drawUpPackage,
  keepPackage,
} from './draw-up-package.ts';
export { makeArchivePackage, type PackageTools } from './make-archive-package.ts';
export { type ArchiveSoftware, packageContent } from './package-content-reader.ts';
export { approveDisposal, type ProposeDisposal, proposeDisposal, returnDisposal } from './propose-disposal.ts';
export * from './retention.ts';
export { listDisposable, listRetentionRules } from './retention-reader.ts';
export { setRetention } from './set-retention.ts';
