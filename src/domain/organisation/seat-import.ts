import {
  type Draft,
  linesOf,
  type PlacedLine,
  type Proposed,
  partyPersonIn,
  type Recogniser,
} from '../../documents/tree/recognise.ts';
import { partyDesignation } from './party.ts';
import { type SeatKind, seatRoles } from './seat.ts';

/** A place in a body as the notice prints it: a person or a vacancy, with party, office and order in its list. */
export type ProposedSeat = Proposed<
  'seat',
  {
    readonly person?: string;
    readonly vacant: boolean;
    readonly party: string;
    /** A code of `seatRoles`, or the words as printed when they are no known office. */
    readonly role?: string;
    readonly kind: SeatKind;
    readonly order: number;
    readonly body?: string;
  }
>;

/** The headings of the two lists (KL 6:17): members are called, deputies are notified. */
const listHeads: readonly { readonly kind: SeatKind; readonly pattern: RegExp }[] = [
  { kind: 'member', pattern: /^(?:ordinarie )?ledamöter(?: som)?(?: kallas)?:?$/iu },
  { kind: 'deputy', pattern: /^ersättare(?: som)?(?: underrättas| kallas)?:?$/iu },
];

/** Reads the lists of called members and notified deputies. A line that is no person and no vacancy ends the list. */
export const seatImport: Recogniser<ProposedSeat> = {
  name: 'seat',
  appliesTo: ['notice'],
  recognise(reading) {
    const records: Draft<ProposedSeat>[] = [];
    let head: { kind: SeatKind; line: PlacedLine; order: number } | undefined;
    for (const line of linesOf(reading.blocks)) {
      const kind = listHeads.find(({ pattern }) => pattern.test(line.words.text))?.kind;
      const person = head && partyPersonIn(line.words.text);
      if (kind) head = { kind, line, order: 0 };
      else if (head && person) {
        head.order += 1;
        const { role, party, ...who } = person;
        records.push({
          type: 'seat',
          source: line.span,
          alsoAt: [head.line.span],
          confidence: 0.97,
          rule: 'seat-in-called-list',
          ...who,
          party: partyDesignation(party) ?? party,
          ...(role && { role: roleCode(role) }),
          kind: head.kind,
          order: head.order,
          ...(reading.body && { body: reading.body }),
        });
      } else head = undefined;
    }
    return { records, problems: [] };
  },
};

function roleCode(printed: string): string {
  const wanted = printed.toLocaleLowerCase('sv').replace(/^(?:2:?e|andre|andra) /u, '2:e ');
  return Object.entries(seatRoles).find(([, label]) => label.sv === wanted)?.[0] ?? printed;
}
