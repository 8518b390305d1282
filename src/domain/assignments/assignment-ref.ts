/**
 * How people call an assignment: "2023:4" is number 4 of the year 2023. Where the plan does not number (seed 001), the assignment gets a place
 * among the unnumbered of its year and is called "2020:u4", so that nobody takes it for a number that the plan printed.
 */
export type AssignmentRef =
  | { readonly year: number; readonly number: number }
  | { readonly year: number; readonly number: null; readonly position: number };

/** The printed reference: stable from the day it is given, because neither year, number nor place then changes. A proposed one is numbered when given. */
export function formatAssignmentRef(of: {
  readonly year: number;
  readonly number: number | null;
  readonly position?: number;
}): string {
  return of.number === null ? `${of.year}:u${of.position}` : `${of.year}:${of.number}`;
}

/** The reference that a text is ("2023:4", "2023: 4", "2020:u4"), or undefined. */
export function parseAssignmentRef(text: string): AssignmentRef | undefined {
  const [, year, unnumbered, digits] = /^\s*(\d{4})\s*:\s*(u?)([1-9]\d{0,4})\s*$/i.exec(text) ?? [];
  if (!year || !digits) return undefined;
  return unnumbered
    ? { year: Number(year), number: null, position: Number(digits) }
    : { year: Number(year), number: Number(digits) };
}
