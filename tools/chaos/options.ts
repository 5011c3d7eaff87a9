import { readCommandLine } from '../start/command-line.mjs';

export interface Options {
  /** Figures to run; all without it. */
  only: readonly string[] | undefined;
  /** Seconds for everything together; without it each scenario runs to its whole length. */
  seconds: number | undefined;
  isJson: boolean;
}

/** Reads the command line; ends with one clear sentence. */
export function readOptions(figures: readonly string[]): Options {
  const given = readCommandLine('chaos');
  const [only, text] = [given.text('only')?.split(','), given.text('seconds')];
  const unknown = only?.find((figure) => !figures.includes(figure));
  if (unknown !== undefined) given.refuse(`There is no figure "${unknown}". There are: ${[...new Set(figures)].join(', ')}.`);
  const seconds = text === undefined ? undefined : Number(text);
  if (seconds !== undefined && !(seconds > 0)) given.refuse(`--seconds takes a number above 0, not "${text}".`);
  return { only, seconds, isJson: given.has('json') };
}
