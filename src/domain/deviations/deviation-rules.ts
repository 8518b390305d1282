import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { CareChainStep, DeviationKind, DeviationLevel, DeviationRelation, LeaveAnswer } from './deviation.ts';
import { patientDataProblems } from './patient-data.ts';

/**
 * The versions of the form (DEV-06): what is asked from which day. The questions are columns, so that patterns can be counted over all versions; a version
 * that asks something else gets a row here and its number in every report that was made with it.
 */
export const deviationFormVersions = [
  {
    version: 1,
    from: '2026-01-01',
    asks: [
      'reporterFunction',
      'fromBodyId',
      'toBodyId',
      'relation',
      'level',
      'kind',
      'chainStep',
      'onLeave',
      'unit',
      'startsOn',
      'endsOn',
      'description',
    ],
  },
] as const;
export const deviationFormVersion = deviationFormVersions[0].version;

/** What a function writes when it reports. */
export type DeviationFields = {
  readonly fromBodyId: Id<'body'>;
  readonly toBodyId?: Id<'body'> | null | undefined;
  readonly externalParty?: string | undefined;
  readonly reporterFunction: string;
  readonly unit?: string | undefined;
  readonly relation: DeviationRelation;
  readonly level: DeviationLevel;
  readonly kind: DeviationKind;
  readonly chainStep: CareChainStep;
  readonly onLeave: LeaveAnswer;
  readonly startsOn: CivilDate;
  readonly endsOn?: CivilDate | undefined;
  readonly description?: string | undefined;
  readonly ownSystem?: string | undefined;
  /** That whoever reports has read the texts again, and that they point nobody out. */
  readonly acknowledged?: boolean | undefined;
};

/**
 * What must be corrected in a report. On the individual level only that it happened is taken, with the system where it is handled: what is told of one
 * person belongs where that person's care is documented.
 */
export function deviationProblems(
  fields: DeviationFields,
  { today, known }: { readonly today: CivilDate; readonly known: readonly string[] },
): readonly Problem[] {
  const { level, relation, startsOn, endsOn } = fields;
  const individual = level === 'individual';
  const external = relation === 'externalParty';
  return [
    ...needed('reporterFunction', fields.reporterFunction),
    ...(external ? needed('externalParty', fields.externalParty) : []),
    ...(!external && !fields.toBodyId ? [{ path: 'toBodyId', key: 'validation.choose' }] : []),
    ...(fields.toBodyId && fields.toBodyId === fields.fromBodyId
      ? [{ path: 'toBodyId', key: 'deviations.samePrincipal' }]
      : []),
    ...dayProblems(startsOn, endsOn, today),
    ...(individual && fields.description?.trim()
      ? [{ path: 'description', key: 'deviations.individualText' }]
      : individual
        ? []
        : needed('description', fields.description)),
    ...(individual ? needed('ownSystem', fields.ownSystem) : []),
    ...patientDataProblems(
      {
        reporterFunction: fields.reporterFunction,
        externalParty: fields.externalParty,
        unit: fields.unit,
        description: fields.description,
        ownSystem: fields.ownSystem,
      },
      { acknowledged: fields.acknowledged === true, known },
    ),
  ];
}

function dayProblems(startsOn: string, endsOn: string | undefined, today: CivilDate): readonly Problem[] {
  if (!isCivilDate(startsOn)) return [{ path: 'startsOn', key: 'validation.date' }];
  if (startsOn > today) return [{ path: 'startsOn', key: 'deviations.dayAhead' }];
  if (endsOn === undefined) return [];
  if (!isCivilDate(endsOn)) return [{ path: 'endsOn', key: 'validation.date' }];
  if (endsOn < startsOn) return [{ path: 'endsOn', key: 'deviations.endsBefore' }];
  return endsOn > today ? [{ path: 'endsOn', key: 'deviations.dayAhead' }] : [];
}

function needed(path: string, text: string | undefined): readonly Problem[] {
  return text?.trim() ? [] : [{ path, key: 'validation.required' }];
}
