import type { Language } from '../kernel/language.ts';
import type { Flash } from './contracts.ts';
import type { Content, Html } from './html.ts';

/** One step of the way from the start page to here; the last has no address because one stands on it. */
export type Crumb = { readonly text: string; readonly href?: string };

/** A page as a handler answers it; the layout adds everything around. */
export type Page = {
  readonly kind: 'page';
  /** The heading of the browser's tab and, unless the body has its own, the h1. */
  readonly title: string;
  readonly body: Html;
  readonly status: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly crumbs: readonly Crumb[];
  /** Facts and things to do, beside the body where there is room and below it where there is not. */
  readonly aside: Content;
  /** `wide` for work surfaces (review, report editor), `text` for forms and reading. */
  readonly width: 'text' | 'normal' | 'wide';
  /** The body has its own h1 (a page whose heading is part of a larger composition). */
  readonly ownHeading: boolean;
  /** Shown under the h1: a status and one line of facts. */
  readonly lead: Content;
  /** Light or dark whatever the reader's machine prefers; only the gallery of components asks for it. */
  readonly colorScheme?: ColorScheme;
  /** The script of a kind of page, loaded there and nowhere else; the page works without it. */
  readonly script?: PageScript;
  /** Seconds after which the browser asks for the page again, while something is under way. The page offers to stop it (WCAG 2.2.1). */
  readonly refresh?: number;
};

export type PageScript =
  | 'passkeyScript'
  | 'reviewScript'
  | 'timetableScript'
  | 'meetingScript'
  | 'reportScript'
  | 'answersScript';
export type ColorScheme = 'auto' | 'light' | 'dark';

export type Redirect = {
  readonly kind: 'redirect';
  readonly to: string;
  readonly flash?: Flash;
  /** A session that begins, or `end`. */
  readonly session?: { readonly token: string } | 'end';
  readonly language?: Language;
  /** The code of a poll that was answered now, for this browser to remember. */
  readonly answeredPoll?: string;
  /** What this browser is in the middle of when it signs in, or `end`. */
  readonly pendingSignIn?: string;
  /** An address of another site, from a service that the installation has a contract with; never from input. */
  readonly away?: string;
};

export type FileReply = {
  readonly kind: 'file';
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly name: string;
  /** `inline` only for documents that we wrote ourselves; what someone handed in is always an attachment. */
  readonly disposition: 'inline' | 'attachment';
};

/** Machine-readable answers (the data behind a page). */
export type JsonReply = { readonly kind: 'json'; readonly value: unknown };

export type Reply = Page | Redirect | FileReply | JsonReply;

export function page(parts: Partial<Omit<Page, 'kind'>> & Pick<Page, 'title' | 'body'>): Page {
  return {
    kind: 'page',
    status: 200,
    crumbs: [],
    aside: null,
    width: 'normal',
    ownHeading: false,
    lead: null,
    ...parts,
  };
}

/** After a successful POST: 303, so that reloading the next page does not send the form again. */
export function redirect(to: string, more: Omit<Redirect, 'kind' | 'to'> = {}): Redirect {
  return { kind: 'redirect', to: localPath(to), ...more };
}

/** Sends somebody to a service for electronic identities; the address was made by the service's own description. */
export function sendAway(away: string, more: Omit<Redirect, 'kind' | 'to' | 'away'> = {}): Redirect {
  return { kind: 'redirect', to: '/', away, ...more };
}

export function file(
  parts: Omit<FileReply, 'kind' | 'disposition'> & Partial<Pick<FileReply, 'disposition'>>,
): FileReply {
  return { kind: 'file', disposition: 'attachment', ...parts };
}

export function json(value: unknown): JsonReply {
  return { kind: 'json', value };
}

/**
 * The path itself when it stays on this site, otherwise the start page: an address taken from input must not lead readers elsewhere. Browsers
 * read a backslash as a slash and leave tabs and line ends out, so that an address with one of them may lead elsewhere than it says.
 */
export function localPath(path: string | undefined): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused.
  if (path === undefined || !/^\/(?!\/)[^\u0000-\u001f\u007f\\]*$/.test(path)) return '/';
  return path;
}
