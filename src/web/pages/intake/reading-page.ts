import { fileStates, type IntakeFile, proposalType } from '../../../domain/intake/index.ts';
import { type ErrorCode, errorCatalogue, messageOf } from '../../../kernel/errors.ts';
import { linkButton } from '../../components/button/button.ts';
import { postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { underWay } from './hand-in-page.ts';
import { texts } from './texts.ts';

/** A file that has not been read: it waits, it is being read, or it could not be. */
export function readingPage(ctx: RequestContext, file: IntakeFile, following: boolean): Page {
  const t = texts[ctx.language];
  const failed = file.state === 'failed';
  return page({
    title: file.fileName,
    width: 'text',
    crumbs: [{ text: t.title, href: '/las-in' }, { text: file.fileName }],
    ...(!failed && following && { refresh: 2 }),
    body: failed ? couldNot(ctx, file) : reading(ctx, file, following),
  });
}

function reading(ctx: RequestContext, file: IntakeFile, following: boolean): Html {
  const t = texts[ctx.language];
  const percent = ctx.format.percent(file.progress / 100);
  return html`<h2>${t.reading}</h2><div data-live><p><progress max="100" value="${file.progress}" aria-label="${t.reading}"></progress></p><p>${soFar(ctx, file, percent)}</p></div>${underWay(ctx, following, t.readingBody)}`;
}

/** The state, the pages that have been read, and what has been found in them so far, in words. */
function soFar(ctx: RequestContext, { state, reading }: IntakeFile, percent: string): string {
  const t = texts[ctx.language];
  const { phase, pagesDone = 0, pagesTotal = 0, found = {} } = reading;
  const pages = phase === 'pictures' ? t.readingPictures : t.readingPages;
  const records = Object.entries(found).map(([type, count]) => {
    const row = proposalType(type);
    return `${count} ${row ? row[count === 1 ? 'label' : 'plural'][ctx.language] : type}`;
  });
  return [
    fileStates[state][ctx.language],
    t.readingDone(percent),
    ...(pagesTotal > 0 ? [pages(pagesDone, pagesTotal)] : []),
    ...(records.length > 0 ? [`${t.readingFound} ${records.join(', ')}`] : []),
  ].join(' · ');
}

/** The rule that said no, what can be read now, and the two ways on. */
function couldNot(ctx: RequestContext, file: IntakeFile): Html {
  const t = texts[ctx.language];
  const known = file.errorCode !== null && Object.hasOwn(errorCatalogue, file.errorCode);
  const code = (known ? file.errorCode : 'intake.unreadable') as ErrorCode;
  return html`${notice(ctx, {
    tone: 'warning',
    title: t.failedTitle,
    body: html`<p>${messageOf(code, ctx.language, { name: file.fileName, ...file.errorValues })}</p><p>${t.failedNow}</p><p>${t.failedKept}</p>`,
  })}<div class="actions">${linkButton({ text: t.handIn, href: '/las-in' })}${postButton(ctx, { action: `/las-in/${file.id}/las-igen`, text: t.readAgain, variant: 'secondary' })}</div><p><a href="/las-in/${file.id}/original">${t.original}</a></p>`;
}
