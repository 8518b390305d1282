import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Flash } from '../contracts.ts';
import { tones } from '../contracts.ts';
import { isLoopback } from './own-origin.ts';

/**
 * The cookies of Kansli. Over https, and on the machine itself (where Chromium and Firefox accept secure cookies over http), their names begin
 * with `__Host-`: secure, bound to this very host and path. Only plain http over a network, which nobody should use, falls back to bare names.
 */
const names = {
  session: 'kansli',
  form: 'kansli-form',
  flash: 'kansli-flash',
  language: 'kansli-language',
  polls: 'kansli-besvarat',
  signIn: 'kansli-inloggning',
} as const;
export type CookieName = keyof typeof names;

export function readCookie(c: Context, name: CookieName, origin: string): string | undefined {
  return getCookie(c, cookieName(name, origin));
}

/** Writes a cookie for the browser's session, or for a year when it only remembers a taste. */
export function writeCookie(c: Context, name: CookieName, value: string, origin: string): void {
  const secure = isSecure(origin);
  setCookie(c, cookieName(name, origin), value, {
    path: '/',
    secure,
    httpOnly: true,
    sameSite: 'Lax',
    ...(name === 'language' && { maxAge: 31_536_000 }),
  });
}

export function clearCookie(c: Context, name: CookieName, origin: string): void {
  deleteCookie(c, cookieName(name, origin), { path: '/', secure: isSecure(origin) });
}

export function cookieName(name: CookieName, origin: string): string {
  return isSecure(origin) ? `__Host-${names[name]}` : names[name];
}

export function writeFlash(c: Context, flash: Flash, origin: string): void {
  writeCookie(c, 'flash', Buffer.from(JSON.stringify(flash)).toString('base64url'), origin);
}

/** The message of the redirect that led here, shown once. What cannot be read is no message. */
export function readFlash(c: Context, origin: string): Flash | undefined {
  const value = readCookie(c, 'flash', origin);
  if (value === undefined) return undefined;
  clearCookie(c, 'flash', origin);
  try {
    const flash: unknown = JSON.parse(Buffer.from(value, 'base64url').toString());
    if (typeof flash !== 'object' || flash === null || !('tone' in flash) || !('text' in flash)) return undefined;
    const tone = tones.find((known) => known === flash.tone);
    return tone && typeof flash.text === 'string' ? { tone, text: flash.text } : undefined;
  } catch {
    return undefined;
  }
}

/** The most polls that a browser remembers to have answered. */
const remembered = 20;

/**
 * The polls that this browser says it has answered. It is a courtesy and no proof: whoever takes the cookie away can answer again, and whoever writes one
 * takes only the own answer away. So it is not signed, and holds codes of polls and nothing about who answered what.
 */
export function answeredPolls(c: Context, origin: string): readonly string[] {
  const codes = readCookie(c, 'polls', origin) ?? '';
  return /^[2-9A-Z.]*$/.test(codes) ? codes.split('.').filter(Boolean).slice(0, remembered) : [];
}

export function rememberPoll(c: Context, code: string, origin: string): void {
  const codes = new Set([code, ...answeredPolls(c, origin)]);
  writeCookie(c, 'polls', [...codes].slice(0, remembered).join('.'), origin);
}

function isSecure(origin: string): boolean {
  return origin.startsWith('https:') || isLoopback(new URL(origin).hostname);
}
