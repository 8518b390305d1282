/** The signs of a code that is read aloud: none that looks or sounds like another. */
const signs = 'ABCDEFGHJKLMNPRSTUVXYZ23456789';

/** The code of a request, "K7PD-3XWA", from random signs: whoever has it can follow the request and need not say who they are (TF 2:18). */
export function referenceCode(token: string): string {
  const code = [...token.slice(0, 8)].map((sign) => signs[sign.charCodeAt(0) % signs.length]).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** A code as somebody typed it, in the form in which it is kept; undefined when it cannot be one. */
export function readReference(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return code.length === 8 && [...code].every((sign) => signs.includes(sign))
    ? `${code.slice(0, 4)}-${code.slice(4)}`
    : undefined;
}
