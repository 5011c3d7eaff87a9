import { DirectoryModule } from '@lotse/directory/server';
import { PeopleModule, PersonRecords } from '@lotse/people/server';
import { RegionModule } from '@lotse/region/server';
import { TaskModule } from '@lotse/task/server';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChangeReferral } from './change-referral/change-referral';
import { ContentChecks } from './content-checks';
import { ReadQualityHints } from './quality-hints/read-quality-hints';
import { CountReferrals } from './count-referrals/count-referrals';
import { Beginnings } from './beginnings';
import { CreateReferral } from './create-referral/create-referral';
import { lettersAndPaper } from './letters-and-paper';
import { importParts } from './import-referrals/import-parts';
import { MoveReferralController } from './move-referral.controller';
import { MoveReferral } from './move-referral/move-referral';
import { PreviewReferral } from './preview-referral/preview-referral';
import { ReadReferralActs } from './read-referral-acts/read-referral-acts';
import { ReadReferral } from './read-referral/read-referral';
import { ReadReferrals } from './read-referrals/read-referrals';
import { ReferralController } from './referral.controller';
import { attachments } from './attachments/attachments-parts';
import { emergencyCalls } from './emergency-calls/emergency-calls-parts';
import { AssignReferrals } from './assign-referrals/assign-referrals';
import { DeskController } from './desk.controller';
import { Desks } from './desks';
import { ExportReferrals } from './export-referrals/export-referrals';
import { ExportedContents } from './export-referrals/exported-contents';
import { HandOverReferrals } from './hand-over-referrals/hand-over-referrals';
import { AddPart } from './legs/add-part';
import { Bundles } from './legs/bundles';
import { ChangeJoinRule } from './legs/change-join-rule';
import { LegsController } from './legs/legs.controller';
import { ReadLegs } from './legs/read-legs';
import { SplitOff } from './legs/split-off';
import { RedirectReferral } from './redirect-referral/redirect-referral';
import { AnswerQuestion } from './questions/answer-question';
import { AskQuestion } from './questions/ask-question';
import { CloseQuestion } from './questions/close-question';
import { FollowUpQuestion } from './questions/follow-up-question';
import { QuestionTemplates } from './questions/question-templates';
import { QuestionThreads } from './questions/question-threads';
import { ReadQuestions } from './questions/read-questions';
import { QuestionController } from './question.controller';
import { ReferralDeskEntity } from './referral-desk.entity';
import { SnoozeReferrals } from './snooze-referrals/snooze-referrals';
import { UndoMove } from './undo-move/undo-move';
import { CareController } from './care.controller';
import { OutcomeController } from './outcome.controller';
import { ReferralEffects } from './referral-effects';
import { ReferralOutcomeEntity } from './referral-outcome.entity';
import { Reasons } from './reasons';
import { DeadlinesFollow } from './deadlines/deadlines-follow';
import { ChangedSince } from './changed-since/changed-since';
import { ChangedSinceController } from './changed-since/changed-since.controller';
import { ReferralChangeEntity, ReferralLookEntity } from './changed-since/referral-change.entities';
import { CountyRulesController } from './county-rules/county-rules.controller';
import { EffectsOfRules } from './county-rules/effects-of-rules';
import { SetDeadline } from './deadlines/set-deadline';
import { ReferralDeadlineEntity } from './referral-deadline.entity';
import { RiskReviews } from './review-risk/risk-reviews';
import { TasksFollow } from './tasks-follow/tasks-follow';
import { ReturnReferral } from './return-referral/return-referral';
import { SuspendReferral } from './suspend-referral/suspend-referral';
import { SendOutcome } from './send-outcome/send-outcome';
import { ChaseOutcome } from './chase-outcome/chase-outcome';
import { ReviewRisk } from './review-risk/review-risk';
import { MarkError } from './mark-error/mark-error';
import { RecordDeath } from './record-death/record-death';
import { ResendReferral } from './resend-referral/resend-referral';
import { ReferralEntity } from './referral.entity';
import { ReferralStepEntity } from './referral-step.entity';
import { Referrals } from './referrals';
import { ReferralsComeBack } from './referrals-come-back';
import { RequestInfo } from './request-info/request-info';
import { SubmitReferral } from './submit-referral/submit-referral';

/** The acts that do more than move, and what all of them go through. */
const life = [
  Referrals,
  ReferralEffects,
  Reasons,
  TasksFollow,
  RiskReviews,
  DeadlinesFollow,
  SetDeadline,
  ReturnReferral,
  SuspendReferral,
  SendOutcome,
  ChaseOutcome,
  ReviewRisk,
  MarkError,
  RecordDeath,
  ResendReferral,
  EffectsOfRules,
  ChangedSince,
];

@Module({
  imports: [
    RegionModule,
    DirectoryModule,
    PeopleModule,
    TaskModule,
    ...lettersAndPaper.imports,
    ...importParts.imports,
    ...attachments.imports,
    TypeOrmModule.forFeature([
      ReferralEntity,
      ReferralStepEntity,
      ReferralDeskEntity,
      ReferralOutcomeEntity,
      ReferralDeadlineEntity,
      ReferralChangeEntity,
      ReferralLookEntity,
    ]),
  ],
  // The desk first: `referrals/export` is no id.
  controllers: [
    DeskController,
    ReferralController,
    MoveReferralController,
    QuestionController,
    LegsController,
    CareController,
    OutcomeController,
    CountyRulesController,
    ChangedSinceController,
    ...lettersAndPaper.controllers,
    ...importParts.controllers,
    ...attachments.controllers,
    ...emergencyCalls.controllers,
  ],
  providers: [
    ContentChecks,
    ReadQualityHints,
    Beginnings,
    CreateReferral,
    ChangeReferral,
    SubmitReferral,
    PreviewReferral,
    MoveReferral,
    RequestInfo,
    QuestionThreads,
    AskQuestion,
    AnswerQuestion,
    FollowUpQuestion,
    CloseQuestion,
    ReadQuestions,
    QuestionTemplates,
    ReadReferrals,
    ReadReferral,
    ReadReferralActs,
    CountReferrals,
    AssignReferrals,
    SnoozeReferrals,
    ExportReferrals,
    ExportedContents,
    RedirectReferral,
    UndoMove,
    ReferralsComeBack,
    Desks,
    HandOverReferrals,
    ...lettersAndPaper.providers,
    ...importParts.providers,
    ...attachments.providers,
    ...emergencyCalls.providers,
    ReadLegs,
    AddPart,
    SplitOff,
    ChangeJoinRule,
    Bundles,
    ...life,
  ],
  exports: [...importParts.shared, Referrals, ReferralEffects, UndoMove, ReturnReferral, SuspendReferral],
})
export class ReferralModule {
  constructor(records: PersonRecords) {
    const ofReferral = 'x.referral_id in (select id from referral where person_id = $1)';
    records.register(
      { table: 'referral', about: 'x.person_id = $1' },
      { table: 'referral_step', about: ofReferral },
      { table: 'referral_leg', about: ofReferral },
      { table: 'referral_bundle', about: 'x.person_id = $1' },
      { table: 'referral_outcome', about: ofReferral },
      { table: 'risk_review', about: 'x.person_id = $1' },
      { table: 'referral_deadline', about: ofReferral },
      { table: 'referral_desk', about: ofReferral },
      { table: 'referral_change', about: ofReferral },
      { table: 'referral_look', about: ofReferral },
      { table: 'question_thread', about: ofReferral },
      { table: 'question_message', about: ofReferral },
      { table: 'question_point', about: ofReferral },
      ...[...lettersAndPaper.tables, ...importParts.tables, ...attachments.tables, ...emergencyCalls.tables].map((table) => ({
        table,
        about: ofReferral,
      })),
      {
        table: 'receiver_link_session',
        about: 'x.link_id in (select l.id from receiver_link l join referral r on r.id = l.referral_id where r.person_id = $1)',
      },
    );
  }
}
