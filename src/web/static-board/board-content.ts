import { appealKinds, type BoardNotice, instructionOf, noticeFacts, noticeKinds } from '../../domain/notices/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';

/** What a board shows, as it stands in its file for machines and as its pages are drawn from: nothing else of the register is in it. */
export type BoardContent = {
  readonly anslagstavla: string;
  readonly myndighet: string;
  readonly mapp: string;
  readonly anslag: readonly StandingNotice[];
};

/** One entry in words that stay true as days pass: a file that nobody writes anew must not become wrong at midnight. */
export type StandingNotice = {
  readonly id: string;
  readonly typ: string;
  readonly lag: string;
  readonly organ: string;
  readonly rubrik: string;
  readonly text: string | null;
  readonly uppgifter: readonly { readonly namn: string; readonly varde: string }[];
  readonly uppsatt: CivilDate | null;
  readonly sistaDagAttOverklaga: CivilDate | null;
  readonly overklagandetid: string | null;
  readonly overklagas: string | null;
  readonly hurManOverklagar: readonly string[];
};

/** What stands on a board of an authority on a day. An entry whose time has stopped says so, and one whose time is over says that. */
export function boardContent(
  board: { readonly name: string; readonly authority: string; readonly slug: string },
  notices: readonly BoardNotice[],
  facts: { readonly court: string; readonly today: CivilDate },
): BoardContent {
  return {
    anslagstavla: board.name,
    myndighet: board.authority,
    mapp: board.slug,
    anslag: notices.map((one) => standing(one, facts)),
  };
}

function standing(
  one: BoardNotice,
  { court, today }: { readonly court: string; readonly today: CivilDate },
): StandingNotice {
  const { label, law } = noticeKinds[one.kind];
  // A day that cannot be counted is nowhere printed.
  const counted = one.interrupted ? { ...one, appealLast: null, removeEarliest: null } : one;
  return {
    id: one.id,
    typ: label.sv,
    lag: law,
    organ: one.onBehalfOf ?? one.body.name,
    rubrik: `${one.title}${one.sections ? `, ${one.sections}` : ''}`,
    text: one.bodyText,
    uppgifter: noticeFacts(counted).map((fact) => ({ namn: fact.label, varde: String(fact.value) })),
    uppsatt: one.postedOn,
    sistaDagAttOverklaga: counted.appealLast,
    overklagandetid: appealTime(one, today),
    overklagas: one.appealKind === 'notAppealable' ? null : appealKinds[one.appealKind].sv,
    hurManOverklagar: instructionOf(counted, { court }),
  };
}

/** What is said of the time of appeal beside its last day. */
function appealTime(one: BoardNotice, today: CivilDate): string | null {
  if (one.appealKind === 'notAppealable') return null;
  if (one.interrupted)
    return 'Överklagandetiden kan inte räknas: anslaget har inte varit synligt hela tiden. Det anslås på nytt, och då börjar en ny tid.';
  if (one.appealLast === null)
    return one.onBehalfOf === null
      ? 'Överklagandetiden börjar när anslaget sitter på alla deltagares anslagstavlor.'
      : 'Överklagandetiden räknas från den sista av deltagarnas anslagstavlor.';
  return today > one.appealLast ? 'Överklagandetiden har gått ut.' : null;
}
