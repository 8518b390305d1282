import type { FormPurpose, FormVersionState } from '../form.ts';
import type { FormStructure } from '../form-structure.ts';
import { localCooperation } from './local-cooperation.ts';
import { nationalReturn2024 } from './national-return-2024.ts';
import { nationalReturn2025 } from './national-return-2025.ts';

/**
 * One version of a form that comes with the product. Versions of one form share its name and title, and come with the oldest first. `state` is the
 * one it is taken in as: a form that is known is ready to answer, a proposal is a draft to correct.
 */
export type ShippedForm = {
  readonly name: ShippedFormName;
  readonly title: string;
  readonly purpose: FormPurpose;
  readonly year: number | null;
  readonly state: FormVersionState;
  readonly structure: FormStructure;
};

export const shippedFormNames = ['national-return', 'local-cooperation'] as const;
export type ShippedFormName = (typeof shippedFormNames)[number];

const nationalReturn = {
  name: 'national-return',
  title: 'Redovisning av God och nära vård',
  purpose: 'nationalReport',
} as const;

/** The forms that come with the product. An organisation takes them in by name, and edits its own versions. */
export const shippedForms: readonly ShippedForm[] = [
  { ...nationalReturn, year: 2024, state: 'published', structure: nationalReturn2024 },
  { ...nationalReturn, year: 2025, state: 'draft', structure: nationalReturn2025 },
  {
    name: 'local-cooperation',
    title: 'Lärande uppföljning av lokal samverkan',
    purpose: 'selfAssessment',
    year: null,
    state: 'published',
    structure: localCooperation,
  },
];
