/**
 * A second, independent telling of who serves in a meeting, for model-based tests: the product keeps how each person stands, the model keeps who sits
 * on each chair. Four people act on one meeting in random order; after each act both must agree on whether it was possible, who serves, whether the
 * body has its quorum, and which § each item got.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';

/** What is done to the meeting, as the verbs of the product take it. */
export type Act =
  | { readonly act: 'arrive' | 'leave' | 'stop' | 'declare'; readonly who: string }
  | { readonly act: 'serve'; readonly who: string; readonly seat: string }
  | { readonly act: 'callUp'; readonly item: string }
  | { readonly act: 'end' | 'adjourn' | 'resume' | 'resumeNextDay' | 'close' };

/** A meeting that is acted on: the verbs on a database, or the rules of the product without one. `act` answers whether it was let through. */
export type Subject = {
  readonly act: (act: Act, by: number) => Promise<boolean>;
  readonly look: () => Promise<Look>;
};

export type Look = {
  readonly serving: readonly string[];
  readonly quorate: boolean;
  /** The items in the order of their §§. */
  readonly numbered: readonly (readonly [number, string])[];
};

/** Five chairs, the last of them vacant; two deputies; somebody who only informs. */
export const cast = {
  members: ['Ada', 'Bo', 'Cia', 'Dan'],
  deputies: ['Eva', 'Filip'],
  guests: ['Gun'],
  seats: ['Ada', 'Bo', 'Cia', 'Dan', 'vacant'],
  items: ['first', 'second', 'third', 'fourth'],
} as const;
const everybody: readonly string[] = [...cast.members, ...cast.deputies, ...cast.guests];

/** The meeting as the model keeps it. */
export class Chairs {
  phase: 'running' | 'adjourned' | 'closed' = 'running';
  item: string | null = null;
  readonly here = new Set<string>();
  readonly outside = new Set<string>();
  readonly chairs = new Map<string, string>();
  /** Which chair somebody outside has left. */
  readonly left = new Map<string, string>();
  readonly brokeOffToday = new Set<string>();
  readonly declared = new Set<string>();
  readonly numbers: string[] = [];

  /** Does it if the law and the secretary's order of things allow it, and answers whether. */
  does(act: Act): boolean {
    if (this.phase === 'closed') return false;
    switch (act.act) {
      case 'arrive':
        return this.when(!this.here.has(act.who), () => {
          this.here.add(act.who);
          if (this.item === null || !this.declared.has(`${this.item} ${act.who}`)) return;
          this.sit();
          this.stepOut(act.who);
        });
      case 'leave':
        return this.when(this.here.has(act.who), () => {
          if (this.chairOf(act.who) !== undefined || this.left.has(act.who)) this.brokeOffToday.add(act.who);
          this.standUp(act.who);
          this.here.delete(act.who);
          this.outside.delete(act.who);
          this.left.delete(act.who);
        });
      case 'serve': {
        const mayServe =
          (cast.deputies as readonly string[]).includes(act.who) &&
          this.atTable(act.who) &&
          this.chairOf(act.who) === undefined &&
          !this.brokeOffToday.has(act.who);
        return this.when(mayServe && !this.chairs.has(act.seat), () => this.chairs.set(act.seat, act.who));
      }
      case 'stop':
        return this.when(
          (cast.deputies as readonly string[]).includes(act.who) && this.chairOf(act.who) !== undefined,
          () => this.standUp(act.who),
        );
      case 'declare':
        return this.when(this.item !== null && !this.declared.has(`${this.item} ${act.who}`), () => {
          this.declared.add(`${this.item} ${act.who}`);
          if (this.atTable(act.who)) this.stepOut(act.who);
        });
      case 'callUp':
        return this.when(this.phase === 'running', () => this.callUp(act.item));
      case 'end':
        return this.when(this.phase === 'running' && this.item !== null, () => this.endItem());
      case 'adjourn':
        return this.when(this.phase === 'running', () => this.turn('adjourned'));
      case 'resume':
        return this.when(this.phase === 'adjourned', () => this.turn('running'));
      case 'resumeNextDay':
        return this.when(this.phase === 'adjourned', () => {
          this.phase = 'running';
          this.brokeOffToday.clear();
        });
      case 'close':
        return this.when(this.phase === 'running' && this.item === null, () => this.turn('closed'));
    }
  }

  look(): Look {
    return {
      serving: [...this.chairs.values()].sort(),
      quorate: this.chairs.size * 2 > cast.seats.length,
      numbered: this.numbers.map((item, index) => [index + 1, item]),
    };
  }

  private callUp(item: string): boolean {
    if (this.item === item) return true;
    const kept = this.kept();
    this.endItem();
    this.sit();
    if (!this.look().quorate) {
      this.restore(kept);
      return false;
    }
    this.item = item;
    if (!this.numbers.includes(item)) this.numbers.push(item);
    for (const who of everybody) if (this.atTable(who) && this.declared.has(`${item} ${who}`)) this.stepOut(who);
    return true;
  }

  private endItem(): void {
    if (this.item === null) return;
    for (const [who, chair] of this.left) {
      const replacing = this.chairs.get(chair);
      if (replacing !== undefined && replacing !== who && (cast.deputies as readonly string[]).includes(replacing))
        this.chairs.delete(chair);
    }
    for (const who of everybody.filter((one) => this.outside.has(one))) {
      this.outside.delete(who);
      const chair = this.left.get(who);
      this.left.delete(who);
      // The member of the chair comes before a deputy who comes back to it.
      this.sit();
      if (chair !== undefined && !this.chairs.has(chair)) this.chairs.set(chair, who);
    }
    this.item = null;
  }

  private turn(phase: Chairs['phase']): void {
    this.phase = phase;
  }

  private stepOut(who: string): void {
    const chair = this.chairOf(who);
    if (chair !== undefined) this.left.set(who, chair);
    this.standUp(who);
    this.outside.add(who);
  }

  private standUp(who: string): void {
    const chair = this.chairOf(who);
    if (chair !== undefined) this.chairs.delete(chair);
  }

  private chairOf(who: string): string | undefined {
    return [...this.chairs].find(([, holder]) => holder === who)?.[0];
  }

  private atTable(who: string): boolean {
    return this.here.has(who) && !this.outside.has(who);
  }

  /** Members sit down on their own chairs wherever these are empty. */
  private sit(): void {
    for (const member of cast.members)
      if (this.atTable(member) && !this.chairs.has(member) && !this.brokeOffToday.has(member))
        this.chairs.set(member, member);
  }

  private when(possible: boolean, run: () => unknown): boolean {
    if (!possible) return false;
    const kept = this.kept();
    if (run() === false) {
      this.restore(kept);
      return false;
    }
    this.sit();
    return true;
  }

  private kept() {
    const { phase, item, here, outside, brokeOffToday, declared, chairs, left, numbers } = this;
    return structuredClone({ phase, item, here, outside, brokeOffToday, declared, chairs, left, numbers });
  }

  private restore(kept: ReturnType<Chairs['kept']>): void {
    this.phase = kept.phase;
    this.item = kept.item;
    for (const name of ['here', 'outside', 'brokeOffToday', 'declared'] as const) {
      this[name].clear();
      for (const one of kept[name]) this[name].add(one);
    }
    for (const name of ['chairs', 'left'] as const) {
      this[name].clear();
      for (const [key, value] of kept[name]) this[name].set(key, value);
    }
    this.numbers.splice(0, this.numbers.length, ...kept.numbers);
  }
}

/** One act by one of the four. */
class Deed implements fc.AsyncCommand<Chairs, Subject> {
  readonly act: Act;
  readonly by: number;

  constructor(act: Act, by: number) {
    this.act = act;
    this.by = by;
  }

  check(): boolean {
    return true;
  }

  async run(model: Chairs, subject: Subject): Promise<void> {
    const expected = model.does(this.act);
    const done = await subject.act(this.act, this.by);
    assert.equal(done, expected, `${this.toString()} ${expected ? 'is possible' : 'is not possible'}`);
    const look = await subject.look();
    assert.deepEqual({ ...look, serving: [...look.serving].sort() }, model.look());
    // What holds whatever happens: one person one chair, and nobody decides who is not at the table.
    assert.equal(new Set(look.serving).size, look.serving.length);
    for (const who of look.serving) assert.ok(model.here.has(who) && !model.outside.has(who), `${who} is not there`);
    assert.equal(look.serving.includes('Gun'), false);
  }

  toString(): string {
    return `${this.by}:${Object.values(this.act).join(' ')}`;
  }
}

const deed = (acts: fc.Arbitrary<Act>) => fc.tuple(acts, fc.nat(3)).map(([act, by]) => new Deed(act, by));
const who = fc.constantFrom(...everybody);
const item = fc.constantFrom(...cast.items);

/** Who is there from the beginning: a quorum and a deputy. */
const rollCall = ['Ada', 'Bo', 'Cia', 'Eva'];

/** A meeting is seldom closed, so that most of what follows finds it open. */
const lateActs = [...Array.from({ length: 6 }, () => 'resume' as const), 'end', 'end', 'close'] as const;

/** Random meetings: people come and go, deputies step in, items are called up, somebody is disqualified, the day is broken off. */
export function meetings(maxCommands: number) {
  return fc.commands(
    [
      deed(fc.record({ act: fc.constant('arrive' as const), who })),
      deed(fc.record({ act: fc.constant('arrive' as const), who })),
      deed(fc.record({ act: fc.constant('leave' as const), who })),
      deed(
        fc.record({
          act: fc.constant('serve' as const),
          who: fc.constantFrom(...cast.deputies, 'Gun'),
          seat: fc.constantFrom(...cast.seats),
        }),
      ),
      deed(fc.record({ act: fc.constant('stop' as const), who: fc.constantFrom(...cast.deputies) })),
      deed(fc.record({ act: fc.constant('callUp' as const), item })),
      deed(fc.record({ act: fc.constant('callUp' as const), item })),
      deed(fc.record({ act: fc.constant('declare' as const), who })),
      deed(
        fc.record({
          act: fc.constantFrom('end' as const, 'adjourn' as const, 'resume' as const, 'resumeNextDay' as const),
        }),
      ),
      deed(fc.record({ act: fc.constantFrom(...lateActs) })),
    ],
    { maxCommands, size: 'max' },
  );
}

/**
 * Throws when a subject and the model part ways in one of the runs; fast-check shows the shortest meeting in which they do. Answers how often each act
 * was let through, so that a test can see that the meetings were no empty ones.
 */
export async function agree(
  open: () => Promise<Subject>,
  options: { readonly runs: number; readonly commands: number; readonly seed?: number },
): Promise<Readonly<Record<Act['act'], number>>> {
  const done: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(meetings(options.commands), (commands) =>
      fc.asyncModelRun(async () => {
        const subject = await open();
        const act: Subject['act'] = async (one, by) => {
          const through = await subject.act(one, by);
          if (through) done[one.act] = (done[one.act] ?? 0) + 1;
          return through;
        };
        const model = new Chairs();
        for (const name of rollCall) {
          model.does({ act: 'arrive', who: name });
          await subject.act({ act: 'arrive', who: name }, 0);
        }
        return { model, real: { ...subject, act } };
      }, commands),
    ),
    // Unbiased, because the biased runs of fast-check are mostly meetings in which hardly anything happens.
    { numRuns: options.runs, unbiased: true, ...(options.seed !== undefined && { seed: options.seed }) },
  );
  return done as Record<Act['act'], number>;
}
