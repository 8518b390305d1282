import type { Localized } from '../../kernel/language.ts';

type GroundRow = {
  readonly label: Localized;
  /** Where it stands. */
  readonly provision: string;
  /** Whether it lets out what is secret: then the provision of the secrecy itself is named too, and the reasons are written. */
  readonly liftsSecrecy: boolean;
  readonly audience: 'principals' | 'guests' | 'both';
  /** Chapters of offentlighets- och sekretesslagen whose secrecy it does not lift. */
  readonly notFor?: readonly number[];
};

/**
 * By what a document may be let out to another authority, or to guests of a group. `noSecrecy` is the rule: an authority gives another what it asks for
 * unless it is secret (OSL 6:5). Secrecy holds between authorities (OSL 8:1–2), so that what is secret needs a provision that lifts it. A reservation is
 * made towards individuals only (OSL 10:14), never towards an authority. R-OSL-7. The sections are as the act reads in 2026 (assumed for 10:17 and 10:27).
 */
export const releaseGrounds = {
  noSecrecy: {
    label: { sv: 'Ingen sekretess', en: 'Nothing in it is secret' },
    provision: 'OSL 6 kap. 5 §',
    liftsSecrecy: false,
    audience: 'both',
  },
  consent: {
    label: { sv: 'Den enskilde har samtyckt', en: 'The individual has consented' },
    provision: 'OSL 10 kap. 1 § och 12 kap. 2 §',
    liftsSecrecy: true,
    audience: 'both',
  },
  necessary: {
    label: { sv: 'Nödvändigt för vår egen verksamhet', en: 'Necessary for our own work' },
    provision: 'OSL 10 kap. 2 §',
    liftsSecrecy: true,
    audience: 'principals',
  },
  supervision: {
    label: { sv: 'Tillsyn eller revision', en: 'Supervision or audit' },
    provision: 'OSL 10 kap. 17 §',
    liftsSecrecy: true,
    audience: 'principals',
  },
  balance: {
    label: { sv: 'Intresset av att uppgiften lämnas har företräde', en: 'The interest in releasing it weighs heavier' },
    provision: 'OSL 10 kap. 27 §',
    liftsSecrecy: true,
    audience: 'principals',
    // 10:27 second paragraph: not for the secrecy of health care (25:1–8) and of social services (26:1–6).
    notFor: [25, 26],
  },
  duty: {
    label: { sv: 'Skyldighet enligt lag eller förordning', en: 'A duty by act or ordinance' },
    provision: 'OSL 10 kap. 28 §',
    liftsSecrecy: true,
    audience: 'principals',
  },
  reservation: {
    label: { sv: 'Med förbehåll', en: 'With a reservation' },
    provision: 'OSL 10 kap. 14 §',
    liftsSecrecy: true,
    audience: 'guests',
  },
} as const satisfies Readonly<Record<string, GroundRow>>;

export type ReleaseGround = keyof typeof releaseGrounds;
export const releaseGroundCodes = Object.keys(releaseGrounds) as readonly ReleaseGround[];

/** The row of a ground, with the columns that only some rows have. */
export function groundRow(ground: ReleaseGround): GroundRow {
  return releaseGrounds[ground];
}

/** Whether a ground cannot lift the secrecy that a provision speaks of ("OSL 25 kap. 1 §"). */
export function isBarred(ground: ReleaseGround, provision: string): boolean {
  const chapter = Number(/(\d+)\s*kap/u.exec(provision)?.[1] ?? /\b(\d+):\d/u.exec(provision)?.[1]);
  return groundRow(ground).notFor?.includes(chapter) ?? false;
}
