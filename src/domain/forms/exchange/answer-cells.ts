import type { AnswerForm, MatrixLine, Option } from '../form-structure.ts';
import { answerKinds } from '../form-structure.ts';

/** The columns of a form as a table, by the words that stand above them. */
export const formColumns = [
  'slag',
  'beteckning',
  'text',
  'vagledning',
  'delfraga_till',
  'svarssatt',
  'tid',
  'obligatorisk',
  'villkor',
  'kommentar',
  'bilaga',
  'underlag',
  'ensamt',
  'ange',
  'radtext',
  'kan_inte_anges',
  'hogst',
  'hogst_tecken',
  'fran',
  'till',
  'lagsta',
  'hogsta',
] as const;
export type FormColumn = (typeof formColumns)[number];
export type Cells = Readonly<Record<FormColumn, string>>;

/** What a row of the table is about. */
export const formRowKinds = {
  form: 'formular',
  part: 'del',
  section: 'avsnitt',
  question: 'fraga',
  option: 'svar',
  row: 'rad',
} as const;

type Partly = Partial<Record<FormColumn, string>>;

/** How a question is answered, as cells of its own row and as rows below it. */
export function answerCells(answer: AnswerForm): { readonly own: Partly; readonly below: readonly Partly[] } {
  const own: Partly = { svarssatt: answer.kind };
  const optionRows = 'options' in answer ? answer.options.map(optionRow) : [];
  switch (answer.kind) {
    case 'matrix':
      return {
        own: { ...own, radtext: answer.rowTextLabel ?? '' },
        below: [
          ...answer.rows.map(({ code, text }) => ({ slag: formRowKinds.row, beteckning: code, text })),
          ...optionRows,
        ],
      };
    case 'scale':
      return {
        own: {
          ...own,
          fran: String(answer.from),
          till: String(answer.to),
          lagsta: answer.lowLabel,
          hogsta: answer.highLabel,
        },
        below: [],
      };
    case 'percent':
    case 'count':
      return { own: { ...own, kan_inte_anges: answer.cannotStateLabel ?? '' }, below: [] };
    case 'text':
      return {
        own: { ...own, hogst: String(answer.mostItems ?? ''), hogst_tecken: String(answer.mostCharacters ?? '') },
        below: [],
      };
    default:
      return { own, below: optionRows };
  }
}

function optionRow({ code, text, exclusive, specifyLabel }: Option): Partly {
  return {
    slag: formRowKinds.option,
    beteckning: code,
    text,
    ensamt: exclusive ? 'ja' : '',
    ange: specifyLabel ?? '',
  };
}

/** The same read back; undefined when the cells tell no way to answer. */
export function answerFromCells(own: Cells, below: readonly Cells[]): AnswerForm | undefined {
  const kind = Object.keys(answerKinds).find((one) => one === own.svarssatt) as AnswerForm['kind'] | undefined;
  const options = below.filter(({ slag }) => slag === formRowKinds.option).map(optionOf);
  const rows: MatrixLine[] = below
    .filter(({ slag }) => slag === formRowKinds.row)
    .map(({ beteckning, text }) => ({ code: beteckning, text }));
  if ((rows.length > 0 && kind !== 'matrix') || (options.length > 0 && !takesOptions(kind))) return undefined;
  switch (kind) {
    case undefined:
      return undefined;
    case 'yesNo':
      return { kind };
    case 'single':
    case 'multi':
      return { kind, options };
    case 'matrix':
      return { kind, rows, options, rowTextLabel: own.radtext || null };
    case 'scale': {
      const [from, to] = [number(own.fran), number(own.till)];
      if (typeof from !== 'number' || typeof to !== 'number') return undefined;
      return { kind, from, to, lowLabel: own.lagsta, highLabel: own.hogsta };
    }
    case 'percent':
    case 'count':
      return { kind, cannotStateLabel: own.kan_inte_anges || null };
    case 'text': {
      const [mostItems, mostCharacters] = [number(own.hogst), number(own.hogst_tecken)];
      return mostItems === undefined || mostCharacters === undefined ? undefined : { kind, mostItems, mostCharacters };
    }
  }
}

const takesOptions = (kind: AnswerForm['kind'] | undefined): boolean =>
  kind === 'single' || kind === 'multi' || kind === 'matrix';

function optionOf({ beteckning, text, ensamt, ange }: Cells): Option {
  return { code: beteckning, text, exclusive: ensamt.trim() !== '', specifyLabel: ange || null };
}

/** A whole number, null for an empty cell, undefined for anything else. */
function number(cell: string): number | null | undefined {
  const written = cell.trim();
  if (written === '') return null;
  return /^-?\d{1,9}$/u.test(written) ? Number(written) : undefined;
}
