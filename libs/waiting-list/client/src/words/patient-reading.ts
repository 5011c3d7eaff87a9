/** Reads a list again when something changed, but never under the hands of somebody who is writing in it: then it waits until they are done. */
export class PatientReading {
  private writing = false;
  private missed = false;

  constructor(private readonly list: { reload(): boolean }) {}

  /** Something changed. */
  again(): void {
    if (this.writing) this.missed = true;
    else this.list.reload();
  }

  /** Somebody begins or ends writing. */
  hold(writing: boolean): void {
    this.writing = writing;
    if (writing || !this.missed) return;
    this.missed = false;
    this.list.reload();
  }
}
