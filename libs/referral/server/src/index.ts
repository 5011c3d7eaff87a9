export { ReferralDeskEntity } from './referral-desk.entity';
export { ReferralEntity } from './referral.entity';
export { ReferralModule } from './referral.module';
export { Referrals, type MoveOptions, type ReferralRecord } from './referrals';
export { ReferralStepEntity } from './referral-step.entity';
export { QuestionMessageEntity, QuestionPointEntity, QuestionTemplateEntity, QuestionThreadEntity } from './questions/question.entities';
export { RemindOfQuestions } from './questions/remind-of-questions';
export { QuestionsWorkerModule } from './questions-worker.module';
