/** What kind of line this is: somebody did something, or somebody looked. */
export type ChronicleKind = 'act' | 'look';

/** A line of the chronicle: identifiers and verbs, never content. */
export interface ChronicleEntry {
  kind: ChronicleKind;
  /** The verb: the contract's permission or the life's act. */
  verb: string;
  /** What it was done to: `referral`, `person`, `waiting-list` …; a list or a search has no id. */
  subject: string;
  subjectId: string | null;
  /** The person it leads to, where that is known without another query. */
  personId?: string | null;
}
