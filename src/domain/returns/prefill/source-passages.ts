import type { CivilDate } from '../../../kernel/civil-date.ts';
import { backingOf, type DatePrecision, type PrincipalStand } from '../../decisions/index.ts';
import type { ProjectPhase, ProjectSummary } from '../../projects/index.ts';
import { insideSentence, sentence, swedishList, swedishNumber } from '../../reports/index.ts';
import { dayWords, periodWords, timeWords } from './swedish-facts.ts';

/** What the register says of an assignment at the end of a period: the text that is quoted, in the version that it had. */
export type ToldStatus = { readonly periodName: string; readonly text: string };

/** "Om uppdrag 4, ”Ge besked”, sägs i delårsrapport 2024: ”Uppdraget har startat …”" The text of the year's report is quoted, never retold. */
export function assignmentPassage(one: {
  readonly number: number | null;
  readonly year: number;
  readonly title: string;
  readonly told: ToldStatus | null;
}): string {
  const name = one.number === null ? `uppdraget ”${one.title}”` : `uppdrag ${one.number}, ”${one.title}”,`;
  if (!one.told || one.told.text.trim() === '') return '';
  return `Om ${name} sägs i ${insideSentence(one.told.periodName)}: ”${plain(one.told.text)}”`;
}

/** "Plan för omställningen beslutades av regionfullmäktige den 12 juni 2024 (§ 84)." Only a decision that was made says anything. */
export function decisionPassage(one: {
  readonly title: string;
  readonly bodyName: string;
  readonly decidedOn: CivilDate | null;
  readonly precision: DatePrecision;
  readonly section: number | null;
}): string {
  if (one.decidedOn === null) return '';
  const title = plain(one.title).replace(/[.\s]+$/u, '');
  const verb = /^beslut(?:et)? om /iu.test(title) ? 'fattades' : 'beslutades';
  const paragraph = one.section === null ? '' : ` (§ ${one.section})`;
  return sentence(
    `${title} ${verb} av ${insideSentence(one.bodyName)} ${dayWords(one.decidedOn, one.precision)}${paragraph}`,
  );
}

/** "Överenskommelsen ”Hälsa hemma” gäller från den 1 januari 2024 och tills vidare. Den har beslutats av A och B." */
export function agreementPassage(
  one: {
    readonly name: string;
    readonly from: CivilDate | null;
    readonly to: CivilDate | null;
    readonly openEnded: boolean;
    readonly decided: boolean;
  },
  stands: readonly PrincipalStand[],
): string {
  const runs = one.openEnded ? [periodWords(one.from, null), 'tills vidare'] : [periodWords(one.from, one.to)];
  const time = runs.filter((part) => part !== '').join(' och ');
  const validity = one.decided ? 'gäller' : 'har föreslagits gälla';
  const first = `Överenskommelsen ”${plain(one.name)}” ${time === '' ? (one.decided ? 'har träffats' : 'har föreslagits') : `${validity} ${time}`}.`;
  const { holds, awaited } = backingOf(stands);
  const names = (all: readonly PrincipalStand[]) => swedishList(all.map(({ principal }) => principal));
  return [
    first,
    ...(holds.length > 0 ? [`Den gäller för ${names(holds)}.`] : []),
    ...(awaited.length > 0 ? [`Eget beslut återstår i ${names(awaited)}.`] : []),
  ].join(' ');
}

/** "Vårdcentralen Björken har beställningen ”Mobilt team” från den 1 mars 2024 till den 31 december 2024, 1,5 tjänster." */
export function commissionPassage(one: {
  readonly who: string;
  readonly what: string;
  readonly fte: number | null;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly fund: string | null;
  readonly decided: boolean;
}): string {
  const time = periodWords(one.from, one.to);
  const parts = [
    ...(time ? [time] : []),
    ...(one.fte === null ? [] : [`${swedishNumber(one.fte)} ${one.fte === 1 ? 'tjänst' : 'tjänster'}`]),
    ...(one.fund ? [`betalas av ${one.fund}`] : []),
  ];
  const has = one.decided ? 'har beställningen' : 'har ett förslag till beställning:';
  return sentence(`${one.who} ${has} ”${plain(one.what)}”${parts.length > 0 ? `, ${parts.join(', ')}` : ''}`);
}

/** "”Lathund för SIP” i projektet Samordning skulle levereras i oktober 2024 och har flyttats till januari 2025." */
export function deliverablePassage(one: {
  readonly what: string;
  readonly project: string | null;
  readonly dueOn: string | null;
  readonly movedTo: string | null;
}): string {
  const name = `”${plain(one.what)}”${one.project ? ` i projektet ${one.project}` : ''}`;
  if (one.dueOn === null && one.movedTo === null) return '';
  if (one.movedTo === null) return sentence(`${name} ska levereras ${timeWords(one.dueOn!)}`);
  if (one.dueOn === null) return sentence(`${name} har flyttats till ${timeWords(one.movedTo, true)}`);
  return sentence(
    `${name} skulle levereras ${timeWords(one.dueOn)} och har flyttats till ${timeWords(one.movedTo, true)}`,
  );
}

/**
 * "Projektet ”Mobilt team” bedrivs som pilot från april 2023. I december 2024 var antalet 38 av 120 möjliga." A number that is newer than the time of the
 * question is left out: the answer would say more than its year knew.
 */
export function projectPassage(
  one: Pick<ProjectSummary, 'name' | 'phase' | 'startsOn' | 'endsOn' | 'count'>,
  until: string,
): string {
  const time = periodWords(one.startsOn, one.endsOn);
  const state = phaseWords[one.phase];
  const first = sentence(`projektet ”${plain(one.name)}” ${state}${time ? ` ${time}` : ''}`);
  const { count } = one;
  if (count === null || count.asOf > until) return first;
  const most = count.maximum === null ? '' : ` av ${swedishNumber(count.maximum)} möjliga`;
  return `${first} ${sentence(`${timeWords(count.asOf)} var antalet ${swedishNumber(count.value)}${most}`)}`;
}

/** What is said of a project in each phase. */
const phaseWords: Readonly<Record<ProjectPhase, string>> = {
  idea: 'är en idé',
  feasibility: 'bedrivs som förstudie',
  pilot: 'bedrivs som pilot',
  project: 'pågår',
  rollout: 'breddinförs',
  permanent: 'är ordinarie verksamhet',
  paused: 'är pausat',
  ended: 'är avslutat',
};

/** "Arbetet svarar mot målet ”Jag är en aktiv del av vårdteamet”." */
export function goalPassage(heading: string): string {
  return `Arbetet svarar mot målet ”${plain(heading)}”.`;
}

/** A value of a series with the one before it. */
export type SeriesPoint = { readonly value: number; readonly asOf: string | null; readonly qualifier: string | null };

/** "Digitala besök: 47 254 under 2024 (+138 % jämfört med 2023)." The change is computed from the two values, never taken from a text. */
export function indicatorPassage(name: string, unit: string, now: SeriesPoint, before: SeriesPoint | null): string {
  const amount = `${now.qualifier ? `${now.qualifier} ` : ''}${swedishNumber(now.value)}${unitWords(unit)}`;
  const time = now.asOf === null ? '' : ` ${timeWords(now.asOf)}`;
  return `${sentence(`${plain(name)}: ${amount}${time}${changeWords(unit, now, before)}`)}`;
}

function changeWords(unit: string, now: SeriesPoint, before: SeriesPoint | null): string {
  if (!before || before.asOf === null || before.value === 0) return '';
  const sign = (change: number) => (change > 0 ? '+' : change < 0 ? '−' : '±');
  const since =
    before.asOf.slice(0, 4) === now.asOf?.slice(0, 4) ? timeWords(before.asOf, true) : before.asOf.slice(0, 4);
  if (isShare(unit)) {
    const points = Math.round((now.value - before.value) * 10) / 10;
    return ` (${sign(points)}${swedishNumber(Math.abs(points))} procentenheter jämfört med ${since})`;
  }
  const percent = Math.round((now.value / before.value - 1) * 100);
  return ` (${sign(percent)}${swedishNumber(Math.abs(percent))} % jämfört med ${since})`;
}

/** Whether a series counts parts of a hundred. */
export function isShare(unit: string): boolean {
  return /^(?:%|procent|share)$/iu.test(unit.trim());
}

/** Whether a series counts something, persons or pieces, and not parts, money or time. */
export function isCount(unit: string): boolean {
  return /^(?:st|antal|count|personer|)$/iu.test(unit.trim());
}

function unitWords(unit: string): string {
  if (isShare(unit)) return ' %';
  return isCount(unit) && unit.trim().toLowerCase() !== 'personer' ? '' : ` ${unit.trim()}`;
}

/** ”Svar som citeras”: an answer that stands elsewhere, with where it stands. */
export function quotedAnswer(place: string, text: string): string {
  return text.trim() === '' ? '' : `${sentenceless(place)}: ”${plain(text)}”`;
}

const sentenceless = (text: string): string => text.replace(/[.\s]+$/u, '');
const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();
