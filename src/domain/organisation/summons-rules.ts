import type { BodyRules, MatterRaiser } from './body-rules.ts';

/** The least number of members who can have an extra meeting called, or undefined where no law gives them that (R-KL-02, KL 6:23). */
export function membersForExtraMeeting(rules: BodyRules, memberSeats: number): number | undefined {
  return rules.extraMeetingByThird ? Math.ceil(memberSeats / 3) : undefined;
}

/** Whether somebody in this capacity may bring a matter up; auditors only what concerns the audit (R-KL-10, KL 4:20–21). */
export function mayRaiseMatter(rules: BodyRules, who: MatterRaiser, aboutAudit = false): boolean {
  return rules.mattersRaisedBy.includes(who) && (who !== 'auditor' || aboutAudit);
}

/**
 * Whether a matter may be decided that the notice did not name (R-KL-09). The assembly needs everybody present to agree that it is urgent
 * (KL 5:52); another body consents by its own rule, and a chefsgrupp likewise.
 */
export function mayDecideUnannounced(
  rules: BodyRules,
  consent: { readonly allPresentAgree: boolean; readonly bodyConsents: boolean },
): boolean {
  if (rules.unannouncedMatters === 'allPresent') return consent.allPresentAgree;
  return rules.unannouncedMatters === 'bodyConsents' && (consent.bodyConsents || consent.allPresentAgree);
}

/** What makes an item one that nobody else may hear: authority exercised over somebody, or something secret (KL 6:25). */
export type ItemNature = { readonly exerciseOfAuthority?: boolean; readonly secrecy?: boolean };

/**
 * Whether the doors are open at an item (R-KL-06). An assembly meets in public and itself decides when it does not (KL 5:42). A nämnd meets behind
 * closed doors unless the assembly allows otherwise, and always when authority is exercised or something is secret (KL 6:25).
 */
export function doorsOf(rules: BodyRules, item: ItemNature): 'open' | 'closed' {
  if (rules.doors === 'public') return 'open';
  return rules.doors === 'openAllowed' && !item.exerciseOfAuthority && !item.secrecy ? 'open' : 'closed';
}

/** Whether the doors of an item are closed whatever anybody wants (R-KL-06, KL 6:25). */
export function doorsForcedClosed(rules: BodyRules, item: ItemNature): boolean {
  return rules.doors !== 'public' && Boolean(item.exerciseOfAuthority || item.secrecy);
}

/** Whether representatives of the staff may be there at an item: called as members are, and never where authority is exercised (R-KL-08, KL 7:10–18). */
export function staffMayAttend(
  rules: BodyRules,
  item: ItemNature & { readonly employerNegotiation?: boolean; readonly procurement?: boolean },
): boolean {
  return (
    rules.staffRepresentatives &&
    !item.exerciseOfAuthority &&
    !item.secrecy &&
    !item.employerNegotiation &&
    !item.procurement
  );
}

/** The most representatives of the staff, and of deputies for them, that are called (R-KL-08, KL 7:11). */
export const staffRepresentativeLimits = { representatives: 3, deputiesEach: 1 } as const;
