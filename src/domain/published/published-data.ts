import type { CivilDate } from '../../kernel/civil-date.ts';

/** A person in an elected or official role, which is public (R-OPN-4); nothing else of anybody is ever published. */
export type PublishedRole = {
  readonly personId: string;
  readonly name: string;
  readonly party: string | null;
  /** The code of the seat or role: `member`, `deputyMember`, `chair`, … */
  readonly role: string;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
};

/** How the votes fell. Names stand only with an open vote by roll-call. */
export type PublishedVote = {
  readonly question: string;
  readonly counts: readonly { readonly option: 'yes' | 'no' | 'abstain' | 'absent'; readonly count: number }[];
  readonly votes: readonly {
    readonly personId: string;
    readonly name: string;
    readonly party: string | null;
    readonly option: 'yes' | 'no' | 'abstain' | 'absent';
  }[];
  readonly outcome: string;
};

/**
 * What programs are told of a published record: one shape a noun. The open data of the portal (OParl, Popolo, dumps) are made of it and of nothing
 * else, so that a field that does not stand here cannot leave. Codes are those of `docs/reference/codes.md`; days are civil dates.
 */
export type PublishedData = {
  readonly body: {
    readonly kind: string;
    readonly parentId: string | null;
    readonly from: CivilDate | null;
    readonly to: CivilDate | null;
    readonly roles: readonly PublishedRole[];
  };
  readonly meeting: {
    readonly kind: string;
    readonly start: string | null;
    readonly end: string | null;
    readonly place: string | null;
    readonly mode: string | null;
    readonly cancelled: boolean;
    readonly items: readonly {
      readonly id: string;
      readonly number: string | null;
      readonly order: number;
      readonly title: string;
      readonly public: boolean;
      readonly category: string | null;
      readonly matterId: string | null;
      readonly assignmentIds: readonly string[];
      readonly decisionIds: readonly string[];
    }[];
    readonly present: readonly PublishedRole[];
  };
  readonly minutes: {
    readonly meetingId: string;
    readonly adjustedOn: CivilDate | null;
    readonly announcedOn: CivilDate | null;
    readonly sections: readonly {
      readonly number: string;
      readonly title: string;
      readonly decisionIds: readonly string[];
    }[];
  };
  readonly decision: {
    readonly number: string | null;
    readonly clauses: readonly string[];
    readonly meetingId: string | null;
    readonly itemId: string | null;
    readonly matterId: string | null;
    readonly votes: readonly PublishedVote[];
    readonly reservations: readonly string[];
  };
  readonly matter: { readonly openedOn: CivilDate | null; readonly closed: boolean };
  readonly document: { readonly kind: string; readonly matterId: string | null; readonly datedOn: CivilDate | null };
  readonly goal: { readonly documentTitle: string; readonly perspective: string | null };
  readonly assignment: {
    readonly year: number | null;
    readonly number: string | null;
    readonly text: string;
    readonly status: string | null;
    readonly statusAsOf: CivilDate | null;
    readonly performers: readonly string[];
    readonly due: CivilDate | null;
    readonly goalIds: readonly string[];
  };
  readonly report: {
    readonly kind: string;
    readonly year: number | null;
    readonly entries: readonly {
      readonly assignmentId: string | null;
      readonly answerType: string | null;
      readonly status: string | null;
      readonly text: string;
      /** Open evidence: what proves the entry, each a published record or a passage of a published document. */
      readonly evidence: readonly {
        readonly label: string;
        readonly noun: string | null;
        readonly recordId: string | null;
        readonly datedOn: CivilDate | null;
      }[];
    }[];
  };
  readonly indicator: {
    readonly unit: string;
    readonly direction: string | null;
    readonly source: string | null;
    readonly values: readonly {
      readonly asOf: CivilDate;
      readonly place: string | null;
      readonly sex: string | null;
      readonly ageGroup: string | null;
      readonly value: number | null;
    }[];
    readonly targets: readonly {
      readonly value: number;
      readonly from: CivilDate | null;
      readonly to: CivilDate | null;
    }[];
  };
  readonly agreement: {
    readonly kind: string;
    readonly from: CivilDate | null;
    readonly to: CivilDate | null;
    readonly noticeMonths: number | null;
    readonly parties: readonly {
      readonly name: string;
      readonly decidedOn: CivilDate | null;
      readonly outcome: string | null;
    }[];
  };
  readonly consultation: {
    readonly sentOn: CivilDate | null;
    readonly due: CivilDate | null;
    readonly respondents: readonly {
      readonly name: string;
      readonly receivedOn: CivilDate | null;
      readonly stance: string | null;
    }[];
  };
};
