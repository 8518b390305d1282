import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import { filledPlaces, representationGaps } from '../collaboration/index.ts';
import { type Body, holdsOn, listBodies, sharedKinds } from '../organisation/index.ts';
import { type AskKind, type OpenAsk, openAsks, principalKinds } from '../releases/index.ts';
import { type FoundOwed, inOrderOfNeed, type OwedKind, type OwedThing } from './owed.ts';
import { owedAgreementDecisions, owedAgreementSteps } from './owed-agreements.ts';
import { owedAnswers, owedEndorsements, owedStands } from './owed-decisions.ts';
import { owedDeliverables, owedDeviations, owedFigures, owedImprovements } from './owed-work.ts';

/** What the principals owe the others on a day, the late first: one question to each noun, whatever the number of principals. */
export type Owed = {
  /** The region and the municipalities of the register, the region first. */
  readonly principals: readonly Body[];
  readonly things: readonly OwedThing[];
};

/** All that the principals owe on a day, or one of them. What an elected body or a unit owes stands with that body, not here. */
export async function owedOn(
  r: Reader,
  today: CivilDate,
  filter: { readonly principalId?: Id<'body'> } = {},
): Promise<Owed> {
  const bodies = (await listBodies(r)).filter((body) => holdsOn(body, today));
  const isPrincipal = ({ kind }: Body) => principalKinds.some((one) => one === kind);
  const principals = bodies
    .filter(isPrincipal)
    .toSorted(
      (a, b) => Number(b.kind === 'region') - Number(a.kind === 'region') || a.name.localeCompare(b.name, 'sv'),
    );
  const found: readonly FoundOwed[] = [
    ...(await owedAgreementDecisions(r)),
    ...(await owedStands(r)),
    ...(await owedEndorsements(r)),
    ...(await owedAnswers(r)),
    ...(await owedAgreementSteps(r)),
    ...(await owedDeliverables(r, principals)),
    ...(await owedDeviations(r)),
    ...(await owedImprovements(r)),
    ...(await owedFigures(r)),
    ...(await owedRepresentatives(r, bodies, today)),
  ];
  const asked = withAsks(found, await openAsks(r));
  const wanted = new Set<string>(
    filter.principalId === undefined ? principals.map(({ id }) => id) : [filter.principalId],
  );
  return {
    principals,
    things: inOrderOfNeed(
      asked.filter(({ principalId }) => wanted.has(principalId)),
      today,
    ),
  };
}

/** What each kind of ask asks for, as a kind of debt. */
const owedByAsk = {
  decideAgreement: 'agreementDecision',
  endorse: 'endorsement',
  handleDeviation: 'deviation',
  deliverFigures: 'figures',
} as const satisfies Record<AskKind, OwedKind>;

/** What is asked through releases, told once: an ask gives its day to what is owed anyway, and is a debt of its own where nothing else says so. */
export function withAsks(found: readonly FoundOwed[], asks: readonly OpenAsk[]): readonly FoundOwed[] {
  const told = asks.map(({ ask, noun, recordId, title, principal }): FoundOwed => {
    const kind = owedByAsk[ask.kind];
    const href = recordAddress(noun, recordId, recordId) as `/${string}`;
    return { kind, principalId: principal.id, recordId, href, title, note: null, dueOn: ask.dueOn };
  });
  const same = (a: FoundOwed, b: FoundOwed) =>
    a.kind === b.kind && a.principalId === b.principalId && a.href === b.href;
  return [
    // Figures are asked for a period at a time, each with its own day; of all else the earliest day holds.
    ...found.map((one) => {
      if (one.kind === 'figures') return one;
      const days = [one.dueOn, ...told.filter((ask) => same(ask, one)).map(({ dueOn }) => dueOn)];
      return { ...one, dueOn: days.filter((day) => day !== null).toSorted()[0] ?? null };
    }),
    ...told.filter((ask, index) => ![...found, ...told.slice(0, index)].some((one) => same(ask, one))),
  ];
}

/** The places of groups that a principal has left empty, or soon will have. */
async function owedRepresentatives(
  r: Reader,
  bodies: readonly Body[],
  today: CivilDate,
): Promise<readonly FoundOwed[]> {
  const groups = bodies.filter(({ kind }) => sharedKinds.includes(kind));
  const places = await filledPlaces(
    r,
    groups.map(({ id }) => id),
    today,
  );
  return groups.flatMap((group) =>
    (places.get(group.id) ?? []).flatMap(({ forBody, all, gaps }) =>
      // A group nobody is recorded for is not kept here: its empty places are seen on its page, and are nobody's debt.
      (places.get(group.id) ?? []).every((place) => place.all.length === 0)
        ? []
        : gaps.map(({ kind, since }) => ({
            kind: 'representative' as const,
            principalId: forBody.id,
            recordId: `${group.id}.${kind}`,
            href: `/samverkan/grupper/${group.id}` as `/${string}`,
            title: group.name,
            note: representationGaps[kind],
            dueOn: kind === 'endsSoon' ? since : null,
            late: kind === 'left' && all.length > 0,
          })),
    ),
  );
}
