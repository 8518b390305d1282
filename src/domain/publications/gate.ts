import { holdsPersonalNumber } from '../../kernel/personal-number.ts';
import type { PublishedRecord } from '../published/index.ts';
import type { Finding } from './finding.ts';
import { gateTexts } from './gate-texts.ts';

/** What the gate knows beside the record: read once, so that the rules are pure. */
export type GateScene = {
  /** Names of those with a seat, an attendance or an account, as `nameKey` writes them. */
  readonly roster: ReadonlySet<string>;
  /** The text of each file, by its hash; null where none could be read. */
  readonly fileTexts: ReadonlyMap<string, string | null>;
};

/** Everything that speaks against making a record public as it is. */
export function gateFindings(record: PublishedRecord, scene: GateScene): readonly Finding[] {
  return gateTexts(record, scene.fileTexts).flatMap(({ place, text, sha256 }): readonly Finding[] =>
    holdsPersonalNumber(text) ? [{ kind: 'identityNumber', place, words: '', form: '', sha256 }] : [],
  );
}
