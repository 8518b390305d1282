import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';

/** What a principal can owe the others in the joint work, in the order in which a cooperation lead asks for it. */
export const owedKinds = {
  agreementDecision: { sv: 'Beslut om överenskommelse', en: 'Decision on an agreement' },
  stand: { sv: 'Besked om gemensamt beslut', en: 'Word on a joint decision' },
  endorsement: { sv: 'Ställningstagande före beslut', en: 'Endorsement before a decision' },
  consultation: { sv: 'Svar på remiss', en: 'Answer to a consultation' },
  agreementStep: { sv: 'Steg i genomförandeplan', en: 'Step of an implementation plan' },
  deliverable: { sv: 'Leverans', en: 'Deliverable' },
  deviation: { sv: 'Avvikelse att hantera', en: 'Deviation to handle' },
  improvement: { sv: 'Åtgärd i förbättringsarbete', en: 'Action of an improvement' },
  figures: { sv: 'Uppgifter att lämna', en: 'Figures to deliver' },
  representative: { sv: 'Representant att utse', en: 'Representative to appoint' },
} as const satisfies Record<string, Localized>;
export type OwedKind = keyof typeof owedKinds;
export const owedKindCodes = Object.keys(owedKinds) as readonly OwedKind[];

/** One thing that the others wait for from a principal, with the record that says so. */
export type OwedThing = {
  readonly kind: OwedKind;
  readonly principalId: Id<'body'>;
  readonly recordId: string;
  readonly href: `/${string}`;
  /** What it is about, in the record's own words (Swedish). */
  readonly title: string;
  /** Something more to know: which group, what is missing, which period. */
  readonly note: Localized | null;
  readonly dueOn: CivilDate | null;
  readonly late: boolean;
};

/** A thing as a source finds it: whether it is late is judged once, for all. */
export type FoundOwed = Omit<OwedThing, 'late'> & { readonly late?: boolean };

/** What is late first, then by day; what has no day comes last, in the order of the kinds. */
export function inOrderOfNeed(found: readonly FoundOwed[], today: CivilDate): readonly OwedThing[] {
  return found
    .map((one) => ({ ...one, late: one.late ?? (one.dueOn !== null && one.dueOn < today) }))
    .toSorted(
      (a, b) =>
        Number(b.late) - Number(a.late) ||
        (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') ||
        owedKindCodes.indexOf(a.kind) - owedKindCodes.indexOf(b.kind) ||
        a.title.localeCompare(b.title, 'sv') ||
        a.recordId.localeCompare(b.recordId),
    );
}

/** How much one principal owes, by kind, and how much of it is late. */
export type OwedRow = {
  readonly principal: { readonly id: Id<'body'>; readonly name: string };
  readonly counts: Readonly<Partial<Record<OwedKind, number>>>;
  readonly total: number;
  readonly late: number;
};

/** One row a principal, also for one that owes nothing; the sum of a row is the number of its things. */
export function owedRows(
  principals: readonly { readonly id: Id<'body'>; readonly name: string }[],
  things: readonly OwedThing[],
): readonly OwedRow[] {
  const by = Map.groupBy(things, ({ principalId }) => principalId as string);
  return principals.map(({ id, name }) => {
    const own = by.get(id) ?? [];
    const counts = Object.fromEntries(
      [...Map.groupBy(own, ({ kind }) => kind)].map(([kind, those]) => [kind, those.length]),
    );
    return { principal: { id, name }, counts, total: own.length, late: own.filter(({ late }) => late).length };
  });
}
