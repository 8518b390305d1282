import { capitalised } from '../../documents/tree/recognise.ts';

/** Who gives an assignment to whom, and who must be heard: what the formula "… får i uppdrag" says. */
export type Addressees = {
  readonly recipients: readonly string[];
  readonly consulted: readonly string[];
  readonly givenBy?: string;
};

// (Here and below: space is only tried from where it begins, or a long run of it would be tried from each of its places.)
const gives =
  /(?:^|[.:]\s+(?=\S))(?<subject>[^.:]*?)(?<!\s)\s+(?:får|ges|har fått)\s+(?<pronoun>de\s+)?(?:även\s+|också\s+)?i uppdrag(?!\p{L})/iu;
const consults = /görs i samråd med\s+(?<bodies>[^.:]+)/iu;

/** Whether the words are the formula that names the recipients of the assignments after it. */
export function isRecipientFormula(text: string): boolean {
  return gives.test(text) && /i uppdrag(?:\s*:)?(?:\s*att(?:\s*:)?)?$/iu.test(text.trim());
}

/**
 * Reads the formula. In "Beredningarna är fria att … Utöver detta får de även i uppdrag:" the recipient is the subject of the sentence before.
 * A recipient with its owner before it ("Nämndens beredning för X") is given its own name, and the owner is the giver.
 */
export function addresseesIn(text: string): Addressees {
  const { subject = '', pronoun } = gives.exec(text)?.groups ?? {};
  const printed = pronoun
    ? (/^(?<first>.*?)(?<!\s)\s+(?:är|ska|skall|har|kan)\s/u.exec(text)?.groups?.first ?? '')
    : subject.trim();
  const consulted = consults.exec(text)?.groups?.bodies;
  const owned = /^(?<owner>.+?(?:nämnden|styrelsen|fullmäktige))s\s+(?<name>beredning\s.+)$/iu.exec(printed)?.groups;
  const owner = /^(?<owner>.+?(?:nämnden|styrelsen|fullmäktige))s\s/iu.exec(printed)?.groups?.owner;
  const name = capitalised(owned?.name ?? printed);
  return {
    recipients: name ? [name] : [],
    consulted: consulted ? [consulted.trim()] : [],
    ...(owner && { givenBy: capitalised(owner) }),
  };
}
