/** Events of questions: identifiers only. Those of the life that come with a question tell about themselves. */
export const questionAsked = 'QuestionAsked';
export const questionAnswered = 'QuestionAnswered';
export const messageSent = 'MessageSent';
export const questionDue = 'QuestionDue';
/** Something else about a thread has changed; screens only. */
export const questionChanged = 'QuestionChanged';

export interface QuestionEvent {
  threadId: string;
  referralId: string;
  /** What was sent; nobody is told when it was taken back meanwhile. Null for reminders. */
  messageId: string | null;
  /** Who is told. */
  organisationId: string;
}
