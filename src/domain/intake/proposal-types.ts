import { isCivilDate } from '../../kernel/civil-date.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Fields } from './proposal.ts';
import type { FieldKind, ProposalTypeEntry } from './proposal-fields.ts';
import { proposalTypes } from './proposal-type-table.ts';

export type { FieldEntry, FieldKind, ProposalTypeEntry } from './proposal-fields.ts';
export { proposalTypes } from './proposal-type-table.ts';

export type ProposalType = keyof typeof proposalTypes;

/** The row of a type; undefined for types that no register takes. */
export function proposalType(type: string): ProposalTypeEntry | undefined {
  return Object.hasOwn(proposalTypes, type) ? proposalTypes[type as ProposalType] : undefined;
}

/** Whether a type can become a record. */
export function isConfirmable(type: string): type is ProposalType {
  return Object.hasOwn(proposalTypes, type);
}

/** What a person must correct in the changed fields of a proposal: a field that its type does not have, or a value of another kind. */
export function fieldProblems(type: string, changes: Fields): readonly Problem[] {
  const entry = proposalType(type);
  return Object.entries(changes).flatMap(([name, value]) => {
    const field = entry?.fields[name];
    if (entry && !field) return [{ path: name, key: 'intake.unknownField' }];
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
      return field?.required ? [{ path: name, key: 'validation.required' }] : [];
    return field && !fits(field.kind, value) ? [{ path: name, key: `intake.field.${field.kind}` }] : [];
  });
}

/** The required fields that a proposal has not. */
export function missingFields(type: string, fields: Fields): readonly string[] {
  return Object.entries(proposalType(type)?.fields ?? {}).flatMap(([name, field]) => {
    const value = fields[name];
    const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    return field.required && empty ? [name] : [];
  });
}

function fits(kind: FieldKind, value: unknown): boolean {
  switch (kind) {
    case 'line':
      return typeof value === 'string' && !value.includes('\n');
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && Number.isInteger(value);
    case 'day':
      return typeof value === 'string' && isCivilDate(value);
    case 'time':
      return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
    case 'decimal':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'lines':
      return Array.isArray(value) && value.every((one) => typeof one === 'string');
    case 'days':
      return Array.isArray(value) && value.every((one) => typeof one === 'string' && isCivilDate(one));
    case 'other':
      return true;
  }
}
