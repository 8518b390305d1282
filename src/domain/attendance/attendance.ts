import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';

/**
 * In which capacity the law sees somebody at a meeting. Only members and deputies can serve, vote and count for quorum; whoever else was called
 * in may inform and, where the body says so, join the deliberation, never the decision (KL 6:26, R-KL-07). `principal` is who speaks for a
 * responsible authority in an officials' group (R-ORG-3).
 */
export const attendanceCapacities = {
  member: { sv: 'ledamot', en: 'member' },
  deputy: { sv: 'ersättare', en: 'deputy' },
  principal: { sv: 'företrädare för huvudman', en: 'representative of a principal' },
  staffRepresentative: { sv: 'personalföreträdare', en: 'staff representative' },
  auditor: { sv: 'revisor', en: 'auditor' },
  official: { sv: 'tjänsteperson', en: 'official' },
  presenter: { sv: 'föredragande', en: 'presenter' },
  invited: { sv: 'inbjuden för upplysningar', en: 'invited for information' },
  secretary: { sv: 'sekreterare', en: 'secretary' },
  guest: { sv: 'gäst', en: 'guest' },
} as const satisfies Record<string, Localized>;
export type AttendanceCapacity = keyof typeof attendanceCapacities;
export const attendanceCapacityCodes = Object.keys(attendanceCapacities) as readonly AttendanceCapacity[];

/** Whether who has this capacity can take a member's place, and so vote and count for quorum (KL 4:22, 6:26). */
export function canServe(capacity: AttendanceCapacity | null): boolean {
  return capacity === 'member' || capacity === 'deputy';
}

/** Who was at a meeting and who was not, as its minutes print it (MTG, BOD): a struck name was absent. */
export type Attendance = {
  readonly id: Id<'attendance'>;
  readonly name: string;
  readonly organisation: string | null;
  readonly party: string | null;
  readonly role: string | null;
  readonly present: boolean;
  /** Null for what was read from a paper and not told apart. */
  readonly capacity: AttendanceCapacity | null;
  readonly seatId: Id<'seat'> | null;
  readonly personId: Id<'person'> | null;
};
