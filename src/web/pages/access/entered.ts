import { type Actor, may, type Session, type SessionFacts } from '../../../domain/access/index.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Redirect, redirect } from '../../reply.ts';
import { texts } from './texts.ts';

/** Where one comes after signing in: a guest reads what was let out to guests, and who has to choose a second factor first does that. */
export function homeOf(actor: Actor, session?: SessionFacts): `/${string}` {
  if (session?.mustProtect) return '/mitt-konto/skydd';
  if (may(actor, 'record.read')) return '/';
  return may(actor, 'release.readAsGuest') ? '/gast' : '/mitt-konto';
}

/** The answer to whoever has just come in: the new session, and on to where they were going. */
export function entered(
  ctx: RequestContext,
  { token, session: { actor, facts } }: { readonly token: string; readonly session: Session },
  till: string | undefined,
): Redirect {
  const t = texts[ctx.language];
  const says = facts?.mustProtect
    ? ({ tone: 'warning', text: t.mustProtect } as const)
    : facts?.method === 'passwordAndRecoveryCode'
      ? ({ tone: 'warning', text: t.recoveryUsed } as const)
      : ({ tone: 'success', text: t.welcome(actor.name) } as const);
  return redirect(facts?.mustProtect ? '/mitt-konto/skydd' : till || homeOf(actor, facts), {
    session: { token },
    flash: says,
  });
}
