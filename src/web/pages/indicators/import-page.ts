import {
  type FigureImport,
  guessMapping,
  rowProblems,
  type TableColumn,
  type TablePreview,
  tableColumns,
} from '../../../domain/indicators/index.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { table } from '../../components/table/table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { koladaTexts } from './kolada-texts.ts';
import { indicatorPaths } from './paths.ts';
import { texts } from './texts.ts';

const columnCodes = Object.keys(tableColumns) as readonly TableColumn[];

/** Where a table is handed in, and the tables that were. */
export function importListPage(
  ctx: RequestContext,
  imports: readonly FigureImport[],
  state: FormState = freshForm(),
): Page {
  const t = texts[ctx.language];
  return page({
    title: t.importTitle,
    lead: t.importLead,
    crumbs: crumbs(ctx),
    body: html`${form(ctx, {
      action: indicatorPaths.import,
      submit: t.handIn,
      state,
      files: true,
      cancel: { href: indicatorPaths.register },
      body: field(ctx, {
        kind: 'file',
        name: 'file',
        label: t.file,
        hint: t.fileHint,
        accept: ['.xlsx', '.csv', '.json'],
        state,
      }),
    })}${koladaForm(ctx, state)}${
      imports.length === 0
        ? null
        : table(ctx, {
            caption: t.earlierImports,
            columns: [
              { key: 'file', text: t.file },
              { key: 'at', text: t.handedIn, kind: 'date' },
              { key: 'result', text: t.result },
            ],
            rows: imports.slice(0, 50).map((one) => ({
              file: html`<a href="${indicatorPaths.import}/${one.id}" lang="sv">${one.fileName}</a>`,
              at: ctx.format.instant(one.createdAt),
              result: one.confirmedAt ? t.importedAs(one.added ?? 0, one.corrected ?? 0) : t.notConfirmed,
            })),
          })
    }`,
  });
}

/** Fetching from Kolada, where the installation has an address for it: only when somebody presses the button. */
function koladaForm(ctx: RequestContext, state: FormState): Content {
  if (!ctx.services.fetchKolada) return null;
  const t = koladaTexts[ctx.language];
  return html`<h2>${t.title}</h2><p>${t.lead}</p>${form(ctx, {
    action: `${indicatorPaths.import}/kolada`,
    submit: t.submit,
    variant: 'secondary',
    state,
    body: html`${field(ctx, { name: 'keyFigures', label: t.keyFigures, hint: t.keyFiguresHint, state })}${field(ctx, { name: 'municipalities', label: t.municipalities, hint: t.municipalitiesHint, state })}${field(ctx, { name: 'years', label: t.years, hint: t.yearsHint, state })}`,
  })}`;
}

export type ImportFacts = {
  readonly found: FigureImport;
  readonly rows: readonly (readonly string[])[];
  /** What would come of it; undefined until the columns are chosen, and when it is taken in already. */
  readonly preview: TablePreview | undefined;
};

/** One table: its columns, and what would change before anything is written. */
export function importPage(ctx: RequestContext, facts: ImportFacts, sent?: FormState): Page {
  const t = texts[ctx.language];
  const { found, rows } = facts;
  const head = rows[0] ?? [];
  return page({
    title: found.fileName,
    crumbs: [
      ...crumbs(ctx).slice(0, -1),
      { text: t.importTitle, href: indicatorPaths.import },
      { text: found.fileName },
    ],
    body: found.confirmedAt
      ? notice(ctx, {
          tone: 'success',
          body: html`${t.alreadyIn} ${t.importedAs(found.added ?? 0, found.corrected ?? 0)}. <a href="${indicatorPaths.register}">${t.title}</a>`,
        })
      : html`${columnForm(ctx, found, head, sent)}${previewSection(ctx, facts)}`,
  });
}

function columnForm(
  ctx: RequestContext,
  found: FigureImport,
  head: readonly string[],
  sent: FormState | undefined,
): Html {
  const t = texts[ctx.language];
  const mapping = found.mapping ?? guessMapping(head);
  const state =
    sent ?? freshForm(Object.fromEntries(Object.entries(mapping).map(([column, at]) => [column, String(at)])));
  return html`<h2>${t.columns}</h2><p>${t.columnsLead}</p>${form(ctx, {
    action: `${indicatorPaths.import}/${found.id}/kolumner`,
    submit: t.goOn,
    variant: found.mapping ? 'secondary' : 'primary',
    state,
    body: columnCodes.map((column) =>
      field(ctx, {
        kind: 'select',
        name: column,
        label: tableColumns[column][ctx.language],
        optional: !['indicator', 'asOf', 'value'].includes(column),
        empty: t.noColumn,
        state,
        options: head.map((text, at) => ({ value: String(at), text: text || `${t.column} ${at + 1}` })),
      }),
    ),
  })}`;
}

const mostProblems = 200;

function previewSection(ctx: RequestContext, { found, preview }: ImportFacts): Content {
  const t = texts[ctx.language];
  if (!preview) return html`<p class="soft">${t.chooseColumns}</p>`;
  const number = (value: number) => ctx.format.number(value);
  const { problems, values } = preview;
  return html`<h2>${t.preview}</h2><p>${t.previewCounts(number(preview.added), number(preview.corrected), number(preview.unchanged))}</p>
${problems.length === 0 ? null : notice(ctx, { tone: 'warning', body: t.rowsNotTaken(number(problems.length)) })}
${
  problems.length === 0
    ? null
    : table(ctx, {
        caption: t.problem,
        dense: true,
        columns: [
          { key: 'row', text: t.row, kind: 'number' },
          { key: 'column', text: t.column },
          { key: 'cell', text: t.cell },
          { key: 'problem', text: t.problem },
        ],
        rows: problems.slice(0, mostProblems).map(({ row, column, kind, cell }) => ({
          row: number(row),
          column: tableColumns[column][ctx.language],
          cell: html`<span lang="sv">${cell.slice(0, 80)}</span>`,
          problem: rowProblems[kind][ctx.language],
        })),
      })
}
${values.length === 0 ? null : postButton(ctx, { action: `${indicatorPaths.import}/${found.id}/bekrafta`, text: t.confirmImport })}`;
}

function crumbs(ctx: RequestContext) {
  const t = texts[ctx.language];
  return [
    { text: t.room, href: '/uppfoljning' },
    { text: t.title, href: indicatorPaths.register },
    { text: t.importTitle },
  ];
}
