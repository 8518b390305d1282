import {
  type Block,
  bullets,
  type DocumentTree,
  heading,
  type Inline,
  paragraph,
  text,
  timeWords,
} from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { AgreementParty, WholeAgreement } from './agreement.ts';
import { agreementDecisionBases, agreementKinds, partyOutcomes } from './agreement-codes.ts';
import { agreementPhase, agreementPhases, endOfTerm, lastDayOfNotice } from './agreement-term.ts';
import { agreementStates } from './agreement-transitions.ts';

/**
 * An agreement as a paper: what holds on the day, the text that was decided (or the last proposal, said to be one), who the parties are, what each of
 * them decided, and rows for signatures where somebody has not signed.
 */
export function agreementDocument(agreement: WholeAgreement, authority: string, today?: CivilDate): DocumentTree {
  const { versions, parties, claims } = agreement;
  const version = versions.findLast(({ fixedOn }) => fixedOn !== null) ?? versions.at(-1);
  const told = claims.filter(({ settledOn }) => settledOn === null);
  return {
    title: agreement.name,
    subtitle: agreementKinds[agreement.kind].sv,
    author: authority,
    language: 'sv',
    ...(today && { date: today }),
    facts: factsOf(agreement, today),
    blocks: [
      ...section('Syfte', agreement.purpose),
      ...section('Omfattning', agreement.scope),
      heading(1, version?.fixedOn === null ? `Förslag till text, version ${version.number}` : 'Överenskommelsens text'),
      ...(version ? textBlocks(version.text) : [paragraph('Texten finns inte i registret.')]),
      ...(agreement.changes.length > 0
        ? [heading(1, 'Ändringar mot den tidigare'), bullets(...agreement.changes)]
        : []),
      heading(1, 'Parter och beslut'),
      ...(parties.length > 0 ? [decisionTable(parties)] : [paragraph('Inga parter är angivna.')]),
      ...told.map(({ words }) => paragraph(`Enligt uppgift i källa, inte visat part för part: ”${words}”`)),
      ...signatureBlocks(parties),
    ],
  };
}

/** Without a day the term stands as it was agreed: a snapshot does not say what holds on the day it is read. */
function factsOf(agreement: WholeAgreement, today: CivilDate | undefined) {
  const { from, openEnded, noticeMonths, renewMonths, diaryNumber, predecessor, predecessorTold, notice, body } =
    agreement;
  const end = today ? endOfTerm(agreement, today) : agreement.to;
  const last = today && lastDayOfNotice(agreement, today);
  const fact = (label: string, value: string | null | undefined) => (value ? [{ label, value }] : []);
  return [
    ...fact('Läge', (today ? agreementPhases[agreementPhase(agreement, today)] : agreementStates[agreement.state]).sv),
    ...fact('Gäller från', inWords(from)),
    ...fact('Gäller till', inWords(end) ?? (openEnded ? 'tills vidare' : null)),
    ...fact('Uppsägningstid', noticeMonths === null ? null : `${noticeMonths} månader`),
    ...fact('Sägs upp senast', inWords(last)),
    ...fact('Förlängs', renewMonths === null ? null : `med ${renewMonths} månader i taget om ingen säger upp`),
    ...fact('Uppsagd', notice && `${inWords(notice.givenOn)} av ${notice.givenBy}, upphör ${inWords(notice.endsOn)}`),
    ...fact('Ersätter', predecessor?.name ?? predecessorTold),
    ...fact('Diarienummer', diaryNumber),
    ...fact('Förvaltas av', body?.name),
  ];
}

function decisionTable(parties: readonly AgreementParty[]): Block {
  return {
    kind: 'table',
    rowHeader: true,
    header: cells('Part', 'Beslut', 'Organ och dag', 'Diarienummer'),
    rows: parties.map((party) =>
      cells(
        party.members > 1 ? `${party.name} (${party.members})` : party.name,
        decisionWords(party),
        [party.decision?.decidedBy, inWords(party.decision?.decidedOn)].filter(Boolean).join(', ') || '–',
        party.decision?.diaryNumber ?? '–',
      ),
    ),
  };
}

function decisionWords({ decides, decision, signedOn }: AgreementParty): string {
  if (decision) {
    const base = partyOutcomes[decision.outcome].sv;
    const known = decision.basis === 'claimed' ? `, ${agreementDecisionBases.claimed.sv}` : '';
    return `${base}${known}${decision.remarks ? ` (${decision.remarks})` : ''}`;
  }
  if (!decides) return signedOn ? `undertecknade ${inWords(signedOn)}` : 'undertecknar';
  return 'inget beslut på plats';
}

/** Rows to sign in, one a party that is named and has not signed. */
function signatureBlocks(parties: readonly AgreementParty[]): readonly Block[] {
  const waiting = parties.filter(({ members, signedOn }) => members === 1 && signedOn === null);
  if (waiting.length === 0) return [];
  return [
    heading(1, 'Underskrifter'),
    {
      kind: 'table',
      rowHeader: true,
      header: cells('Part', 'Ort och dag', 'Namn'),
      rows: waiting.map(({ name }) => cells(name, '\u00a0', '\u00a0')),
    },
  ];
}

/** "§ 4 Kostnader" and other short lines without a full stop are headings of the text; lines that begin with a dash are a list. */
function textBlocks(words: string): readonly Block[] {
  const blocks: Block[] = [];
  let items: string[] = [];
  const close = () => {
    if (items.length > 0) blocks.push(bullets(...items));
    items = [];
  };
  for (const line of words.split('\n').map((one) => one.trim())) {
    const item = /^[-–•]\s+(?<words>.+)$/u.exec(line)?.groups?.words;
    if (item) {
      items.push(item);
      continue;
    }
    close();
    if (line) blocks.push(isHeading(line) ? heading(2, line) : paragraph(line));
  }
  close();
  return blocks;
}

const isHeading = (line: string): boolean =>
  line.length <= 60 && /^(?:§\s*\d|\d+\.?\s)/u.test(line) && !/[.:;,]$/u.test(line);

const section = (title: string, words: string): readonly Block[] =>
  words.trim() ? [heading(1, title), ...textBlocks(words)] : [];

/** A day as a letter writes it, kept on one line: "14 sep 2026". */
const inWords = (day: string | null | undefined): string | null =>
  day ? timeWords(day, 'sv').replaceAll(' ', '\u00a0') : null;

const cells = (...values: readonly string[]): readonly (readonly Inline[])[] => values.map((value) => [text(value)]);
