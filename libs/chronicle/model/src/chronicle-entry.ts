/** What kind of line this is: somebody did something, or somebody looked. */
export type ChronicleKind = 'act' | 'look';

/** How it went. `nothing` is a look that found nobody, `refused` an attempt at what one may not see or do. */
export type ChronicleResult = 'done' | 'found' | 'nothing' | 'refused';

/** A line of the chronicle: identifiers and verbs, never content. */
export interface ChronicleEntry {
  kind: ChronicleKind;
  /** The verb: the contract's permission or the life's act; of a look, the contract's path. */
  verb: string;
  /** What it was done to: `referral`, `person`, `waiting-list` …; a list or a search has no id. */
  subject: string;
  subjectId: string | null;
  /** The person it leads to, where that is known without another query. */
  personId?: string | null;
  /** Everybody a list or a search has shown. */
  people?: string[] | null;
  /** Which parts of what leads to a person; null for all of it. */
  parts?: string[] | null;
  /** Why it was allowed: `own`, `leg:<referral>`, `release:<id>`, `break_glass:<id>`, `administration`. */
  basis?: string | null;
  result?: ChronicleResult | null;
}
