import {
  type AssessmentStatus,
  assessmentStatusCodes,
  assessmentStatuses,
  type StatusOrNone,
} from '../../../domain/assessments/index.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { Ui } from '../../contracts.ts';
import type { Html } from '../../html.ts';
import { texts } from './texts.ts';

/**
 * How a status looks. The domain's tone says how much care a status asks for; here the late ones are told from the partly done ones, because
 * a list that is read in seconds needs the difference in shape and not only in words.
 */
export const statusTones: Readonly<Record<StatusOrNone, TagTone>> = {
  startedOnTrack: 'ok',
  startedPartly: 'part',
  startedDelayed: 'late',
  paused: 'late',
  multiYear: 'info',
  continuing: 'info',
  duringYear: 'info',
  started: 'info',
  unspecified: 'neutral',
  none: 'unknown',
};

/** The statuses in the order in which lists, filters and charts show them: what goes well first, what nobody has told last. */
export const statusOrder: readonly StatusOrNone[] = [
  'startedOnTrack',
  'startedPartly',
  'startedDelayed',
  'paused',
  ...assessmentStatusCodes.filter(
    (code) => !['startedOnTrack', 'startedPartly', 'startedDelayed', 'paused'].includes(code),
  ),
  'none',
];

export function statusText({ language }: Ui, status: StatusOrNone): string {
  return status === 'none' ? texts[language].noAssessment : assessmentStatuses[status].label[language];
}

/** The status of an assignment as a tag; without any, the tag says so. */
export function statusTag(ui: Ui, status: AssessmentStatus | undefined): Html {
  const shown = status ?? 'none';
  return tag({ text: statusText(ui, shown), tone: statusTones[shown] });
}
