import type { RequestContext } from '../../contracts.ts';
import { attributes, type Html, html } from '../../html.ts';
import { localPath } from '../../reply.ts';
import { texts } from './texts.ts';

/** What a passkey is asked for: to come in, to show that one is there, or to be made. */
export type PasskeyUse = 'signIn' | 'prove' | 'make';

const addresses = {
  signIn: { ask: '/logga-in/nyckel/fraga', answer: '/logga-in/nyckel' },
  prove: { ask: '/bekrafta/nyckel/fraga', answer: '/bekrafta/nyckel' },
  make: { ask: '/mitt-konto/skydd/nyckel/fraga', answer: '/mitt-konto/skydd/nyckel' },
} as const satisfies Record<PasskeyUse, { readonly ask: `/${string}`; readonly answer: `/${string}` }>;

/**
 * A form that a script fills in with the answer of the passkey. Browsers without script, and those that know no passkeys, never see it (`hidden`); they
 * have the other ways. `then` is where one goes on to; without it the first form of the page is sent, with what was kept in it.
 */
export function passkeyBox(ctx: RequestContext, use: PasskeyUse, then?: string, body: Html = html``): Html {
  const t = texts[ctx.language];
  const { ask, answer } = addresses[use];
  const words = { signIn: t.passkeySignIn, prove: t.passkeyProve, make: t.passkeyMake };
  return html`<form method="post" action="${answer}" class="form" hidden data-passkey="${use}" data-ask="${ask}"${attributes({ 'data-send-first': use === 'prove' && then === undefined ? true : undefined })}>
${ctx.csrfField()}<input type="hidden" name="svar" value=""><input type="hidden" name="till" value="${then === undefined ? '' : localPath(then)}">
${body}<p class="field-error" data-passkey-error hidden role="alert">${t.passkeyFailed}</p>
<div class="actions"><button class="ds-button" data-variant="secondary" type="submit"><span>${words[use]}</span></button></div></form>`;
}
