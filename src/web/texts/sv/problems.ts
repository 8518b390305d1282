/**
 * What is wrong with a field and what to write instead, by the key of a Problem. `{name}` is filled from the problem's values. A noun's own
 * rules add their rows here, under the noun's name, because a problem may be shown on any page.
 */
export const problems = {
  'validation.required': 'Fyll i fältet.',
  'validation.choose': 'Välj ett av alternativen.',
  'validation.tooShort': 'Skriv minst {minimum} tecken.',
  'validation.tooLong': 'Skriv högst {maximum} tecken.',
  'validation.tooSmall': 'Skriv ett tal som är minst {minimum}.',
  'validation.tooBig': 'Skriv ett tal som är högst {maximum}.',
  'validation.tooFew': 'Välj minst {minimum}.',
  'validation.tooMany': 'Välj högst {maximum}.',
  'validation.number': 'Skriv ett heltal med siffror, till exempel 12.',
  'validation.date': 'Skriv ett datum som finns, till exempel 2026-05-30.',
  'validation.id': 'Valet finns inte längre. Ladda om sidan och välj på nytt.',
  'validation.file': 'Välj en fil.',
  'validation.unexpected': 'Fältet {field} hör inte till formuläret. Ladda om sidan och försök igen.',
  'validation.wrong': 'Kontrollera det som står här.',
} as const;
