import { parseArgs } from 'node:util';

export interface Options {
  /** Figures to run; all without it. */
  only: readonly string[] | undefined;
  /** Seconds for everything together; without it each scenario runs to its whole length. */
  seconds: number | undefined;
  isJson: boolean;
}

/** Reads the command line; throws with one clear sentence. */
export function readOptions(argv: readonly string[], figures: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: { only: { type: 'string' }, seconds: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const only = values.only?.split(',');
  const unknown = only?.find((figure) => !figures.includes(figure));
  if (unknown) throw new Error(`There is no figure "${unknown}". There are: ${[...new Set(figures)].join(', ')}.`);
  const seconds = values.seconds === undefined ? undefined : Number(values.seconds);
  if (seconds !== undefined && !(seconds > 0)) throw new Error(`--seconds takes a number above 0, not "${values.seconds}".`);
  return { only, seconds, isJson: values.json };
}
