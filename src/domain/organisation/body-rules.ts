/** Whether a body may decide: by itself, only what was delegated to it, or not at all. */
export type Mandate = 'yes' | 'byDelegation' | 'no';

/** Whose power stands behind what a body agrees on: its own, delegated, its own budget only, that of each party in it, or none. */
export type MandateOrigin = 'own' | 'delegated' | 'ownBudget' | 'eachParty' | 'none';

/** Who may bring a matter up in a body (KL 4:20–21; for the assembly 5:22–23). */
export type MatterRaiser = 'member' | 'auditor' | 'committee' | 'partyInGroup';

/** How deputies come to serve and members come back (KL 5:17–20; a reglemente usually copies it for a nämnd, and may differ). */
export type ServingRules = {
  /** A deputy who has begun to serve keeps the seat before deputies who come later in the order (R-KL-21). */
  readonly keepsPrecedence: boolean;
  /** A member who arrives late takes the seat from the deputy (R-KL-21). */
  readonly memberTakesSeatBack: boolean;
  /** Whoever broke off for another reason than disqualification may serve again the same day (R-KL-21: not by law). */
  readonly leaverMayServeAgain: boolean;
};

/** The legal rules that a kind of body switches on. They are data: no verb asks "is it a nämnd?", it asks for the rule. */
export type BodyRules = {
  // What it is
  readonly mayDecide: Mandate;
  readonly mandate: MandateOrigin;
  /** Whether its decisions can be taken to court by any member of the authority (KL 13:1–2). */
  readonly appealable: 'yes' | 'delegatedOnly' | 'no';
  /** Whether it has seats for elected members and deputies, a vacant one among them. */
  readonly seats: boolean;

  // Notice and agenda
  /** Days between notice and meeting that the law itself asks for; null where the reglemente says it (KL 5:13–15, 6:23). */
  readonly noticeDays: number | null;
  /** Whether a third of the members can have a meeting called (KL 6:23, for the assembly 5:12). */
  readonly extraMeetingByThird: boolean;
  /** Whether deputies are told of time and place and may be there without serving (KL 6:17). */
  readonly deputiesNotified: boolean;
  readonly mattersRaisedBy: readonly MatterRaiser[];
  /** Whether a matter that was not announced needs all present (KL 5:52), the body's own consent, or is out of the question. */
  readonly unannouncedMatters: 'allPresent' | 'bodyConsents' | 'no';
  /** How many days before the meeting a member's question is announced; null when the reglemente does not say. */
  readonly questionDays: number | null;

  // In the room
  /** Whether the public may listen: always (KL 5:42), because the assembly allowed it, not yet allowed (KL 6:25), or not provided for. */
  readonly doors: 'public' | 'openAllowed' | 'notAllowed' | 'closed';
  /** Whether somebody may take part by sound and picture (KL 5:16, 6:24): decided so, not decided, not possible then, or no law asks. */
  readonly remote: 'allowed' | 'notAllowed' | 'notPossible' | 'free';
  /** Whether a deputy who does not serve may speak (KL 6:17 third paragraph). */
  readonly deputyMaySpeak: boolean;
  /** Whether a deputy who does not serve may have an opinion recorded (KL 6:17 third paragraph). */
  readonly deputyMayRecordOpinion: boolean;
  /** Whether others may be called to inform (KL 6:26); they never count. */
  readonly mayCallInformants: boolean;
  /** Whether representatives of the staff are called (KL 7:10–18; never in a board). */
  readonly staffRepresentatives: boolean;
  /** Whether more than half of the seats must be filled at the table before a matter is handled (KL 6:27; assembly KL 5:45). */
  readonly quorumNeeded: boolean;
  /** Whether it may act although disqualification takes it below the quorum (KL 5:46; there is no such rule for a nämnd). */
  readonly actsBelowQuorumByDisqualification: boolean;
  /** Which section says who is disqualified: the assembly's (KL 5:47–49), the nämnd's (KL 6:28–32), or none for the body as such. */
  readonly disqualification: 'assembly' | 'committee' | 'no';
  /** In which order deputies are called in (KL 6:16–17): by the order of each party, as the list stands, or not at all. */
  readonly deputiesServe: 'byParty' | 'asListed' | 'no';
  readonly serving: ServingRules;

  // Decision
  /** Whether the chair's vote decides when votes are equal (KL 5:55, 6:33), except in elections, which are decided by lot. */
  readonly castingVote: boolean;
  /** Whether votes are open and a ballot is closed only for elections and appointments (KL 5:54, 6:33). */
  readonly openVote: boolean;
  /** How an item is tabled: a third of those present can ask for it (KL 5:50), or a majority decides (KL 6:33). */
  readonly tabling: 'third' | 'majority';
  /** Whether who took part may reserve before the meeting ends (KL 4:27). */
  readonly reservation: boolean;
  /** Days after the meeting within which the text of a reservation is handed in; null when it is due at the adjustment. */
  readonly statementDays: number | null;
  /** Whether the power to decide can be handed on (KL 6:37–39, 7:5–8). */
  readonly mayDelegate: boolean;
  /** Whether the chair may be empowered to decide what cannot wait (KL 6:39). */
  readonly urgentByChair: boolean;
  /** Whether it reports to the assembly how assignments were fulfilled (KL 6:5). */
  readonly reportsToAssembly: boolean;

  // Minutes and notice board
  /** Whether the Local Government Act says what the minutes must contain and when they are adjusted (KL 5:65–69, 6:35). */
  readonly minutesRegulated: 'yes' | 'whenDeciding' | 'no';
  /** Whether minutes become final by signatures or as an item of the next meeting. */
  readonly approval: 'adjustment' | 'nextMeeting';
  readonly adjusters: 'chairAndAdjusters' | 'chairAlone' | 'all';
  /** How many sign beside the chair. */
  readonly adjusterCount: number;
  /** Whether the decision stands first or last in a §; both schools are in use and no law says which. */
  readonly decisionPlace: 'first' | 'last';
  /** Whether § numbers run through the calendar year or begin anew in each meeting. */
  readonly sectionSeries: 'year' | 'meeting';
  /** What turns minutes into an official document (TF 2:10): R-TF-1. */
  readonly becomesPublicBy: 'adjustment' | 'dispatch' | 'caseClosed';
  /** On whose notice board adjusted minutes are announced (KL 8:12, 9:32). */
  readonly noticeBoard: 'own' | 'whenDeciding' | 'allParticipants' | 'no';
  /** Whether its entries stand on the board of its authority, or on one of its own (its reglemente says so). */
  readonly noticeBoardOf: 'authority' | 'body';
  /** Where the board is: on the website since 2018 (KL 8:9–10), on the premises before that. */
  readonly noticeBoardOn: 'website' | 'premises';
  /** Days that the authority leaves a notice up beyond the time of appeal (R-KL-60). */
  readonly noticeMarginDays: number;
};
