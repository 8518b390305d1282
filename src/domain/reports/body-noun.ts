import type { BodyKind } from '../organisation/index.ts';

/** The common noun by which a report speaks of a body, in the forms that its sentences need. */
export type BodyNoun = {
  /** "beredningen" */
  readonly definite: string;
  /** "beredningens" */
  readonly genitive: string;
  /** "annan beredning", for one assignment that is directed elsewhere. */
  readonly another: string;
  /** "andra beredningar" */
  readonly others: string;
};

const committee: BodyNoun = {
  definite: 'nämnden',
  genitive: 'nämndens',
  another: 'annan nämnd',
  others: 'andra nämnder',
};
const drafting: BodyNoun = {
  definite: 'beredningen',
  genitive: 'beredningens',
  another: 'annan beredning',
  others: 'andra beredningar',
};
const board: BodyNoun = {
  definite: 'styrelsen',
  genitive: 'styrelsens',
  another: 'annan styrelse',
  others: 'andra styrelser',
};
const party: BodyNoun = { definite: 'parten', genitive: 'partens', another: 'annan part', others: 'andra parter' };

/** Noun by kind of body. A report of a beredning says "beredningen", never "nämnden": the kind of body decides the words as it decides the law. */
export const bodyNouns: Readonly<Record<BodyKind, BodyNoun>> = {
  assembly: {
    definite: 'fullmäktige',
    genitive: 'fullmäktiges',
    another: 'annat organ',
    others: 'andra organ',
  },
  assemblyDraftingCommittee: drafting,
  executiveBoard: board,
  committee,
  subCommittee: {
    definite: 'utskottet',
    genitive: 'utskottets',
    another: 'annat utskott',
    others: 'andra utskott',
  },
  draftingCommittee: drafting,
  jointCommittee: committee,
  officialsGroup: {
    definite: 'gruppen',
    genitive: 'gruppens',
    another: 'annan grupp',
    others: 'andra grupper',
  },
  administration: {
    definite: 'förvaltningen',
    genitive: 'förvaltningens',
    another: 'annan förvaltning',
    others: 'andra förvaltningar',
  },
  unit: { definite: 'enheten', genitive: 'enhetens', another: 'annan enhet', others: 'andra enheter' },
  municipality: { ...party, definite: 'kommunen', genitive: 'kommunens' },
  region: { ...party, definite: 'regionen', genitive: 'regionens' },
};
