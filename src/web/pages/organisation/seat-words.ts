import { type SeatRole, seatRoles } from '../../../domain/organisation/index.ts';
import type { Ui } from '../../contracts.ts';

/** The office of a seat in the reader's language; a role that a notice printed in words of its own stays as it was printed. */
export function roleName(ui: Ui, role: string): string {
  return Object.hasOwn(seatRoles, role) ? seatRoles[role as SeatRole][ui.language] : role;
}
