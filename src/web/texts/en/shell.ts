import type { SameTexts } from '../../localized.ts';
import type { shell as source } from '../sv/shell.ts';

export const shell: SameTexts<typeof source> = {
  product: 'Kansli',
  skip: 'Skip to the content',
  mainNavigation: 'Main menu',
  nav: {
    today: 'Today',
    goals: 'Goals',
    assignments: 'Assignments',
    meetings: 'Meetings',
    bodies: 'Bodies',
    followUp: 'Follow-up',
    readIn: 'Read in',
  },
  breadcrumbs: 'Breadcrumb',
  start: 'Start',
  beside: 'Beside the page',
  otherLanguage: 'Svenska',
  otherLanguageLabel: 'Visa sidan på svenska',
  account: 'Account',
  signedInAs: (name) => `Signed in as ${name}`,
  signIn: 'Sign in',
  signOut: 'Sign out',
  rolesOf: 'Roles',
  message: 'Message',
  footer: 'Footer',
  handbook: 'Handbook',
  accessibility: 'Accessibility',
  version: (version) => `Kansli ${version}`,
  licence: 'Free software, EUPL 1.2',
  demo: 'Demonstration: all content is invented.',
};
