import type { ConsultationRecipient } from '../../../domain/consultations/index.ts';

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

/** The lines that read back to the same recipients. */
export function recipientLines(recipients: readonly ConsultationRecipient[]): string {
  return recipients
    .map(({ respondent, address }) => (address === null ? respondent : `${respondent} <${address}>`))
    .join('\n');
}
