/** Who a decision appoints to adjust the minutes beside the chair, with the one who stands in. */
export type NamedAdjuster = {
  readonly name: string;
  readonly party: string | null;
  readonly substitute: string | null;
};

const appointing = /\bjustera\b.*?\butse(?:r|tt)?\s+(.+)$/iu;
const person = /^\s*(.+?)\s*(?:\(([^)]{1,12})\))?\s*$/u;

/**
 * The adjusters that att-clauses appoint, in the words that seed 001 decides them with: "att jämte ordföranden justera dagens protokoll utse X (P)
 * med Y (P) som ersättare". Several are parted by "och"; each may have a substitute.
 */
export function adjustersNamedIn(clauses: readonly string[]): readonly NamedAdjuster[] {
  return clauses.flatMap((clause) => {
    const words = appointing.exec(clause.replace(/\s+/gu, ' ').replace(/[.,;]?(?:\s+samt)?\s*$/u, ''))?.[1];
    if (words === undefined) return [];
    const [chosen = '', substitute] = words.split(/\s+med\s+/u);
    const standIns = substitute?.replace(/\s+som\s+ersättare.*$/u, '').split(/\s+(?:och|respektive)\s+|,\s*/u) ?? [];
    return chosen
      .replace(/\s+(?:att|till)\s+.*$/u, '')
      .split(/\s+och\s+|,\s*/u)
      .map((one, index) => {
        const [, name = '', party] = person.exec(one) ?? [];
        return { name, party: party ?? null, substitute: person.exec(standIns[index] ?? '')?.[1] ?? null };
      })
      .filter(({ name }) => name !== '');
  });
}
