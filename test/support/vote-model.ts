/**
 * Votes under random play: four people at their screens note who comes and goes, who is disqualified and how each votes, and count when they think
 * it is time, each with the version that they last saw. A model of its own, written from the law and not from the product, says after every step
 * what may be done and what a count must give.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { BodyRules, VoteSubject } from '../../src/domain/organisation/index.ts';
import {
  type Answer,
  type CastVote,
  castProblems,
  endOpenVote,
  type FloorProposal,
  lotOf,
  type PropositionCase,
  type PutRound,
  standingOf,
  type VoteChoice,
  type VoteFacts,
} from '../../src/domain/proceedings/index.ts';
import { expectVersion } from '../../src/storage/version.ts';

/** The rules under test; a negative control puts a broken one in their place. */
export type VoteRules = {
  readonly castProblems: typeof castProblems;
  readonly endOpenVote: typeof endOpenVote;
  readonly standingOf: typeof standingOf;
};

export const realRules: VoteRules = { castProblems, endOpenVote, standingOf };

export type VoteWorld = {
  readonly members: number;
  readonly proposals: number;
  readonly subject: VoteSubject;
  readonly exercisesAuthority: boolean;
};

/** The product's side: the same pure rules that the verbs ask, over a register in memory that counts versions as they do. */
class Register {
  version = 1;
  readonly present: Set<string>;
  readonly disqualified = new Set<string>();
  casts: CastVote[] = [];
  /** The version that each of the four last saw. */
  readonly seen = [1, 1, 1, 1];
  put: PutRound[] = [];
  tied = false;

  readonly rules: VoteRules;
  readonly body: BodyRules;
  readonly world: VoteWorld;
  readonly everybody: readonly string[];

  constructor(rules: VoteRules, body: BodyRules, world: VoteWorld) {
    this.rules = rules;
    this.body = body;
    this.world = world;
    this.everybody = Array.from({ length: world.members }, (_, index) => `m${index}`);
    this.present = new Set(this.everybody);
  }

  facts(): VoteFacts {
    const voting = this.everybody.filter((id) => this.present.has(id) && !this.disqualified.has(id));
    return {
      rules: this.body,
      ballot: 'open',
      subject: this.world.subject,
      round: this.standing().next?.kind ?? 'main',
      exercisesAuthority: this.world.exercisesAuthority,
      voters: voting.map((id) => ({
        attendanceId: id,
        seatId: id,
        name: id,
        party: null,
        isChair: id === (voting.includes('m0') ? 'm0' : 'm1'),
      })),
      absentMembers: this.everybody.filter((id) => !voting.includes(id)),
      casts: this.casts,
    };
  }

  order(): PropositionCase {
    const proposals = Array.from(
      { length: this.world.proposals },
      (_, index): FloorProposal => ({
        id: `p${index}`,
        version: 1,
        kind: 'amendment',
        position: index + 1,
        clauses: [`att p${index}`],
        clause: null,
        movers: ['m0'],
        motivation: null,
        withdrawn: false,
      }),
    );
    return { noticeClauses: ['att planen'], proposals, mainProposalId: null, put: this.put, presentForMinority: null };
  }

  standing() {
    return this.rules.standingOf(this.order());
  }

  settle(result: Answer): void {
    this.put = [...this.put, { ...this.standing().next!, result }];
    this.casts = [];
    this.tied = false;
    this.version += 1;
  }
}

/** The model: what the law says, in the plainest way. */
type Model = {
  here: Set<string>;
  out: Set<string>;
  choice: Map<string, VoteChoice>;
  /** The proposals still in the running, the notice first. */
  left: string[];
  tied: boolean;
};

type Command = fc.Command<Model, Register>;

const may = (m: Model, who: string) => m.here.has(who) && !m.out.has(who);
const finished = (m: Model) => m.left.length === 1;
const isMainRound = (m: Model) => m.left.length === 2;

function castCommand(who: string, choice: VoteChoice): Command {
  return {
    check: (m) => !finished(m) && !m.tied,
    run: (m, register) => {
      const problems = register.rules.castProblems(register.facts(), { attendanceId: who, choice });
      const aside = choice === 'notParticipating' || (choice === 'abstain' && isMainRound(m));
      const allowed = !register.everybody.includes(who)
        ? false
        : may(m, who)
          ? choice !== 'absent' && !(register.world.exercisesAuthority && aside)
          : choice === 'absent';
      assert.equal(problems.length === 0, allowed, `${who} ${choice}`);
      if (problems.length > 0) return;
      register.casts = [...register.casts.filter((cast) => cast.attendanceId !== who), { attendanceId: who, choice }];
      register.version += 1;
      m.choice.set(who, choice);
    },
    toString: () => `cast(${who}, ${choice})`,
  };
}

function moveCommand(who: string, what: 'leave' | 'arrive' | 'disqualify'): Command {
  return {
    check: (m) => !finished(m) && !m.tied,
    run: (m, register) => {
      if (!register.everybody.includes(who)) return;
      if (what === 'disqualify') for (const set of [m.out, register.disqualified]) set.add(who);
      else if (what === 'leave') for (const set of [m.here, register.present]) set.delete(who);
      else for (const set of [m.here, register.present]) set.add(who);
      register.version += 1;
    },
    toString: () => `${what}(${who})`,
  };
}

function endCommand(actor: number): Command {
  return {
    check: (m) => !finished(m) && !m.tied,
    run: (m, register) => {
      if (isStale(register, actor)) return;
      const facts = register.facts();
      const end = register.rules.endOpenVote(facts);
      const everybody = register.everybody;
      const all = everybody.filter((who) => may(m, who)).every((who) => (m.choice.get(who) ?? 'absent') !== 'absent');
      const noGhost = everybody.every((who) => may(m, who) || (m.choice.get(who) ?? 'absent') === 'absent');
      const sum = (choice: VoteChoice) => [...m.choice.values()].filter((one) => one === choice).length;
      const [yes, no, abstain] = [sum('yes'), sum('no'), sum('abstain')];
      const chair = m.choice.get(may(m, 'm0') ? 'm0' : 'm1');
      const chairless = !may(m, 'm0') && !may(m, 'm1');
      const byLot = register.world.subject !== 'matter';
      const chairSettles = !chairless && (chair === 'yes' || chair === 'no');
      const lawful = mayAll(m, register);
      if (!all || !noGhost || !lawful || (yes === no && !byLot && !chairSettles)) {
        assert.equal(end.state, 'open', 'a vote was counted that was not finished');
        return;
      }
      assert.ok(end.state !== 'open', 'a finished vote was not counted');
      assert.deepEqual(end.count, { yes, no, abstain });
      if (yes === no && byLot) {
        assert.equal(end.state, 'tied');
        m.tied = register.tied = true;
        register.version += 1;
        return;
      }
      const result: Answer = yes === no ? (chair as Answer) : yes > no ? 'yes' : 'no';
      assert.ok(end.state === 'settled' && end.result === result, `the result is ${result}`);
      assert.equal(end.decidedBy, yes === no ? 'castingVote' : 'majority');
      eliminate(m, result);
      register.settle(end.result);
      checkRounds(m, register);
    },
    toString: () => `end(${actor})`,
  };
}

/** Who counts or draws by an old version is refused, as the verbs do, and then sees what is saved now. */
function isStale(register: Register, actor: number): boolean {
  const expected = register.seen[actor]!;
  register.seen[actor] = register.version;
  if (expected === register.version) return false;
  assert.throws(() => expectVersion({ version: register.version }, expected), { code: 'record.changedMeanwhile' });
  return true;
}

/** In exercise of authority an answer that was given in an earlier standing of the item may have become unlawful; none may be counted. */
function mayAll(m: Model, register: Register): boolean {
  if (!register.world.exercisesAuthority) return true;
  return [...m.choice].every(
    ([who, choice]) => !may(m, who) || !(choice === 'notParticipating' || (choice === 'abstain' && isMainRound(m))),
  );
}

function lotCommand(actor: number, token: string): Command {
  return {
    check: (m) => m.tied,
    run: (m, register) => {
      if (isStale(register, actor)) return;
      const result = lotOf(token);
      eliminate(m, result);
      register.settle(result);
      checkRounds(m, register);
    },
    toString: () => `lot(${actor}, ${token})`,
  };
}

/** The tournament: the first two motions stand against each other until one is left, and that one against the notice. */
function eliminate(m: Model, answer: Answer): void {
  const at = m.left.length > 2 ? 1 : 0;
  m.left.splice(answer === 'yes' ? at + 1 : at, 1);
  m.choice.clear();
  m.tied = false;
}

function checkRounds(m: Model, register: Register): void {
  const { next, verdict } = register.standing();
  assert.equal(verdict !== null, finished(m), 'the tournament ends when one proposal is left');
  if (verdict) assert.equal(verdict.winner ?? 'notice', m.left[0], 'the winner is the one that is left');
  if (next) {
    const pair = [next.yes ?? 'notice', next.no ?? 'notice'];
    assert.deepEqual(pair, m.left.length > 2 ? m.left.slice(1, 3) : m.left);
  }
}

/** Runs the model: `runs` plays of up to sixty steps by four people. Answers what fast-check found. */
export function playVotes(
  body: BodyRules,
  { runs, rules = realRules, seed }: { readonly runs: number; readonly rules?: VoteRules; readonly seed?: number },
): Pick<fc.RunDetails<unknown>, 'failed' | 'errorInstance'> {
  const world = fc.record({
    members: fc.integer({ min: 3, max: 6 }),
    proposals: fc.integer({ min: 1, max: 4 }),
    subject: fc.constantFrom<VoteSubject>('matter', 'election', 'appointment'),
    exercisesAuthority: fc.boolean(),
  });
  const actor = fc.integer({ min: 0, max: 3 });
  const who = fc.integer({ min: 0, max: 5 }).map((index) => `m${index}`);
  const choices: readonly VoteChoice[] = ['yes', 'no', 'yes', 'no', 'abstain', 'absent', 'notParticipating'];
  const commands = fc.commands(
    [
      fc.tuple(who, fc.constantFrom(...choices)).map(([one, choice]) => castCommand(one, choice)),
      fc.tuple(who, fc.constantFrom(...choices)).map(([one, choice]) => castCommand(one, choice)),
      fc.constantFrom<'yes' | 'no'>('yes', 'no').map(everybodyCommand),
      fc
        .tuple(who, fc.constantFrom('leave' as const, 'arrive' as const, 'disqualify' as const))
        .map(([one, what]) => moveCommand(one, what)),
      actor.map(endCommand),
      actor.map(endCommand),
      fc.tuple(actor, fc.constantFrom('AA', 'AQ')).map(([one, token]) => lotCommand(one, token)),
    ],
    { maxCommands: 60, size: 'max' },
  );
  return fc.check(
    fc.property(world, commands, (told, steps) => {
      const register = new Register(rules, body, told);
      const left = ['notice', ...Array.from({ length: told.proposals }, (_, index) => `p${index}`)];
      const model = (): Model => ({
        here: new Set(register.everybody),
        out: new Set(),
        choice: new Map(),
        left,
        tied: false,
      });
      fc.modelRun(() => ({ model: model(), real: register }), steps);
    }),
    { numRuns: runs, ...(seed !== undefined && { seed }) },
  );
}

/** The secretary goes round the table: everybody who may vote votes, so that plays come to counts and not only to waiting. */
function everybodyCommand(last: 'yes' | 'no'): Command {
  return {
    check: (m) => !finished(m) && !m.tied,
    run: (m, register) => {
      for (const [index, id] of register.everybody.entries())
        if (may(m, id)) castCommand(id, index % 2 === 0 ? 'yes' : last).run(m, register);
        else castCommand(id, 'absent').run(m, register);
    },
    toString: () => `everybody(${last})`,
  };
}
