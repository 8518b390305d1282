/** The address of the thread that a record stands in. */
export function threadAddress(noun: string, id: string): string {
  return `/trad/${noun}/${id}`;
}
