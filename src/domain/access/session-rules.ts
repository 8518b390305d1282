import type { ProofKind, SecondFactorPolicy, SignInMethod } from './sign-in-kinds.ts';

const hour = 3_600_000;
/** A working day: who comes back tomorrow signs in again. */
export const longestSession = 10 * hour;
/** How long a session may lie unused. */
export const longestIdle = 2 * hour;
/** How long somebody who showed who they are is taken to be there still, for what binds and what is secret. */
export const freshFor = 10 * 60_000;

/** What is known of how a session was opened, for what asks more of it than that it is there. */
export type SessionFacts = {
  readonly id: string;
  readonly method: SignInMethod;
  readonly twoFactors: boolean;
  readonly provider: string | null;
  /** When the person last showed who they are. */
  readonly provedAt: Date;
  /** How the person can show it again. */
  readonly proofs: readonly ProofKind[];
  /** Whether a second factor has to be chosen before anything else can be done. */
  readonly mustProtect: boolean;
};

/** Whether somebody showed who they are so lately that they are taken to be there now; of a session without facts it is never taken. */
export function isFresh(session: Pick<SessionFacts, 'provedAt'> | undefined, now: Date): boolean {
  if (!session) return false;
  const age = now.getTime() - session.provedAt.getTime();
  return age >= 0 && age <= freshFor;
}

/** Whether the password alone is not enough in this installation, and is all that the session stands on. */
export function mustProtect(policy: SecondFactorPolicy, twoFactors: boolean): boolean {
  return policy === 'required' && !twoFactors;
}

const browsers = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bOPR\//, 'Opera'],
  [/Chrome\/|\bCriOS\/|\bChromium\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;
const machines = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
] as const;

/** The browser and the machine of a session in two words: enough to know one's own, too little to follow anybody by. */
export function deviceWords(userAgent = ''): string {
  const named = (table: readonly (readonly [RegExp, string])[]) => table.find(([shape]) => shape.test(userAgent))?.[1];
  return [named(browsers), named(machines)].filter(Boolean).join(', ');
}
