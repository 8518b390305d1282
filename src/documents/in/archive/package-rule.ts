import { isCivilDate } from '../../../kernel/civil-date.ts';
import type { Localized } from '../../../kernel/language.ts';
import { childrenOf, type XmlElement } from '../xml/parse-xml.ts';
import type { MetsDocument, OpenedPackage } from './open-package.ts';

/** From where a rule comes. The ids are those of the specifications; rules of a schema are named after it, since it gives them no ids. */
export const ruleSources = {
  csip: { sv: 'E-ARK CSIP 2.1.0, avsnitt 4 och 5', en: 'E-ARK CSIP 2.1.0, sections 4 and 5' },
  sip: { sv: 'E-ARK SIP 2.1.0, METS-profilen', en: 'E-ARK SIP 2.1.0, the METS profile' },
  erms: { sv: 'CITS ERMS 2.1.3, XML-schema och Schematron', en: 'CITS ERMS 2.1.3, XML schema and Schematron' },
  premis: { sv: 'PREMIS 3.0, XML-schema', en: 'PREMIS 3.0, XML schema' },
} as const satisfies Record<string, Localized>;
export type RuleSource = keyof typeof ruleSources;

/** A requirement on a package: its id where it comes from, the place in words like XPath, what it asks, and what breaks it. */
export type PackageRule = {
  readonly id: string;
  readonly source: RuleSource;
  readonly level: 'MUST' | 'SHOULD';
  readonly where: string;
  readonly says: Localized;
  /** The places that break the rule; none when it is kept. */
  readonly check: (opened: OpenedPackage) => readonly string[];
};

/** A rule on each METS document of a package. */
export function metsRule(
  id: string,
  where: string,
  says: Localized,
  check: (mets: MetsDocument, opened: OpenedPackage) => readonly string[],
  level: PackageRule['level'] = 'MUST',
): PackageRule {
  return {
    id,
    source: id.startsWith('SIP') ? 'sip' : 'csip',
    level,
    where,
    says,
    check: (opened) => opened.mets.flatMap((mets) => check(mets, opened).map((place) => `${mets.path}: ${place}`)),
  };
}

/** What an attribute must be, told so that it can be printed. */
export type Expected = {
  readonly says: Localized;
  readonly holds: (value: string, element: XmlElement, mets: MetsDocument, opened: OpenedPackage) => boolean;
};

export const present: Expected = {
  says: { sv: 'ska finnas', en: 'must be there' },
  holds: (value) => value.trim() !== '',
};

export const exactly = (...values: readonly string[]): Expected => ({
  says: { sv: `ska vara ${values.join(' eller ')}`, en: `must be ${values.join(' or ')}` },
  holds: (value) => values.includes(value),
});

export const moment: Expected = {
  says: { sv: 'ska vara datum och tid', en: 'must be a date with time' },
  holds: (value) => isDateTime(value),
};

/** xs:dateTime of XML Schema, with a day that exists. */
export function isDateTime(value: string): boolean {
  const form = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(value);
  return form !== null && isCivilDate(form[1] ?? '');
}

export const uniqueId: Expected = {
  says: { sv: 'ska vara ett id som finns en gång i paketet', en: 'must be an id that stands once in the package' },
  holds: (value, _element, _mets, { ids }) => /^[A-Za-z_][\w.-]*$/.test(value) && ids.get(value) === 1,
};

export const mediaType: Expected = {
  says: { sv: 'ska vara en mediatyp', en: 'must be a media type' },
  holds: (value) => /^[\w.+-]+\/[\w.+-]+$/.test(value),
};

/** A rule on an attribute of some elements: it must be there and be as expected, on each of them. */
export function attributeRule(
  id: string,
  where: string,
  elements: (mets: MetsDocument) => readonly XmlElement[],
  name: string,
  expected: Expected = present,
): PackageRule {
  const says = { sv: `${where} ${expected.says.sv}.`, en: `${where} ${expected.says.en}.` };
  return metsRule(id, where, says, (mets, opened) =>
    elements(mets).flatMap((one) => {
      const value = one.attributes[name];
      if (value !== undefined && expected.holds(value, one, mets, opened)) return [];
      return [`${nameOf(one)} @${name}=${value ?? '–'}`];
    }),
  );
}

/** The elements at a path of child elements below the root of a METS: `amdSec/digiprovMD/mdRef`. */
export function elementsAt(mets: MetsDocument, path: string): readonly XmlElement[] {
  return path
    .split('/')
    .reduce<readonly XmlElement[]>(
      (found, step) => found.flatMap((one) => childrenOf(one, `mets:${step}`)),
      [mets.root],
    );
}

/** How an element is named to a person: by its name, and its id or label. */
export function nameOf({ name, attributes }: XmlElement): string {
  const mark = attributes.ID ?? attributes.LABEL ?? attributes.USE;
  return `${name.slice(name.indexOf(':') + 1)}${mark ? ` (${mark})` : ''}`;
}
