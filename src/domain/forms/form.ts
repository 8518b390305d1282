import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { FormStructure } from './form-structure.ts';

/** What a form is for, which says where it is answered. */
export const formPurposes = {
  nationalReport: { sv: 'redovisning', en: 'statutory report' },
  selfAssessment: { sv: 'lärande uppföljning', en: 'joint self-assessment' },
} as const satisfies Record<string, Localized>;
export type FormPurpose = keyof typeof formPurposes;

/** A draft is edited; a published version is answered, and changes no more once it has been. */
export const formVersionStates = {
  draft: { sv: 'utkast', en: 'draft' },
  published: { sv: 'utgiven', en: 'published' },
} as const satisfies Record<string, Localized>;
export type FormVersionState = keyof typeof formVersionStates;

/** A form that is asked again in new versions (NAT-01). */
export type Form = {
  readonly id: Id<'form'>;
  readonly version: number;
  readonly title: string;
  readonly purpose: FormPurpose;
  /** The name under which the product ships it; null for a form that was made here. */
  readonly shippedAs: string | null;
};

/** What is asked in one version of a form. */
export type FormVersion = {
  readonly id: Id<'formVersion'>;
  /** Counts the changes of the row; `number` counts the versions of the form. */
  readonly version: number;
  readonly form: Form;
  readonly number: number;
  readonly year: number | null;
  readonly state: FormVersionState;
  readonly structure: FormStructure;
  readonly madeFromId: Id<'formVersion'> | null;
  /** Whether anybody has begun to answer it. */
  readonly isAnswered: boolean;
};
