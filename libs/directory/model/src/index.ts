export { meetingModeSchema, type MeetingMode } from './meeting';
export { capacitySchema, serviceCategorySchema, serviceSchema, type Service, type ServiceCategory } from './help-offer';
export { directoryPermissions, findOwnServices, findPublicServices, findServices, readService } from './directory.contracts';
export {
  answerSchema,
  faultsOf,
  formSchemaOf,
  questionKindSchema,
  questionPartSchema,
  questionsOf,
  serviceQuestionSchema,
  serviceQuestionsSchema,
  stillFitting,
  type Answer,
  type AnswerFault,
  type Answers,
  type FormSchema,
  type QuestionKind,
  type QuestionPart,
  type ServiceQuestion,
} from './service-questions';
export {
  changeServiceForm,
  readServiceForm,
  serviceFormSchema,
  serviceQuestionPermissions,
  type ServiceForm,
} from './service-questions.contracts';
export { changeServiceInsurances, insuranceKindSchema, readServiceInsurances, type InsuranceKind } from './service-insurances.contracts';
