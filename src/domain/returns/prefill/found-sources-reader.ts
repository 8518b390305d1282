import type { Reader } from '../../../storage/database.ts';
import type { Question } from '../../forms/index.ts';
import type { AidedReport } from './answer-aids-reader.ts';
import { type DraftSource, sourceKeyText } from './draft-source.ts';
import { draftSource } from './draft-source-of.ts';
import { timeOf } from './question-time.ts';
import { readSourceFacts } from './source-facts-reader.ts';
import { searchSources } from './source-search-reader.ts';

/** More than this are not shown: who searches says more. */
const mostFound = 25;

/** The records of the time of a question that hold some words of a person's own, for what the words of the form did not find. */
export async function foundSources(
  r: Reader,
  report: AidedReport,
  question: Question,
  words: string,
): Promise<readonly DraftSource[]> {
  const wanted = words.trim();
  if (wanted === '') return [];
  const found = await searchSources(r, [wanted], timeOf(question, report.year));
  const hits = found
    .filter((one) => one.words.toLocaleLowerCase('sv').includes(wanted.toLocaleLowerCase('sv')))
    .slice(0, mostFound);
  const facts = await readSourceFacts(r, hits, report.year);
  const { formVersion, answers } = report.response;
  const scene = { facts, year: report.year, structure: formVersion.structure, answers };
  const sources = hits.flatMap(({ kind, ref }) => draftSource(scene, { kind, ref }, question) ?? []);
  return [...new Map(sources.filter(({ secret }) => !secret).map((one) => [sourceKeyText(one), one])).values()];
}
