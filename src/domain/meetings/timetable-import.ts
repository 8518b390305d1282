import { linesOf, namesIn, type Proposed, type Recogniser } from '../../documents/tree/recognise.ts';
import { findTimes } from '../../kernel/swedish-dates.ts';

/** A slot of the preliminary timetable of a notice. */
export type ProposedTimeslot = Proposed<
  'timeslot',
  { readonly start: string; readonly end: string; readonly title: string; readonly presenters: readonly string[] }
>;

/** Reads lines that begin with a span of times: "10:45-11:30 Tema … – Förnamn Efternamn, Förnamn Efternamn". */
export const timetableImport: Recogniser<ProposedTimeslot> = {
  name: 'timetable',
  appliesTo: ['notice'],
  recognise(reading) {
    const lines = linesOf(reading.blocks);
    const headAt = lines.findIndex((line) =>
      /^(?:preliminär(?:t)? )?(?:tidplan|tidsprogram|program)\b/iu.test(line.words.text),
    );
    const records = lines.flatMap((line, index) => {
      const time = findTimes(line.words.text)[0];
      if (time?.to === undefined || time.start !== 0 || time.from >= time.to) return [];
      const rest = line.words.text.slice(time.end).trim();
      if (!rest) return [];
      return [
        {
          type: 'timeslot' as const,
          source: line.span,
          confidence: headAt >= 0 && index > headAt ? 0.97 : 0.75,
          rule: 'timeslot-line',
          start: time.from,
          end: time.to,
          ...titleAndPresenters(rest),
        },
      ];
    });
    return { records, problems: [] };
  },
};

/** What stands after the last dash are presenters, if all of it are names; otherwise the dash belongs to the title. */
export function titleAndPresenters(text: string): { readonly title: string; readonly presenters: readonly string[] } {
  const match = /^(.*\S)\s+[-–]\s+(\S.*)$/u.exec(text);
  const presenters = match ? namesIn(match[2]!) : [];
  const complete = match && presenters.length === match[2]!.split(/\s*[/,;&]\s*|\s+och\s+/u).length;
  return complete ? { title: match[1]!, presenters } : { title: text, presenters: [] };
}
