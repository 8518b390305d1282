import { type AppError, type ErrorEntry, messageOf } from '../../../kernel/errors.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { linkButton } from '../../components/button/button.ts';
import { keptText } from '../../components/kept-text/kept-text.ts';
import { notice } from '../../components/notice/notice.ts';
import type { FormState, RequestContext, Tone } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { problemText, type Texts } from '../../texts/index.ts';

type Typed = FormState['values'];

/** A rule said no: what happened and what to do, from the catalogue, and whatever was typed so that it is not lost. */
export function appErrorPage(ctx: RequestContext, error: AppError, typed: Typed = {}): Page {
  const problems = Array.isArray(error.details) ? (error.details as readonly Problem[]) : [];
  const list =
    problems.length > 0
      ? html`<ul>${problems.map((problem) => html`<li>${problem.path}: ${problemText(ctx, problem)}</li>`)}</ul>`
      : null;
  return calm(ctx, {
    title: titleOf(ctx.t, error.status),
    status: error.status,
    tone: 'warning',
    body: html`<p>${messageOf(error.code, ctx.language, error.values)}</p>${list}`,
    typed,
    signIn: error.status === 401,
  });
}

export function notFoundPage(ctx: RequestContext): Page {
  return calm(ctx, {
    title: ctx.t.errors.notFoundTitle,
    status: 404,
    tone: 'info',
    body: html`<p>${ctx.t.errors.notFoundBody}</p>`,
  });
}

/** A form that did not come from a page of ours; nothing of it is shown, because it may not be the reader's. */
export function foreignFormPage(ctx: RequestContext): Page {
  return calm(ctx, {
    title: ctx.t.errors.foreignTitle,
    status: 403,
    tone: 'danger',
    body: html`<p>${ctx.t.errors.foreignBody}</p>`,
  });
}

/** A form of ours whose session has ended meanwhile: nothing is saved, everything that was typed is shown. */
export function staleFormPage(ctx: RequestContext, typed: Typed): Page {
  return calm(ctx, {
    title: ctx.t.errors.staleTitle,
    status: 403,
    tone: 'warning',
    body: html`<p>${ctx.t.errors.staleBody}</p>`,
    typed,
    signIn: !ctx.actor,
  });
}

export function tooManyPage(ctx: RequestContext, seconds: number, typed: Typed = {}): Page {
  return calm(ctx, {
    title: ctx.t.errors.tooMany,
    status: 429,
    tone: 'warning',
    body: html`<p>${ctx.t.errors.tooManyBody(seconds)}</p>`,
    typed,
  });
}

export function tooLargePage(ctx: RequestContext, megabytes: number): Page {
  return calm(ctx, {
    title: ctx.t.errors.tooLarge,
    status: 413,
    tone: 'warning',
    body: html`<p>${ctx.t.errors.tooLargeBody(megabytes)}</p>`,
  });
}

/** A bug of ours: no details for the reader, a number by which the log line is found. */
export function bugPage(ctx: RequestContext, reference: string, typed: Typed = {}): Page {
  const body = html`<p>${ctx.t.errors.bugBody}</p><p>${ctx.t.errors.reference}: <strong class="reference" translate="no">${reference}</strong></p>`;
  return calm(ctx, { title: ctx.t.errors.bugTitle, status: 500, tone: 'danger', body, typed });
}

function calm(
  ctx: RequestContext,
  {
    title,
    status,
    tone,
    body,
    typed = {},
    signIn = false,
  }: { title: string; status: Page['status']; tone: Tone; body: Content; typed?: Typed; signIn?: boolean },
): Page {
  const next = signIn
    ? linkButton({ text: ctx.t.shell.signIn, href: '/logga-in' })
    : linkButton({ text: ctx.t.errors.toStart, href: '/', variant: 'secondary' });
  return page({
    title,
    status,
    width: 'text',
    body: html`${notice(ctx, { tone, body })}${keptText(ctx, typed)}<div class="actions">${next}</div>`,
  });
}

function titleOf({ errors }: Texts, status: ErrorEntry['status']): string {
  switch (status) {
    case 401:
      return errors.signInNeeded;
    case 403:
      return errors.denied;
    case 404:
      return errors.notFoundTitle;
    case 409:
      return errors.conflict;
    case 413:
      return errors.tooLarge;
    case 429:
      return errors.tooMany;
    case 503:
      return errors.unavailable;
    default:
      return errors.invalid;
  }
}
