/** Notes when jobs begin and wakes whoever waits for a number of them. */
export class Bell {
  private noted: number[] = [];
  private wanted: { count: number; resolve: (times: number[]) => void } | undefined;

  /** A job begins now. */
  ring(): void {
    this.noted.push(performance.now());
    if (!this.wanted || this.noted.length < this.wanted.count) return;
    const { resolve } = this.wanted;
    this.wanted = undefined;
    resolve(this.noted);
  }

  /** The times at which the next jobs begin. */
  next(count: number): Promise<number[]> {
    this.noted = [];
    return new Promise((resolve) => (this.wanted = { count, resolve }));
  }
}
