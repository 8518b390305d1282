import type { Localized } from '../../kernel/language.ts';

/** How somebody showed who they are when a session was opened. */
export const signInMethods = {
  password: { sv: 'lösenord', en: 'password' },
  passwordAndCode: { sv: 'lösenord och engångskod', en: 'password and one-time code' },
  passwordAndRecoveryCode: { sv: 'lösenord och reservkod', en: 'password and recovery code' },
  passkey: { sv: 'nyckel i enheten', en: 'passkey' },
  provider: { sv: 'e-legitimation', en: 'electronic identity' },
} as const satisfies Record<string, Localized>;
export type SignInMethod = keyof typeof signInMethods;

/** The ways in which the holder of an account can show again that they are there. */
export const proofKinds = {
  password: { sv: 'lösenord', en: 'password' },
  code: { sv: 'engångskod', en: 'one-time code' },
  passkey: { sv: 'nyckel i enheten', en: 'passkey' },
  provider: { sv: 'e-legitimation', en: 'electronic identity' },
} as const satisfies Record<string, Localized>;
export type ProofKind = keyof typeof proofKinds;

/** Whether a second factor is asked of accounts with a password: of all, or of those who chose one. */
export const secondFactorPolicies = ['required', 'optional'] as const;
export type SecondFactorPolicy = (typeof secondFactorPolicies)[number];
