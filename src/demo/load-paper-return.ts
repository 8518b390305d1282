import { authorize } from '../domain/access/index.ts';
import { listFormVersions } from '../domain/forms/index.ts';
import {
  ensureFormReturn,
  recordFormAnswer,
  startNationalReport,
  takeAnswersFromReturn,
} from '../domain/returns/index.ts';
import { addDays } from '../kernel/civil-date.ts';
import { bodyId, type DemoWriter, onDay } from './demo-writer.ts';
import { paperReturn2024 } from './paper-return-2024.ts';
import { bodyNames, region } from './region.ts';

const year = 2024;

/**
 * An earlier return that exists on paper only, read in, and taken into its form as far as it can be read: what is left is for the reader to ask.
 * It comes after the return of the year, which brings the form.
 */
export async function loadPaperReturn(demo: DemoWriter): Promise<void> {
  const today = demo.db.runtime.today();
  const [version] = await demo.db.read(authorize(demo.operator, 'record.read'), (r) =>
    listFormVersions(r, { shippedAs: 'national-return', year }),
  );
  if (!version) throw new Error('The demonstration has no form for the paper. Load its returns first.');
  const placed = version.structure.parts.flatMap((part) =>
    part.sections.flatMap(({ title, questions }) =>
      questions.map((question) => ({ question, section: title, part: part.title })),
    ),
  );
  const earlier = onDay(demo, addDays(today, -9));
  const formReturnId = await earlier.as('report.edit', 'recordDemoPaper', async (w) => {
    const title = `${region.name}s redovisning av God och nära vård ${year}`;
    const { id } = await ensureFormReturn(w, { title, organisation: region.name, year });
    for (const { question, section, part } of placed) {
      const { details, ...printed } = paperReturn2024[question.code] ?? {};
      const { answer } = question;
      await recordFormAnswer(w, {
        formReturnId: id,
        number: question.code,
        section,
        question: question.text,
        kind: answer.kind,
        options:
          answer.kind === 'yesNo' ? ['Ja', 'Nej'] : 'options' in answer ? answer.options.map(({ text }) => text) : [],
        matrix: null,
        condition: null,
        details: { part, ...details },
        answer: null,
        certainty: null,
        inferredFrom: null,
        ...printed,
      });
    }
    return id;
  });
  await earlier.as('return.edit', 'takeDemoPaper', async (w) => {
    const nationalReportId = await startNationalReport(w, {
      formVersionId: version.id,
      title: version.form.title,
      year,
      bodyId: await bodyId(w, bodyNames.board),
      receiver: 'Socialstyrelsen',
      dueOn: addDays(today, 40),
    });
    await takeAnswersFromReturn(w, { nationalReportId, formReturnId });
  });
}
