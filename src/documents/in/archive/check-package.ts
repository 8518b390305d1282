import type { Localized } from '../../../kernel/language.ts';
import { agentRules } from './agent-rules.ts';
import { fileRules } from './file-rules.ts';
import { folderRules } from './folder-rules.ts';
import { metadataRules } from './metadata-rules.ts';
import { type OpenedPackage, openPackage } from './open-package.ts';
import type { PackageRule } from './package-rule.ts';
import { checkBySchemas, type PublishedSchemas } from './published-schemas.ts';
import { referenceRules } from './reference-rules.ts';
import { rootRules } from './root-rules.ts';
import { structureRules } from './structure-rules.ts';

/** Every requirement (MUST) of E-ARK CSIP 2.1.0 and E-ARK SIP 2.1.0 on a package, and what the schemas of CITS ERMS and PREMIS ask of ours. */
export const packageRules: readonly PackageRule[] = [
  ...folderRules,
  ...rootRules,
  ...agentRules,
  ...referenceRules,
  ...fileRules,
  ...structureRules,
  ...metadataRules,
];

/** A rule that a package breaks, with the first places and how many there are. */
export type PackageFault = {
  readonly rule: string;
  readonly level: 'MUST' | 'SHOULD';
  readonly where: string;
  readonly says: Localized;
  readonly places: readonly string[];
  readonly count: number;
};

/** What the check of a package came to. */
export type PackageReport = {
  readonly objectId: string;
  readonly files: number;
  readonly rules: number;
  readonly faults: readonly PackageFault[];
};

const placesShown = 5;

/** Checks a package (ZIP) against all rules. What is no packed file is refused with `document.damaged`. */
export function checkPackage(bytes: Uint8Array): PackageReport {
  return judged(openPackage(bytes));
}

/** The same, and by the published schemas of the installation where it has them. */
export async function checkPackageFully(bytes: Uint8Array, schemas?: PublishedSchemas): Promise<PackageReport> {
  const opened = openPackage(bytes);
  const report = judged(opened);
  if (!schemas) return report;
  const { rules, faults } = await checkBySchemas(opened, schemas);
  return { ...report, rules: report.rules + rules, faults: [...report.faults, ...faults] };
}

function judged(opened: OpenedPackage): PackageReport {
  const faults = packageRules.flatMap(({ id, level, where, says, check }): readonly PackageFault[] => {
    const places = check(opened);
    if (places.length === 0) return [];
    return [{ rule: id, level, where, says, places: places.slice(0, placesShown), count: places.length }];
  });
  return { objectId: opened.roots[0] ?? '', files: opened.files.size, rules: packageRules.length, faults };
}
