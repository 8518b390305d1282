import { type Question, questionsOf } from '../domain/forms/index.ts';
import { recordIndicatorValue } from '../domain/indicators/index.ts';
import {
  type AnswerAid,
  aidsFor,
  getNationalReport,
  keepSources,
  listNationalReports,
  reportProgress,
  takeDraft,
} from '../domain/returns/index.ts';
import { addDays } from '../kernel/civil-date.ts';
import { type DemoWriter, onDay } from './demo-writer.ts';

/** What the region has counted, so that figures of the return have a series to be held against. */
const series = [
  { name: 'Personer med fast läkarkontakt', unit: 'antal', values: { '2024-12-31': 96_200, '2025-12-31': 101_400 } },
  { name: 'Andel med fast läkarkontakt', unit: '%', values: { '2024-12-31': 41, '2025-12-31': 43 } },
  { name: 'Folkmängd', unit: 'antal', values: { '2024-12-31': 234_900, '2025-12-31': 236_100 } },
] as const;

/** So many answers are drafted from the register; the other proposals wait for the reader. */
const mostDrafted = 3;

/** What the answers of the year's return rest on: some sources chosen, some passages taken over, the rest proposed. It comes after the returns. */
export async function loadReturnAids(demo: DemoWriter): Promise<void> {
  const day = onDay(demo, addDays(demo.db.runtime.today(), -3));
  await day.as('period.edit', 'recordDemoSeries', async (w) => {
    for (const { name, unit, values } of series)
      for (const [asOf, value] of Object.entries(values)) await recordIndicatorValue(w, { name, unit, value, asOf });
  });
  await day.as('return.edit', 'draftDemoReturn', async (w) => {
    const [summary] = await listNationalReports(w, { states: ['answering'] });
    if (!summary) throw new Error('The demonstration has no return to draft answers for. Load its returns first.');
    const report = await getNationalReport(w, summary.id);
    const open = new Set(
      reportProgress(report)
        .filter(({ section }) => section.state === 'asked')
        .flatMap(({ questions }) => questions.map(({ code }) => code)),
    );
    const aids = await aidsFor(w, report);
    const drafted = questionsOf(report.response.formVersion.structure)
      .filter(({ code }) => open.has(code) && report.response.answers[code] === undefined)
      .filter((question) => isTelling(question, aids.get(question.code)))
      .slice(0, mostDrafted);
    for (const question of drafted) {
      const sources = aids
        .get(question.code)!
        .proposed.filter(({ passage }) => passage !== '')
        .slice(0, 2)
        .map(({ kind, ref }) => ({ kind, ref }));
      const on = { reportId: report.id, question: question.code };
      await keepSources(w, { ...on, sources, state: 'kept' });
      await takeDraft(w, { ...on, expectedVersion: 0, value: true, passages: sources });
    }
  });
}

/** Whether the register has something to say in answer: words for a text, a value for a number. */
function isTelling({ answer }: Question, aid: AnswerAid | undefined): boolean {
  const said = (aid?.proposed ?? []).filter(({ passage }) => passage !== '').slice(0, 2);
  if (answer.kind === 'text') return said.length > 0;
  return (
    (answer.kind === 'count' || answer.kind === 'percent') && said.some(({ value }) => value?.unit === answer.kind)
  );
}
