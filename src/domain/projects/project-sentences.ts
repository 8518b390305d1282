import type { ProjectPhase } from './project-transitions.ts';

/** A figure of capacity as a paper gives it: 38 of 120 patients in December 2024 (PRJ-09). */
export type ReadCapacity = {
  readonly value: number;
  readonly max?: number;
  readonly asOf?: string;
  readonly counted?: string;
};

/** What a paper says of a project beside its name. */
export type ProjectFacts = {
  readonly phase?: ProjectPhase;
  readonly from?: string;
  readonly to?: string;
  readonly site?: string;
  readonly capacity?: ReadCapacity;
  readonly maximum?: number;
  readonly cause?: string;
  readonly effect?: string;
  readonly decision?: string;
  readonly decidedOn?: string;
};

/** That a sentence names a project, with what the same words say of it. */
export type Naming = ProjectFacts & {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly rule: string;
};

/**
 * The same text for comparing, letter by letter in the same place: without dots and rings over letters, because a scan loses just these ("fér" for
 * "för"), and with the stroke that a scan reads for a capital I.
 */
export function scanFolded(text: string): string {
  return [...text]
    .map((letter) => {
      if (letter.length > 1) return letter.replace(/./gsu, ' ').padEnd(letter.length, ' ').slice(0, letter.length);
      if (letter === '|') return 'i';
      if (letter === '&') return 'a';
      if ('”“„'.includes(letter)) return '"';
      return (letter.normalize('NFD')[0] ?? letter).toLowerCase();
    })
    .join('');
}

const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];
const month = `(?:${months.join('|')})`;
const quoted = '"(?<name>[^"]{3,90})"';
/** Ö that a scan has read as e, é or o. */
const foer = 'f[eo]r';

type Groups = Readonly<Record<string, string | undefined>>;
type Rule<Answer> = {
  readonly rule: string;
  readonly form: RegExp;
  readonly read: (groups: Groups, folded: Groups) => Answer;
};

/** How papers name a project. `name` is what the words call it; the first form that fits counts. */
const namings: readonly Rule<Omit<Naming, 'rule'> | undefined>[] = [
  {
    rule: 'project-pilot-started',
    form: new RegExp(
      String.raw`^(?<kind>pilotprojekt|projekt)(?:et)? ${foer} (?<name>[^()]{5,80}) \((?<short>[\p{L}]{2,8})\) (?:startade|inleddes|paborjades)(?: (?:ar|i|under))*(?: (?<month>${month}))?(?: (?<year>\d{4}))?`,
      'du',
    ),
    read: ({ name, short }, { kind, month, year }) => ({
      name: name!,
      aliases: [short!],
      phase: kind === 'pilotprojekt' ? 'pilot' : 'project',
      ...(year && { from: dayOf(year, month) }),
    }),
  },
  {
    rule: 'project-clinical-start',
    form: new RegExp(
      String.raw`(?:^|\s)i (?<month>${month}) (?<year>\d{4}) startade (?<name>[\p{L}][\p{Ll}]+(?: [\p{Ll}]+){0,4}?) (?<short>[\p{L}]{3,6}) (?<site>[\p{L}]+ lansdelen)[^.]{0,80} i projektform`,
      'du',
    ),
    read: ({ name, short, site }, { month, year }) => ({
      name: name!,
      aliases: [short!],
      phase: 'project',
      from: dayOf(year!, month),
      site: site!,
    }),
  },
  {
    rule: 'project-pilot-work',
    form: new RegExp(
      String.raw`pilotverksamhet(?:en)? (?:${foer}|med) (?<name>[\p{L} -]{5,90}?)(?= av personer| ${foer} personer| inom | hos | vid |[,.;]|$)`,
      'du',
    ),
    read: ({ name }) => ({ name: name!, phase: 'pilot' }),
  },
  {
    rule: 'project-two-quoted-waiting',
    form: new RegExp(
      `(?:program|projekt)(?:met|en|et)? ${quoted}(?: och "(?<second>[^"]{3,90})")? har fatt laggas i vantelage`,
      'du',
    ),
    read: ({ name }) => ({ name: name!, phase: 'paused' }),
  },
  {
    rule: 'project-called',
    form: new RegExp(`projektet (?:gar under namnet|kallas|heter) ${quoted}`, 'du'),
    read: ({ name }) => ({ name: name!, phase: 'project' }),
  },
  {
    rule: 'project-quoted',
    form: new RegExp(String.raw`(?<!\p{L})(?:utvecklings)?(?:projekt|program)(?:et|met) ${quoted}`, 'du'),
    read: ({ name }) => ({ name: name!, phase: 'project' }),
  },
  {
    rule: 'project-feasibility',
    form: /inlett en forstudie (?:gallande|om|kring|av) (?<name>[^.;]{6,110})/du,
    read: ({ name }) => ({ name: name!, phase: 'feasibility' }),
  },
  {
    rule: 'project-extension-paused',
    form: /(?<name>utbyggnaden av [\p{L} -]{4,60}?) (?:ar|har) pausa(?:d|ts?)(?: pa grund av (?<cause>[^.]+))?/du,
    read: ({ name, cause }) => ({ name: name!, phase: 'paused', ...(cause && { cause: sentence(cause) }) }),
  },
  {
    rule: 'project-pilot-ongoing',
    form: new RegExp(
      String.raw`pagaende pilot (?:in${foer}|med|av) (?<name>[\p{L} -]{5,80}?)(?= samt | och |[,.;]|$)`,
      'du',
    ),
    read: ({ name }) => ({ name: name!, phase: 'pilot' }),
  },
  {
    rule: 'project-work-of-years',
    form: /ett uppdrag pagar under perioden (?<from>\d{4})\s?[-–]\s?(?<to>\d{4}) f.r att (?:framja|utveckla|stodja|starka) (?<name>[^.;]{8,110})/du,
    read: ({ name }, { from, to }) => ({ name: name!, phase: 'project', from: from!, to: to! }),
  },
  {
    rule: 'project-expedition',
    form: /(?<name>expeditionen i [\p{L} -]{4,40}?) har haft i uppdrag att/du,
    read: ({ name }) => ({ name: name!, phase: 'project' }),
  },
];

/** How headings name one: "i projektet Gemensam …", "Gemensam utveckling av …". */
const headings: readonly Rule<Omit<Naming, 'rule'> | undefined>[] = [
  {
    rule: 'project-heading',
    form: /(?<!\p{L})projekt(?:et)? (?<name>\p{L}[\p{L}\d -]{5,90})$/du,
    read: ({ name }) => (/^\p{Lu}/u.test(name!) ? { name: name!, phase: 'project' } : undefined),
  },
  {
    rule: 'project-heading-development',
    form: /^(?<name>gemensam utveckling av \p{L}[\p{L}\d -]{5,80})$/du,
    read: ({ name }) => ({ name: name!, phase: 'idea' }),
  },
];

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

/** The project that a sentence or a heading names. */
export function namingIn(text: string, heading: boolean): Naming | undefined {
  for (const one of heading ? headings : namings) {
    const found = matched(one, text);
    const name = found && tidy(found.name);
    if (found && name && name.length >= 5) return { ...found, name, rule: one.rule };
  }
  return undefined;
}

/** Another project that waits with the one named first: two in one sentence. */
export function secondNaming(text: string): Naming | undefined {
  const second = /"[^"]{3,90}" och "(?<name>[^"]{3,90})" har fatt laggas/du.exec(scanFolded(text));
  const at = second?.indices?.groups?.name;
  return at && { name: tidy(text.slice(at[0], at[1])), phase: 'paused', rule: 'project-two-quoted-waiting' };
}

/** All that a sentence says of the project that was named last. */
export function factsIn(text: string): readonly { readonly rule: string; readonly facts: ProjectFacts }[] {
  return facts.flatMap((one) => {
    const found = matched(one, text);
    return found ? [{ rule: one.rule, facts: found }] : [];
  });
}

/** A short form of a name that stands beside it in brackets: "SMO (samordnat …)" or "Samordnat … (SMO)". */
export function shortFormOf(name: string, text: string): string | undefined {
  const [folded, key] = [scanFolded(text), scanFolded(name)];
  for (let at = folded.indexOf(key); key && at >= 0; at = folded.indexOf(key, at + key.length)) {
    const before = /(?<short>\p{Lu}{2,8}) \($/u.exec(text.slice(Math.max(0, at - 12), at))?.groups?.short;
    const behind = /^ \((?<short>\p{Lu}{2,8})\)/u.exec(text.slice(at + key.length, at + key.length + 12))?.groups
      ?.short;
    if (before ?? behind) return before ?? behind;
  }
  return undefined;
}

function matched<Answer>({ form, read }: Rule<Answer>, text: string): Answer | undefined {
  const folded = scanFolded(text);
  const found = form.exec(folded);
  if (!found) return undefined;
  const original = Object.fromEntries(
    Object.entries(found.indices?.groups ?? {}).map(([key, at]) => [key, at && text.slice(at[0], at[1])]),
  );
  return read(original, found.groups ?? {});
}

function dayOf(year: string, monthWord: string | undefined): string {
  return monthWord ? `${year}-${String(months.indexOf(monthWord) + 1).padStart(2, '0')}` : year;
}

/** Begins with a capital, and has no spaces around. */
const tidy = (text: string) => sentence(text.replace(/\s+/gu, ' '));

function sentence(text: string): string {
  const words = text.replace(/\s+/gu, ' ').trim();
  return `${words.charAt(0).toLocaleUpperCase('sv')}${words.slice(1)}`;
}
