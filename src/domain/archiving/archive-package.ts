import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { ArchivePackageState } from './archive-package-transitions.ts';

/** What goes to the archive: a closed matter with its documents, the minutes of a meeting, a report that was approved. */
export const archivableNouns = {
  matter: { sv: 'avslutat ärende', en: 'closed matter' },
  minutes: { sv: 'protokoll', en: 'minutes' },
  report: { sv: 'rapport', en: 'report' },
} as const satisfies Record<string, Localized>;
export type ArchivableNoun = keyof typeof archivableNouns;
export const archivableNounCodes = Object.keys(archivableNouns) as readonly ArchivableNoun[];

/** Why something is not ready for the archive yet. */
export const archiveHindrances = {
  unclassified: {
    sv: 'Klassificeringen saknas. Skriv ärendets nummer ur klassificeringsstrukturen.',
    en: 'It is not classified. Write the number of the matter in the classification scheme.',
  },
  appealRunning: {
    sv: 'Överklagandetiden löper. Vänta tills anslaget är nedtaget.',
    en: 'The time of appeal is running. Wait until the notice has been taken down.',
  },
  notAnnounced: {
    sv: 'Protokollet är inte anslaget. Anslå det först.',
    en: 'The minutes are not announced. Announce them first.',
  },
} as const satisfies Record<string, Localized>;
export type ArchiveHindrance = keyof typeof archiveHindrances;

/** A record that could be archived, with what stands in the way. */
export type Archivable = {
  readonly noun: ArchivableNoun;
  readonly id: string;
  readonly version: number;
  /** Its number or day, as people call it. */
  readonly number: string;
  readonly title: string;
  readonly bodyName: string | null;
  readonly on: CivilDate | null;
  readonly classification: string | null;
  /** The matter as a whole is secret. */
  readonly secret: boolean;
  /** Documents in it are secret by themselves. */
  readonly secretParts: boolean;
  readonly hindrance: ArchiveHindrance | null;
};

/** A reference to a record that is to be in a package. */
export type ArchivableRef = { readonly noun: ArchivableNoun; readonly id: string };

/** What the check found, as it is kept with the package. */
export type KeptReport = {
  readonly files: number;
  readonly rules: number;
  readonly faults: readonly {
    readonly rule: string;
    readonly level: 'MUST' | 'SHOULD';
    readonly where: string;
    readonly says: Localized;
    readonly places: readonly string[];
    readonly count: number;
  }[];
};

/** A package with all that is known of it. */
export type ArchivePackage = {
  readonly id: Id<'archivePackage'>;
  readonly version: number;
  readonly objectId: string;
  readonly title: string;
  readonly state: ArchivePackageState;
  readonly scheme: string;
  readonly contact: string | null;
  readonly receiver: { readonly name: string; readonly code: string } | null;
  readonly agreement: string | null;
  readonly includesSecret: boolean;
  readonly drawnUpAt: Date;
  readonly drawnUpBy: string;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly report: KeptReport | null;
  readonly remarks: readonly string[];
  readonly deliveredOn: CivilDate | null;
  readonly receipt: string | null;
  readonly items: readonly {
    readonly noun: ArchivableNoun;
    readonly recordId: string;
    readonly title: string;
    readonly leftOut: string | null;
  }[];
};

/** The most records that one package made by a page holds: each is written as PDF while somebody waits. */
export const mostInPackage = 100;

/** What is said of what was left out because it is secret; the package itself tells it too. */
export const secretLeftOut = 'Sekretess: paketet görs utan skyddat innehåll.';
