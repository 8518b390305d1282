/** Who a decision appoints to adjust the minutes beside the chair, with the one who stands in. */
export type NamedAdjuster = {
  readonly name: string;
  readonly party: string | null;
  readonly substitute: string | null;
};

/** "justera … utse NN" as seed 001 words it, and "utse NN att justera …" as others do. */
const appointing = [
  /\bjustera\b.*?\butse(?:r|tt)?\s+(.+)$/iu,
  /\butse(?:r|tt)?\s+(.+?)\s+(?:till\s+)?att\s.*\bjustera\b/iu,
];
const person = /^\s*(.+?)\s*(?:\(([^)]{1,12})\))?\s*$/u;

/**
 * The adjusters that att-clauses appoint, in the words that seed 001 decides them with: "att jämte ordföranden justera dagens protokoll utse X (P)
 * med Y (P) som ersättare". Several are parted by "och"; each may have a substitute.
 */
export function adjustersNamedIn(clauses: readonly string[]): readonly NamedAdjuster[] {
  return clauses.flatMap((clause) => {
    const plain = clause.replace(/\s+/gu, ' ').replace(/[.,;]?(?:\s+samt)?\s*$/u, '');
    const words = appointing.flatMap((pattern) => pattern.exec(plain)?.[1] ?? [])[0];
    if (words === undefined) return [];
    const [chosen = '', substitute] = words.split(/\s+med\s+/u);
    const standIns = substitute?.replace(/\s+som\s+ersättare.*$/u, '').split(/\s+(?:och|respektive)\s+|,\s*/u) ?? [];
    return chosen
      .split(/\s+och\s+|,\s*/u)
      .map((one, index) => {
        const [, name = '', party] = person.exec(one) ?? [];
        return { name, party: party ?? null, substitute: person.exec(standIns[index] ?? '')?.[1] ?? null };
      })
      .filter(({ name }) => name !== '');
  });
}
