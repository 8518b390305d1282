import type { GatheredFacts, LinkedFacts } from './answer-facts-reader.ts';
import { type Evidence, judgeClaims, knownSources } from './claim-evidence.ts';
import { findingsOfClaim, occasionFindings } from './claim-findings.ts';
import { type AnswerToJudge, type ClaimScene, standsAlone } from './claim-scene-reader.ts';
import { evidenceKey } from './evidence-records-reader.ts';
import { evidenceSources } from './evidence-source.ts';
import { figureDifferences } from './figure-differences.ts';
import type { EvidenceSource, ReportClaim } from './report.ts';

/**
 * The sentences of one answer with their evidence and what the register has to say against them. Evidence of the drafting stands by what is linked
 * to the assignment; what a person pointed out stands by its own record. The sources of secret matters come without their words.
 */
export function entryClaims(
  answer: AnswerToJudge,
  found: GatheredFacts<LinkedFacts>,
  scene: ClaimScene,
): { readonly claims: readonly ReportClaim[]; readonly sources: readonly EvidenceSource[] } {
  const { report, entryId, text, evidence } = answer;
  const linked = evidenceSources(found).map((source) => inPlace(source, scene));
  const elsewhere = [...found.itemsElsewhere, ...found.itemsOfOtherYears];
  const pointedOut = evidence.filter(standsAlone).flatMap((one) => {
    const record = scene.records.get(evidenceKey(one));
    return record && !record.dead ? [record.known] : [];
  });
  const known = [...knownSources(found.facts, elsewhere), ...pointedOut];
  const sourceOf = (one: Evidence): EvidenceSource =>
    linked.find((source) => source.noun === one.noun && source.id === one.id) ??
    scene.records.get(evidenceKey(one))?.source ??
    unknownSource(one);
  const claims = judgeClaims(text, evidence, known, report.year).map((claim): ReportClaim => {
    const proofs = claim.evidence
      .map((one) => ({ ...sourceOf(one), gone: one.gone, confirmed: one.confirmed }))
      .sort((a, b) => (a.date ?? '').localeCompare(b.date ?? '') || a.id.localeCompare(b.id));
    const mentions = scene.mentionsOf(answer, claim.text);
    const figures = mentions.numbers.length > 0 ? figureDifferences(claim.text, scene.series, report.year) : [];
    const own = { bodyId: report.body.id, year: report.year };
    return {
      hash: claim.hash,
      text: claim.text,
      state: claim.state,
      unprovenDates: claim.unprovenDates,
      evidence: proofs,
      findings: findingsOfClaim(
        { state: claim.state, evidence: proofs },
        occasionFindings(mentions, scene.days, own),
        figures,
      ),
      settlement: scene.settlements.get(`${entryId} ${claim.hash}`) ?? null,
    };
  });
  // An item of another year is evidence where a sentence names it; that it is not used this year is no remark.
  const ofOtherYears = new Set<string>(found.itemsOfOtherYears.map((one) => one.itemId));
  return { claims, sources: linked.filter((one) => !ofOtherYears.has(one.id)) };
}

/** A linked source with what it says in place, or without its words when its matter is not open. */
function inPlace(source: EvidenceSource, { items }: ClaimScene): EvidenceSource {
  const item = items.get(source.noun === 'agendaItem' ? source.id : (source.itemId ?? ''));
  if (!item) return source;
  const { words, ...rest } = source;
  if (item.secret) return { ...rest, title: '', secret: true };
  return { ...rest, words: words ?? item.words };
}

/** A source that the register no longer has for this assignment. */
function unknownSource(one: Evidence): EvidenceSource {
  return {
    noun: one.noun,
    id: one.id,
    meetingId: null,
    date: null,
    precision: 'day',
    bodyName: null,
    itemNumber: null,
    title: '',
    meetingKind: null,
  };
}
