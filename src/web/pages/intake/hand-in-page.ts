import { fileStates, type IntakeFile, type ProposalCounts } from '../../../domain/intake/index.ts';
import { documentKinds, isDocumentKind } from '../../../domain/matters/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { button } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { pagination } from '../../components/pagination/pagination.ts';
import { table } from '../../components/table/table.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { largest } from '../../pipeline/guards.ts';
import { type Page, page } from '../../reply.ts';
import { texts } from './texts.ts';

export type FileRow = IntakeFile & { readonly counts: ProposalCounts };

/** The files of one page of the list, and those among the last handed in that had been read before. */
export type HandInFacts = {
  readonly files: readonly FileRow[];
  readonly total: number;
  readonly pageNumber: number;
  readonly again: readonly IntakeFile[];
  readonly following: boolean;
};

export const filesPerPage = 25;

/** Where documents are handed in, and how those that were handed in stand. */
export function handInPage(ctx: RequestContext, facts: HandInFacts, state: FormState = freshForm()): Page {
  const t = texts[ctx.language];
  const busy = facts.files.some(isUnderWay);
  return page({
    title: t.title,
    lead: t.lead,
    ...(busy && facts.following && { refresh: 2 }),
    body: html`${readBefore(ctx, facts.again)}${card({ title: t.handIn, body: handInForm(ctx, state) })}
<section><h2>${t.fileList}</h2>${busy ? underWay(ctx, facts.following, t.readNow) : null}<div data-live>${fileList(ctx, facts)}</div></section>`,
  });
}

export function isUnderWay({ state }: Pick<IntakeFile, 'state'>): boolean {
  return state === 'queued' || state === 'reading';
}

function handInForm(ctx: RequestContext, state: FormState): Html {
  const t = texts[ctx.language];
  return html`${form(ctx, {
    action: '/las-in',
    files: true,
    submit: t.submitFiles,
    state,
    body: html`${field(ctx, {
      kind: 'file',
      name: 'files',
      label: t.files,
      hint: t.filesHint(largest.upload),
      multiple: true,
      state,
    })}<p>${t.nothingIsWritten}</p>`,
  })}`;
}

function readBefore(ctx: RequestContext, again: readonly IntakeFile[]): Content {
  if (again.length === 0) return null;
  const links = again.map(
    (one) => html`<li><a href="${recordAddress('intakeFile', one.id)}">${one.title ?? one.fileName}</a></li>`,
  );
  return notice(ctx, { tone: 'info', body: html`<p>${texts[ctx.language].readEarlier}</p><ul>${links}</ul>` });
}

/** Something is being read: the page follows by itself until the reader stops it. */
export function underWay(ctx: RequestContext, following: boolean, sentence: string): Html {
  const t = texts[ctx.language];
  return html`<p role="status">${following ? sentence : t.readingStill}</p><form method="get" action="${ctx.path}" class="actions"><input type="hidden" name="folj" value="nej">${button({ text: following ? t.stopRefresh : t.showState, variant: 'secondary' })}</form>`;
}

function fileList(ctx: RequestContext, { files, total, pageNumber }: HandInFacts): Html {
  const t = texts[ctx.language];
  if (files.length === 0) return emptyState({ title: t.none, body: t.noneBody });
  return html`${table(ctx, {
    caption: t.fileList,
    captionHidden: true,
    columns: [
      { key: 'document', text: t.document },
      { key: 'kind', text: t.kind },
      { key: 'state', text: t.state },
      { key: 'open', text: t.toReview, kind: 'number' },
      { key: 'confirmed', text: t.confirmed, kind: 'number' },
      { key: 'rejected', text: t.rejected, kind: 'number' },
      { key: 'remarks', text: t.remarks, kind: 'number' },
      { key: 'handedIn', text: t.handedIn },
    ],
    rows: files.map((file) => fileRow(ctx, file)),
  })}${pagination(ctx, { page: pageNumber, pageSize: filesPerPage, total, href: (sida) => `/las-in?sida=${sida}` })}`;
}

const stateTones: Readonly<Record<IntakeFile['state'], TagTone>> = {
  queued: 'neutral',
  reading: 'part',
  read: 'ok',
  failed: 'late',
};

function fileRow(ctx: RequestContext, file: FileRow) {
  const address = recordAddress('intakeFile', file.id);
  const figure = (count: number, href: string): Content =>
    file.state !== 'read' ? '–' : count === 0 ? '0' : html`<a href="${href}">${ctx.format.number(count)}</a>`;
  return {
    document: html`<a href="${address}" lang="sv">${file.title ?? file.fileName}</a>`,
    kind: kindOf(ctx, file) ?? '–',
    state: tag({ text: fileStates[file.state][ctx.language], tone: stateTones[file.state] }),
    open: figure(file.counts.open, address),
    confirmed: figure(file.counts.confirmed, `${address}?lage=confirmed`),
    rejected: figure(file.counts.rejected, `${address}?lage=rejected`),
    remarks: figure(file.problems.length, `${address}/anmarkningar`),
    handedIn: html`${ctx.format.instant(file.createdAt)}<br>${file.createdBy}`,
  };
}

/** What kind of document a file is, as the reading understood it. */
export function kindOf(ctx: Pick<RequestContext, 'language'>, { kind }: Pick<IntakeFile, 'kind'>): string | undefined {
  return kind && isDocumentKind(kind) ? documentKinds[kind][ctx.language] : undefined;
}
