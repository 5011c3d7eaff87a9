/** Something the person at the keyboard can mend: one sentence that says what is wrong, one that says what to do. */
export class Hint extends Error {
  constructor(
    what: string,
    readonly wayOut: string,
  ) {
    super(what);
  }
}
