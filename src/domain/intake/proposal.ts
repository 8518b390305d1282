import { fillBoth, type TextValues } from '../../kernel/fill-text.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { ProposalState } from './proposal-transitions.ts';

/** What a proposal says, field by field, as the reader wrote it or as a person changed it. */
export type Fields = Readonly<Record<string, unknown>>;

/** A record that the reader proposes. A person confirms, changes or rejects it; nothing else turns it into a record. */
export type Proposal = {
  readonly id: Id<'proposal'>;
  readonly version: number;
  readonly fileId: Id<'intakeFile'>;
  /** Order in the document. */
  readonly position: number;
  readonly type: string;
  /** The id the reader gave it within the file. */
  readonly readerId: string;
  readonly fields: Fields;
  /** What the reader proposed before a person changed it. */
  readonly originalFields: Fields;
  readonly confidence: number;
  readonly rule: string;
  readonly source: Place;
  readonly alsoAt: readonly Place[];
  readonly state: ProposalState;
  /** The record it became, or was tied to. */
  readonly record: RecordRef | null;
  /** Every record that its confirmation made, in order. */
  readonly made: readonly RecordRef[];
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
};

export type Place = { readonly start: number; readonly end: number; readonly line: number };
export type RecordRef = { readonly noun: string; readonly id: string };

/** A difference between a proposal and the record that is there already: nothing is overwritten, a person sees both. */
export type Difference = { readonly field: string; readonly recorded: unknown; readonly proposed: unknown };

/** Why a proposal cannot be confirmed by itself. Each row says what a person can do about it. */
export const openQuestions = {
  missingField: {
    sv: 'Fältet {field} saknas. Fyll i det och bekräfta.',
    en: 'The field {field} is missing. Fill it in and confirm.',
  },
  unknownBody: {
    sv: 'Inget organ är angivet. Skriv vilket organ det gäller.',
    en: 'No body is stated. Write which body it is about.',
  },
  ambiguousBody: {
    sv: '”{name}” kan vara flera organ. Skriv det hela namnet.',
    en: '“{name}” may be several bodies. Write the whole name.',
  },
  unknownAssignment: {
    sv: 'Uppdraget {ref} finns inte i registret. Bekräfta uppdraget först.',
    en: 'The assignment {ref} is not in the register. Confirm the assignment first.',
  },
  unknownRecord: {
    sv: '{ref} finns inte i registret. Bekräfta det förslaget först.',
    en: '{ref} is not in the register. Confirm that proposal first.',
  },
  ambiguousAssignment: {
    sv: 'Flera uppdrag för {year} liknar texten. Ange uppdragets nummer.',
    en: 'Several assignments of {year} resemble the text. State the number of the assignment.',
  },
  noMeeting: {
    sv: 'Sammanträdet som det hör till finns inte i registret. Bekräfta sammanträdet först.',
    en: 'The meeting it belongs to is not in the register. Confirm the meeting first.',
  },
  differs: {
    sv: 'Registret säger något annat: {fields}. Ändra förslaget eller posten.',
    en: 'The register says something else: {fields}. Change the proposal or the record.',
  },
  unknownRole: {
    sv: 'Rollen ”{role}” känns inte igen. Välj en av rollerna.',
    en: 'The role “{role}” is not known. Choose one of the roles.',
  },
  samePerson: {
    sv: 'Flera personer heter {name}. Välj vem som avses.',
    en: 'Several people are called {name}. Choose who is meant.',
  },
  sameProject: {
    sv: '”{proposed}” kan vara projektet {name}. Är det samma: skriv {name} som namn. Är det ett annat: svara Ja på Eget projekt.',
    en: '“{proposed}” may be the project {name}. If it is the same, write {name} as its name. If it is another, answer Yes to A project of its own.',
  },
  noRegister: {
    sv: 'Uppgiften har inget eget register. Den ligger kvar här med sin källa.',
    en: 'There is no register of its own for this. It stays here with its source.',
  },
  ownBody: {
    sv: '”{name}” är redan ett eget organ i registret. Avvisa förslaget, eller slå ihop organen där.',
    en: '“{name}” is already a body of its own in the register. Reject the proposal, or merge the bodies there.',
  },
  refused: {
    sv: 'En regel säger nej: {reason}',
    en: 'A rule says no: {reason}',
  },
  fault: {
    sv: 'Något oväntat gick fel. Inget skrevs. Försök igen, eller bekräfta förslaget för sig.',
    en: 'Something unexpected went wrong. Nothing was written. Try again, or confirm the proposal by itself.',
  },
  suggestion: {
    sv: 'Förslaget bygger på likhet i ord och behöver en människas ögon.',
    en: 'The suggestion rests on words that are alike and needs a person’s eyes.',
  },
} as const satisfies Record<string, Localized>;

export type QuestionCode = keyof typeof openQuestions;

/** One open question of a proposal, with what fills its sentence; `differences` holds both sides when the register says something else. */
export type OpenQuestion = {
  readonly code: QuestionCode;
  readonly values: TextValues;
  readonly differences?: readonly Difference[];
  /** The record that says something else, as it was when the question was asked. */
  readonly record?: RecordRef & { readonly version: number };
};

/** What an open question says. */
export function questionText(question: OpenQuestion): Localized {
  return fillBoth(openQuestions[question.code], question.values);
}
