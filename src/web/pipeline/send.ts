import type { AssetLinks } from '../assets.ts';
import type { Services, SessionDoor } from '../contracts.ts';
import { layout, type Site } from '../layout.ts';
import { type FileReply, localPath, type Page, type Redirect, type Reply } from '../reply.ts';
import { clearCookie, readCookie, readFlash, rememberPoll, writeCookie, writeFlash } from './cookies.ts';
import type { SecurityHeaders } from './security-headers.ts';
import { fileHeaders } from './security-headers.ts';
import { learn, requestContext, type WebContext } from './visit.ts';

export type Sender = {
  readonly services: Services;
  readonly sessions: SessionDoor;
  readonly site: Site;
  readonly assets: AssetLinks;
};

/** Turns what a handler answered into a response. */
export async function send(c: WebContext, sender: Sender, reply: Reply): Promise<Response> {
  switch (reply.kind) {
    case 'page':
      return sendPage(c, sender, reply);
    case 'redirect':
      return sendRedirect(c, sender, reply);
    case 'file':
      return sendFile(c, reply);
    case 'json':
      c.header('cache-control', 'private, no-store');
      return c.json(reply.value as Record<string, unknown>);
  }
}

/** Pages are for one reader: nothing between us and the browser may keep them. */
async function sendPage(c: WebContext, { services, site, assets }: Sender, page: Page): Promise<Response> {
  const flash = readFlash(c, c.var.visit.origin);
  const document = await layout(requestContext(c, services), page, { site, assets, flash });
  c.header('cache-control', 'private, no-store');
  c.header('content-language', c.var.visit.ui.language);
  return c.html(document, page.status);
}

async function sendRedirect(
  c: WebContext,
  { sessions }: Sender,
  { to, flash, session, language, answeredPoll, pendingSignIn, away }: Redirect,
): Promise<Response> {
  const { origin } = c.var.visit;
  const ended = session ? readCookie(c, 'session', origin) : undefined;
  if (ended) await sessions.end(ended);
  if (flash) writeFlash(c, flash, origin);
  if (language) writeCookie(c, 'language', language, origin);
  if (answeredPoll) rememberPoll(c, answeredPoll, origin);
  if (pendingSignIn === 'end') clearCookie(c, 'signIn', origin);
  else if (pendingSignIn) writeCookie(c, 'signIn', pendingSignIn, origin);
  if (session === 'end') clearCookie(c, 'session', origin);
  else if (session) {
    writeCookie(c, 'session', session.token, origin);
    learn(c, { opened: (await sessions.find(session.token))?.actor.accountId ?? undefined });
  }
  // Who changes session leaves nothing behind for the next person at the same screen, and gets a new secret for forms.
  if (session) clearCookie(c, 'form', origin);
  if (session === 'end') c.header('clear-site-data', '"cache"');
  c.header('cache-control', 'no-store');
  return c.redirect(away ?? localPath(to), 303);
}

function sendFile(c: WebContext, { bytes, type, name, disposition }: FileReply): Response {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  c.header('content-type', type);
  c.header('content-disposition', `${disposition}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`);
  c.header('cache-control', 'private, no-store');
  for (const [header, value] of Object.entries<string>(fileHeaders(disposition) satisfies SecurityHeaders))
    c.header(header, value);
  return c.body(new Uint8Array(bytes));
}
