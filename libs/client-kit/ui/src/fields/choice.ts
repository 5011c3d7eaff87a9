/** One of several answers; `hint` is a line below it, `tone` marks an answer that changes everything. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly tone?: 'emergency';
}
