/** Vad som är fel med konton, lösenord och ställföreträdare. */
export const accessProblems = {
  'account.passwordCommon':
    'Lösenordet hör till dem som gissas först. Skriv hellre en hel mening som bara du kommer på.',
  'account.notTheSame': 'Lösenorden är inte lika. Skriv samma lösenord en gång till.',
  'account.reasonMissing': 'Skriv varför kontot stängs, till exempel ”Slutade 2026-11-20”.',
  'account.ownAccount': 'Du kan inte stänga din egen väg in. Be en annan administratör göra det.',
  'account.codeUnknown':
    'Koden finns inte, eller har gått ut. Be personen logga in med e-legitimation igen och läsa upp den nya koden.',
  'account.identityTaken': 'E-legitimationen hör redan till ett konto. Ta bort den därifrån först.',
  'standIn.oneself': 'Ingen är ställföreträdare för sig själv. Välj någon annan.',
  'standIn.notOwn':
    'Du kan lämna din egen roll, inte någon annans. Be den som är administratör lägga in ställföreträdaren.',
  'standIn.backwards': 'Sista dagen ligger före den första. Skriv en senare sista dag.',
  'standIn.passed': 'Sista dagen har passerat. Välj i dag eller en senare dag.',
  'standIn.long': 'Någon är ställföreträdare högst ett år i taget. Välj en dag till och med {longest}.',
  'standIn.notHeld':
    'Den som ska företrädas har inte rollen för organet den första dagen. Välj en annan roll eller ett annat organ.',
} as const;
