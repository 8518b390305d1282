import type { AccessTables } from './access.ts';
import type { AgendaTables } from './agenda.ts';
import type { AgreementsTables } from './agreements.ts';
import type { ArchivingTables } from './archiving.ts';
import type { AssignmentsTables } from './assignments.ts';
import type { AttendanceTables } from './attendance.ts';
import type { ClaimsTables } from './claims.ts';
import type { CollaborationTables } from './collaboration.ts';
import type { CommissionsTables } from './commissions.ts';
import type { ConnectionsTables } from './connections.ts';
import type { ConsultationsTables } from './consultations.ts';
import type { ContributionsTables } from './contributions.ts';
import type { DecisionsTables } from './decisions.ts';
import type { DeviationsTables } from './deviations.ts';
import type { DisclosuresTables } from './disclosures.ts';
import type { ExecutionTables } from './execution.ts';
import type { FollowupTables } from './followup.ts';
import type { FormsTables } from './forms.ts';
import type { FoundationTables } from './foundation.ts';
import type { GoalAreasTables } from './goal-areas.ts';
import type { GoalsTables } from './goals.ts';
import type { IndicatorsTables } from './indicators.ts';
import type { InputLoopTables } from './input-loop.ts';
import type { IntakeTables } from './intake.ts';
import type { JointGroupsTables } from './joint-groups.ts';
import type { JointMeetingsTables } from './joint-meetings.ts';
import type { LearningTables } from './learning.ts';
import type { LogTables } from './log.ts';
import type { MattersTables } from './matters.ts';
import type { MeasuresTables } from './measures.ts';
import type { MeetingsTables } from './meetings.ts';
import type { MinutesTables } from './minutes.ts';
import type { NationalReportsTables } from './national-reports.ts';
import type { NoticeBoardTables } from './notice-board.ts';
import type { OrganisationTables } from './organisation.ts';
import type { PlansTables } from './plans.ts';
import type { PollsTables } from './polls.ts';
import type { PortalTables } from './portal.ts';
import type { PostingProofTables } from './posting-proof.ts';
import type { ProceedingsTables } from './proceedings.ts';
import type { ProgramsTables } from './programs.ts';
import type { ProjectsTables } from './projects.ts';
import type { PublicationsTables } from './publications.ts';
import type { PublishedTables } from './published.ts';
import type { ReleasesTables } from './releases.ts';
import type { ReportAidsTables } from './report-aids.ts';
import type { ReportDeliveryTables } from './report-delivery.ts';
import type { SecrecyTables } from './secrecy.ts';
import type { SummonsTables } from './summons.ts';
import type { WitnessingTables } from './witnessing.ts';
import type { WorkTables } from './work.ts';

/** The tables of the database: name → row. One file a noun; the catalogue test compares the names with the database. */
export type Schema = FoundationTables &
  LogTables &
  WitnessingTables &
  AccessTables &
  OrganisationTables &
  GoalsTables &
  PlansTables &
  MattersTables &
  AssignmentsTables &
  MeetingsTables &
  AgendaTables &
  SummonsTables &
  SecrecyTables &
  JointMeetingsTables &
  JointGroupsTables &
  DecisionsTables &
  AttendanceTables &
  ProceedingsTables &
  MinutesTables &
  NoticeBoardTables &
  PostingProofTables &
  FollowupTables &
  InputLoopTables &
  ContributionsTables &
  ClaimsTables &
  ReportDeliveryTables &
  MeasuresTables &
  CollaborationTables &
  AgreementsTables &
  CommissionsTables &
  ProjectsTables &
  ExecutionTables &
  ConsultationsTables &
  DisclosuresTables &
  PublishedTables &
  PublicationsTables &
  ProgramsTables &
  PublicationsTables &
  PortalTables &
  ReleasesTables &
  IndicatorsTables &
  FormsTables &
  ReportAidsTables &
  NationalReportsTables &
  LearningTables &
  PollsTables &
  DeviationsTables &
  GoalAreasTables &
  ConnectionsTables &
  ArchivingTables &
  IntakeTables &
  WorkTables;
