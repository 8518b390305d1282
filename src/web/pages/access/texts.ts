import { localized } from '../../localized.ts';

/** The words of signing in and out. */
export const texts = localized(
  {
    title: 'Logga in',
    login: 'Användarnamn',
    password: 'Lösenord',
    submit: 'Logga in',
    demoTitle: 'Det här är en demonstration',
    demoBody: 'Regionen är påhittad. Välj en roll nedan och prova; inget du gör kan skada något.',
    welcome: (name: string) => `Välkommen, ${name}.`,
    bye: 'Du är utloggad.',
  },
  {
    title: 'Sign in',
    login: 'User name',
    password: 'Password',
    submit: 'Sign in',
    demoTitle: 'This is a demonstration',
    demoBody: 'The region is invented. Choose a role below and try; nothing you do can do any harm.',
    welcome: (name: string) => `Welcome, ${name}.`,
    bye: 'You are signed out.',
  },
);
