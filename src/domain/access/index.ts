export * from './account-detail-reader.ts';
export * from './account-list-reader.ts';
export * from './account-reader.ts';
export * from './account-transitions.ts';
export * from './accounts-for-body-reader.ts';
export * from './actions.ts';
export * from './actor.ts';
export * from './api-token.ts';
export * from './api-token-reader.ts';
export * from './authorize.ts';
export * from './begin-sign-in.ts';
export * from './change-account-state.ts';
export * from './change-password.ts';
export {
  confirmCodeFactor,
  type NewCodeFactor,
  prepareCodeFactor,
  removeCodeFactor,
  waitingCodeFactor,
} from './code-factor.ts';
export * from './confirm-password.ts';
export * from './create-account.ts';
export * from './end-role.ts';
export { endOtherSessions, endOwnSession, endSessionsOf } from './end-sessions.ts';
export * from './find-actor.ts';
export * from './give-stand-in.ts';
export { grantsOf } from './grants-reader.ts';
export * from './identity-claims.ts';
export * from './identity-provider.ts';
export * from './invite-guest.ts';
export * from './keep-passkeys.ts';
export * from './keyring.ts';
export * from './make-api-token.ts';
export { renewProof } from './open-session.ts';
export * from './password-rules.ts';
export { keepPending, type Pending, takePending } from './pending-sign-in.ts';
export { renewRecoveryCodes } from './recovery-codes.ts';
export * from './reset-factors.ts';
export * from './roles.ts';
export * from './seat-roles.ts';
export * from './session-rules.ts';
export { findSession, type Session, signIn, signOut } from './sessions.ts';
export * from './sign-in-delay.ts';
export * from './sign-in-kinds.ts';
export * from './sign-in-with-identity.ts';
export * from './stand-in-reader.ts';
export * from './stand-in-rules.ts';
export * from './tie-account.ts';
export * from './tie-identity.ts';
