import type { ConsultationRecipient, RecipientChoice } from '../../../domain/consultations/index.ts';

/** One recipient on each line: `Granby kommun <kommun@example.se>`, or a name alone. What stands within the brackets is the domain's to judge. */
export function readRecipients(lines: string): readonly ConsultationRecipient[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const bracketed = /^(.*?)\s*[<(]\s*([^<>()]*@[^<>()]*?)\s*[>)]\s*$/u.exec(line);
      const loose = bracketed ?? /^(.*?)[\s,;]+(\S+@\S+)$/u.exec(line);
      const bare = /^\S+@\S+$/u.test(line) ? line : undefined;
      if (bare) return { respondent: bare, address: bare.toLowerCase() };
      return loose
        ? { respondent: loose[1]!.replace(/[,;:]$/u, ''), address: loose[2]!.toLowerCase() }
        : { respondent: line, address: null };
    });
}

/**
 * Everybody who is asked, in the order of the register and then of the lines. A line that names a body of the register is that body, with the address
 * of the line; the box for all municipalities ticks each of them.
 */
export function recipientsOf(
  known: readonly RecipientChoice[],
  ticked: readonly string[],
  lines: readonly ConsultationRecipient[],
): readonly ConsultationRecipient[] {
  const fold = (name: string) => name.trim().toLocaleLowerCase('sv');
  const lineOf = new Map(lines.map((line) => [fold(line.respondent), line]));
  const chosen = known.filter(
    ({ bodyId, kind, name }) =>
      ticked.includes(bodyId) || (kind === 'municipality' && ticked.includes('kommuner')) || lineOf.has(fold(name)),
  );
  const names = new Set(chosen.map(({ name }) => fold(name)));
  return [
    ...chosen.map(({ bodyId, name, address }) => ({
      respondent: name,
      address: lineOf.get(fold(name))?.address ?? address,
      bodyId,
    })),
    ...lines.filter(({ respondent }) => !names.has(fold(respondent))),
  ];
}

/** The lines that read back to the same recipients. */
export function recipientLines(recipients: readonly ConsultationRecipient[]): string {
  return recipients
    .map(({ respondent, address }) => (address === null ? respondent : `${respondent} <${address}>`))
    .join('\n');
}
