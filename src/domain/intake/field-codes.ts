import type { Localized } from '../../kernel/language.ts';
import { agreementKinds, agreementStates } from '../agreements/index.ts';
import { assessmentStatuses } from '../assessments/index.ts';
import { decisionStates } from '../decisions/index.ts';
import { itemCategories, meetingModes } from '../meetings/index.ts';
import { seatKinds, seatRoles } from '../organisation/index.ts';
import { projectStates } from '../projects/index.ts';
import { answerTypes } from '../reports/index.ts';

/** The codes that a field can hold, with what people call them. */
export type FieldCodes = Readonly<Record<string, Localized>>;

/**
 * The fields of proposals that hold a code of some noun's table. A row means: shown by its label and chosen from a list. A field that is not
 * here holds words of the document.
 */
const fieldCodes: Readonly<Record<string, Readonly<Record<string, FieldCodes>>>> = {
  meeting: { mode: meetingModes },
  seat: { kind: seatKinds, role: seatRoles },
  agreement: { kind: agreementKinds, state: agreementStates },
  project: { phase: projectStates },
  agendaItem: { category: itemCategories },
  decision: { status: decisionStates },
  reportEntry: { answerType: labelsOf(answerTypes), status: labelsOf(assessmentStatuses) },
};

/** The codes of a field of a type; undefined for a field that holds words. */
export function codesOfField(type: string, field: string): FieldCodes | undefined {
  const codes = Object.hasOwn(fieldCodes, type) ? fieldCodes[type]! : {};
  return Object.hasOwn(codes, field) ? codes[field] : undefined;
}

function labelsOf(table: Readonly<Record<string, { readonly label: Localized }>>): FieldCodes {
  return Object.fromEntries(Object.entries(table).map(([code, { label }]) => [code, label]));
}
