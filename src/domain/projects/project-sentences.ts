import { dayOf, foer, matched, month, type Naming, type Rule, scanFolded, sentence, tidy } from './paper-sentence.ts';

const quoted = '"(?<name>[^"]{3,90})"';

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
