import {
  editFormDraft,
  getFormVersion,
  listFormVersions,
  makeNextVersion,
  type Question,
} from '../domain/forms/index.ts';
import type { DemoWriter } from './demo-writer.ts';

/** A question that the region would like to put next year; the review of the form tells that its bracket was never closed. */
const wished: Question = {
  code: '11a',
  parent: '11',
  text: 'Om svaret är Ja på fråga 11, vilka grupper vänder sig planen till (till exempel unga?',
  guidance: null,
  period: { kind: 'during', year: 2026 },
  required: false,
  condition: { when: 'all', terms: [{ question: '11', row: null, option: 'yes' }] },
  answer: { kind: 'text', mostItems: null, mostCharacters: null },
  commentLabel: null,
  attachment: null,
  bindings: [],
};

/** Next year's return, begun as a draft while this year's is answered, so that there is something to edit, to review and to compare. */
export async function loadForms(demo: DemoWriter): Promise<void> {
  await demo.as('form.edit', 'makeDemoNextVersion', async (w) => {
    const [newest] = await listFormVersions(w, { shippedAs: 'national-return' });
    if (newest?.year == null)
      throw new Error('The demonstration has no yearly return. Load its returns before its forms.');
    const year = newest.year + 1;
    const id = await makeNextVersion(w, { fromId: newest.id, year });
    const { version, structure } = await getFormVersion(w, id);
    const home = structure.parts
      .flatMap((part) => part.sections)
      .find(({ questions }) => questions.some(({ code }) => code === wished.parent));
    if (!home)
      throw new Error(`The return has no question ${wished.parent}. Choose another in src/demo/load-forms.ts.`);
    const question: Question = { ...wished, period: { kind: 'during', year } };
    await editFormDraft(w, {
      formVersionId: id,
      expectedVersion: version,
      edit: { step: 'addQuestion', into: home.code, question },
    });
  });
}
