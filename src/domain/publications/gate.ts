import { formOfNumber, identityNumbersIn } from '../../kernel/identity-numbers.ts';
import { hiddenItemTitle } from '../meetings/index.ts';
import type { PublishedRecord } from '../published/index.ts';
import { isPublic, type SecrecyLevel, withheldText } from '../secrecy/index.ts';
import { emailsIn, phonesIn, provisionsIn } from './contact-words.ts';
import type { Finding, FindingKind } from './finding.ts';
import { type GateText, gateTexts } from './gate-texts.ts';
import { nameKey, nameLikesIn } from './person-names.ts';

/** What the gate knows beside the record: read once, so that the rules are pure. */
export type GateScene = {
  /** Names of those with a seat, an attendance or an account, and of bodies, as `nameKey` writes them. */
  readonly roster: ReadonlySet<string>;
  /** The text of each file, by its hash; null where none could be read. */
  readonly fileTexts: ReadonlyMap<string, string | null>;
  /** The highest level of anything that the record shows or is made of. */
  readonly secrecy: SecrecyLevel;
};

/**
 * Everything that speaks against making a record public as it is: pure rules over its words and those of its files. The same words are told once, at the
 * first place where they stand; masking takes them away everywhere.
 */
export function gateFindings(record: PublishedRecord, scene: GateScene): readonly Finding[] {
  const texts = gateTexts(record, scene.fileTexts);
  const known = (key: string) => scene.roster.has(key);
  return distinct([
    ...secrecyFindings(scene.secrecy),
    ...numberFindings(texts),
    ...texts.flatMap((text) => [
      ...told('phone', text, phonesIn(text.text)),
      ...told('email', text, emailsIn(text.text)),
      ...told('provision', text, provisionsIn(withoutStandingWords(text.text))),
      ...told(
        'name',
        text,
        nameLikesIn(text.text, known).map(({ written }) => written),
      ),
    ]),
    ...record.files.flatMap(({ sha256, fileName }): readonly Finding[] =>
      scene.fileTexts.get(sha256) ? [] : [{ kind: 'unreadFile', place: fileName, words: '', form: fileName, sha256 }],
    ),
  ]);
}

function secrecyFindings(level: SecrecyLevel): readonly Finding[] {
  if (isPublic(level)) return [];
  const kind = level === 'protectedPerson' ? 'protectedPerson' : 'secret';
  return [{ kind, place: 'Sekretess', words: '', form: '', sha256: null }];
}

/** Numbers are looked for over the whole of what follows each other, but never from the record into a file or from one file into the next. */
function numberFindings(texts: readonly GateText[]): readonly Finding[] {
  const sources = new Set(texts.map(({ sha256 }) => sha256));
  return [...sources].flatMap((sha256) => {
    const own = texts.filter((text) => text.sha256 === sha256);
    return identityNumbersIn(own.map(({ text }) => text)).map(
      ({ strength, text, written }): Finding => ({
        kind: strength === 'plain' ? 'identityNumber' : 'brokenIdentityNumber',
        place: own[text]?.place ?? '',
        words: written ?? '',
        form: written === null ? '●●●●●●-●●●●' : formOfNumber(written),
        sha256,
      }),
    );
  });
}

function told(kind: FindingKind, { place, sha256 }: GateText, words: readonly string[]): readonly Finding[] {
  return words.map((one) => ({ kind, place, words: one, form: one, sha256 }));
}

/** The words that the product itself puts where something is hidden speak of secrecy, and hide what they should. */
function withoutStandingWords(text: string): string {
  return [hiddenItemTitle, ...Object.values(withheldText)].reduce((rest, words) => rest.replaceAll(words, ''), text);
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ kind, words, form, sha256 }) => {
    const key = [kind, kind === 'name' ? nameKey(words) : words || form, sha256].join('\n');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
