import { type AnswerForm, type AnswerValue, optionsOf } from '../../forms/index.ts';
import { swedishNumber } from '../../reports/index.ts';

/** An answer as running Swedish text: what is quoted elsewhere and laid beside last year's. Empty when nothing was answered. */
export function answerWords(form: AnswerForm, value: AnswerValue): string {
  const textOf = (code: string): string => optionsOf(form).find((one) => one.code === code)?.text ?? code;
  const chosen = (option: string, specify: string | null): string =>
    specify?.trim() ? `${textOf(option)}: ${specify.trim()}` : textOf(option);
  switch (value.kind) {
    case 'choice':
      return value.option === null ? '' : chosen(value.option, value.specify);
    case 'choices':
      return value.options.map(({ option, specify }) => chosen(option, specify)).join('; ');
    case 'matrix':
      return (form.kind === 'matrix' ? form.rows : [])
        .flatMap(({ code, text }) => {
          const row = value.rows[code];
          return row?.option ? [`${text}: ${chosen(row.option, row.text)}`] : [];
        })
        .join('; ');
    case 'scale':
      return value.step === null ? '' : String(value.step);
    case 'number': {
      if (value.cannotState) return 'cannotStateLabel' in form && form.cannotStateLabel ? form.cannotStateLabel : '';
      return value.number === null ? '' : `${swedishNumber(value.number)}${form.kind === 'percent' ? ' %' : ''}`;
    }
    case 'text':
      return value.text.trim();
  }
}
