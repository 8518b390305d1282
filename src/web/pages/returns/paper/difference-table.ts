import { printedCode } from '../../../../domain/forms/index.ts';
import { type FormDifference, formDifferenceKinds } from '../../../../domain/returns/index.ts';
import { table } from '../../../components/table/table.ts';
import type { Ui } from '../../../contracts.ts';
import { type Html, html } from '../../../html.ts';
import { paperTexts } from './paper-texts.ts';

/** The questions that a paper and a form do not share, with the words of both. */
export function differenceTable(ui: Ui, differences: readonly FormDifference[]): Html {
  const t = paperTexts[ui.language];
  const words = (text: string | null) => html`<span lang="sv">${text ?? '–'}</span>`;
  return table(ui, {
    caption: t.otherCaption,
    captionHidden: true,
    dense: true,
    columns: [
      { key: 'number', text: t.questionColumn },
      { key: 'kind', text: t.how },
      { key: 'onPaper', text: t.onPaper },
      { key: 'inForm', text: t.inForm },
    ],
    rows: differences.map(({ number, kind, onPaper, inForm }) => ({
      number: printedCode(number),
      kind: formDifferenceKinds[kind][ui.language],
      onPaper: words(onPaper),
      inForm: words(inForm),
    })),
  });
}
