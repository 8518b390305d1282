import type { Reader } from '../../../storage/database.ts';
import { type Question, questionsOf } from '../../forms/index.ts';
import { answerWarningKinds, warningKey } from '../answer-warning.ts';
import type { AnsweredReport } from '../national-report.ts';
import type { AnswerAid, ProposedAid } from './answer-aid.ts';
import { answerWarnings } from './answer-warnings.ts';
import { type DraftSource, type SourceKey, sourceKeyText } from './draft-source.ts';
import { draftSource, type SourceScene } from './draft-source-of.ts';
import { besideLastYear } from './last-year.ts';
import { yearBefore } from './last-year-reader.ts';
import { draftAnswerTo } from './prefill-draft.ts';
import { bindingWords, distinct, type ProposedSource, proposedByWords, timeOfForm } from './proposed-sources.ts';
import { quotableAnswers } from './quotable-answers-reader.ts';
import { type ReportBasis, reportBasis } from './report-basis-reader.ts';
import { readSourceFacts } from './source-facts-reader.ts';
import { searchSources } from './source-search-reader.ts';
import { passageStandings } from './taken-passage.ts';
import { warningScene } from './warning-scene-reader.ts';

/** The part of a return that aids are read for. */
export type AidedReport = Pick<AnsweredReport, 'id' | 'year' | 'response'>;

/**
 * What stands beside each question of a return, by its code: as many queries for a whole form as for one question. A record in a matter that is not
 * open is never proposed; one that was bound before it was closed is shown without its words and gives no draft.
 */
export async function aidsFor(r: Reader, report: AidedReport): Promise<ReadonlyMap<string, AnswerAid>> {
  const { structure, form } = report.response.formVersion;
  const { answers } = report.response;
  const questions = questionsOf(structure);
  const basis = await reportBasis(r, report.id);
  const last = await yearBefore(r, report, { id: form.id, structure });
  const found = await searchSources(r, bindingWords(structure), timeOfForm(structure, report.year));
  const kept = basis.bindings.filter(({ state }) => state === 'kept');
  const told = await quotableAnswers(r, {
    assignmentIds: kept.filter(({ kind }) => kind === 'assignment').map(({ ref }) => ref),
    year: report.year,
  });
  const proposals = new Map(
    questions.map((question) => {
      const decided = new Set(basis.bindings.filter((one) => one.question === question.code).map(sourceKeyText));
      const own = kept.filter((one) => one.question === question.code).map(({ ref }) => ref);
      const all: readonly ProposedSource[] = [
        ...(last?.sources.get(question.code) ?? []),
        ...proposedByWords(question, structure, found, report.year),
        ...told.filter(({ assignmentId }) => own.includes(assignmentId)).map(answerOf),
      ];
      return [question.code, distinct(all).filter((one) => !decided.has(sourceKeyText(one)))] as const;
    }),
  );
  const keys: readonly SourceKey[] = [
    ...kept,
    ...[...proposals.values()].flat(),
    ...[...basis.passages.values()].flat(),
  ];
  const facts = await readSourceFacts(r, keys, report.year);
  const scene: SourceScene = { facts, year: report.year, structure, answers };
  const parts = questions.map((question) => aidParts(question, scene, basis, proposals.get(question.code) ?? []));
  const warnings = answerWarnings({
    structure,
    answers,
    year: report.year,
    scene: await warningScene(r),
    bound: new Map(parts.map((one) => [one.question, one.bound])),
    passages: new Map(parts.map((one) => [one.question, one.passages])),
    last: last?.answers ?? new Map(),
    methods: basis.methods,
  }).map((warning) => {
    const key = warningKey(warning);
    const { severity } = answerWarningKinds[warning.kind];
    return { ...warning, key, severity, settled: basis.settlements.get(key) ?? null };
  });
  return new Map(
    questions.map((question, index): [string, AnswerAid] => {
      const lastYear = besideLastYear(question, answers[question.code], last?.answers.get(question.code));
      return [
        question.code,
        {
          ...parts[index]!,
          lastYear,
          method: lastYear?.number ? { year: lastYear.year, said: basis.methods.get(question.code) ?? null } : null,
          quotedIn: quotedIn(question, basis),
          warnings: warnings.filter((one) => one.question === question.code),
        },
      ];
    }),
  );
}

type AidParts = Pick<AnswerAid, 'question' | 'bound' | 'missing' | 'proposed' | 'draft' | 'passages'>;

function aidParts(
  question: Question,
  scene: SourceScene,
  basis: ReportBasis,
  proposals: readonly ProposedSource[],
): AidParts {
  const { code } = question;
  const sourceOf = (key: SourceKey): DraftSource | undefined => draftSource(scene, key, question);
  const keys = basis.bindings.filter((one) => one.question === code && one.state === 'kept');
  const sources = keys.map(({ kind, ref }) => ({ key: { kind, ref }, source: sourceOf({ kind, ref }) }));
  const bound = sources.flatMap(({ source }) => source ?? []);
  return {
    question: code,
    bound,
    missing: sources.filter(({ source }) => source === undefined).map(({ key }) => key),
    proposed: proposals.flatMap(({ because, ...key }): readonly ProposedAid[] => {
      const source = sourceOf(key);
      if (!source || source.secret) return [];
      // A series of the right name without a value at the time has nothing to say; one that was used last year is missed.
      const isSilent = source.kind === 'indicator' && source.passage === '' && because.kind === 'word';
      return isSilent ? [] : [{ ...source, because }];
    }),
    draft: draftAnswerTo(question, bound),
    passages: passageStandings(basis.passages.get(code) ?? [], scene.answers[code], sourceOf),
  };
}

function answerOf({ id, assignmentTitle }: { readonly id: string; readonly assignmentTitle: string }): ProposedSource {
  return { kind: 'reportEntry', ref: id, because: { kind: 'reportOf', assignment: assignmentTitle } };
}

function quotedIn({ code }: Question, basis: ReportBasis): readonly string[] {
  return [...basis.passages]
    .filter(([, taken]) => taken.some(({ kind, ref }) => kind === 'question' && ref === code))
    .map(([other]) => other);
}
