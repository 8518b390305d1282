import { dayOf, foer, matched, month, monthNumber, type ProjectFacts, type Rule, sentence } from './paper-sentence.ts';

/** What follows about the project that was named last. */
const facts: readonly Rule<ProjectFacts>[] = [
  {
    rule: 'capacity',
    form: new RegExp(
      String.raw`antal(?:et)? (?<counted>[\p{L}]{3,20}) i (?:pilot)?projektet var (?:i )?(?<month>${month}) (?:ar )?(?<year>\d{4}) (?<value>\d{1,6})(?: stycken)?`,
      'du',
    ),
    read: ({ counted }, { month, year, value }) => ({
      capacity: { value: Number(value), asOf: dayOf(year!, month), counted: counted! },
    }),
  },
  {
    rule: 'maximum',
    form: /max(?:taket|antalet|platser)? (?:ar|uppgar till) (?<value>\d{1,6})(?: [\p{L}]+)?/du,
    read: (_, { value }) => ({ maximum: Number(value) }),
  },
  {
    rule: 'delay',
    form: /^att (?<cause>.{8,160}?) har lett till att (?<effect>[^.]{8,240})/du,
    read: ({ cause, effect }) => ({ cause: sentence(cause!), effect: sentence(effect!) }),
  },
  {
    rule: 'carry-on-decision',
    form: /^d.rf.r togs (?<decision>beslut om [^.]{4,200})/du,
    read: ({ decision }) => ({ decision: sentence(decision!) }),
  },
  {
    rule: 'decision-to-run',
    form: new RegExp(
      String.raw`(?<decision>beslut om genomforande av (?:pilot)?projektet fattades av [^.]{4,120}?(?<month>${month}) (?<year>\d{4}))`,
      'du',
    ),
    read: ({ decision }, { month, year }) => ({ decision: sentence(decision!), decidedOn: dayOf(year!, month) }),
  },
  {
    rule: 'site',
    form: /(?:forlagt|forlagd|forlagda) till (?<site>\p{L}[\p{L} -]{2,60}?)(?=[.,;]|$| i | dar )/du,
    read: ({ site }) => ({ site: site! }),
  },
  {
    rule: 'leader-employed',
    form: new RegExp(
      String.raw`^i (?<month>${month}) anstalldes (?:en |ett )?(?<leader>\p{L}{4,40}),? som aven (?:kommer )?(?:att )?(?:vara|ar) projektledare`,
      'du',
    ),
    read: ({ leader }, { month }) => ({ leader: sentence(leader!), leaderMonth: monthNumber(month!) }),
  },
  {
    rule: 'work-to-begin',
    form: new RegExp(
      String.raw`^enligt plan(?:en)? ska .{4,80}? (?:paborjas|starta|inledas) (?:under |i )?(?<month>${month})(?!\p{L})`,
      'du',
    ),
    read: (_, { month }) => ({ siteMonth: monthNumber(month!) }),
  },
  {
    rule: 'waiting-effect',
    form: /laggas i vantelage vilket (?:kommer )?(?<effect>(?:att )?medfora? [^.]{8,240})/du,
    read: ({ effect }) => ({ phase: 'paused', effect: sentence(effect!) }),
  },
  {
    rule: 'work-paused',
    form: /^med anledning av (?<cause>[^.]{4,80}?) har (?:utvecklings)?(?:arbetet|projektet) pausats/du,
    read: ({ cause }) => ({ phase: 'paused', cause: sentence(cause!) }),
  },
  {
    rule: 'decision-to-roll-out',
    form: new RegExp(`(?<decision>fattade beslut att permanenta .{3,140}? och breddin${foer}a [^.]{4,120})`, 'du'),
    read: ({ decision }) => ({ phase: 'rollout', decision: sentence(decision!) }),
  },
  {
    rule: 'end-moved',
    form: new RegExp(String.raw`foreslas en forlangning till (?<month>${month}) (?<year>\d{4})`, 'du'),
    read: (_, { month, year }) => ({ to: dayOf(year!, month) }),
  },
];

/** All that a sentence says of the project that was named last. */
export function factsIn(text: string): readonly { readonly rule: string; readonly facts: ProjectFacts }[] {
  return facts.flatMap((one) => {
    const found = matched(one, text);
    return found ? [{ rule: one.rule, facts: found }] : [];
  });
}
