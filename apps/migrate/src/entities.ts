import { AdviceMessageEntity, AdviceThreadEntity, EnquiryEntity } from '@lotse/advice/server';
import { ScheduleEntity, SlotEntity } from '@lotse/calendar/server';
import { ChronicleEntryEntity } from '@lotse/chronicle/server';
import { ServiceEntity, ServiceFormEntity } from '@lotse/directory/server';
import { OrganisationEntity, StaffEntity } from '@lotse/identity/server';
import { DeliveryEntity, NoticeEntity } from '@lotse/notification/server';
import {
  QuestionMessageEntity,
  QuestionPointEntity,
  QuestionTemplateEntity,
  QuestionThreadEntity,
  ReferralDeskEntity,
  ReferralEntity,
  ReferralImportEntity,
  ReferralImportRowEntity,
  ReferralDeadlineEntity,
  ReferralOutcomeEntity,
  ReferralStepEntity,
  PaperReferralEntity,
  ReceiverLinkEntity,
  ReceiverLinkSessionEntity,
  ReferralLetterEntity,
  ReferralStepVoiceEntity,
} from '@lotse/referral/server';
import {
  AccessGrantEntity,
  BreakGlassEntity,
  DuplicateAnswerEntity,
  HouseholdEntity,
  HouseholdMemberEntity,
  PersonEntity,
  PersonMergeEntity,
  ReleaseEntity,
  RepresentativeEntity,
} from '@lotse/people/server';
import { CountyRuleVersionEntity, MunicipalityEntity, RegionEntity } from '@lotse/region/server';
import { TaskEntity } from '@lotse/task/server';
import { AppointmentEntity, SlotOfferEntity, WaitingListEntryEntity } from '@lotse/waiting-list/server';

/** Every entity, for the drift check. */
export const entities = [
  OrganisationEntity,
  StaffEntity,
  ChronicleEntryEntity,
  RegionEntity,
  MunicipalityEntity,
  CountyRuleVersionEntity,
  TaskEntity,
  ServiceEntity,
  ServiceFormEntity,
  PersonEntity,
  DuplicateAnswerEntity,
  PersonMergeEntity,
  HouseholdEntity,
  HouseholdMemberEntity,
  RepresentativeEntity,
  ReleaseEntity,
  AccessGrantEntity,
  BreakGlassEntity,
  ReferralEntity,
  ReferralStepEntity,
  ReferralDeadlineEntity,
  ReferralOutcomeEntity,
  ReferralDeskEntity,
  ReferralImportEntity,
  ReferralImportRowEntity,
  QuestionThreadEntity,
  QuestionMessageEntity,
  QuestionPointEntity,
  QuestionTemplateEntity,
  ReferralLetterEntity,
  PaperReferralEntity,
  ReceiverLinkEntity,
  ReceiverLinkSessionEntity,
  ReferralStepVoiceEntity,
  EnquiryEntity,
  AdviceThreadEntity,
  AdviceMessageEntity,
  ScheduleEntity,
  SlotEntity,
  WaitingListEntryEntity,
  SlotOfferEntity,
  AppointmentEntity,
  NoticeEntity,
  DeliveryEntity,
];
