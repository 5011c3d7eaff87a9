/** The middle of several measurements and the quarter on either side of it. */
export interface Spread {
  median: number;
  low: number;
  high: number;
}

/** One line of the table. */
export interface Line {
  figure: string;
  name: string;
  unit: string;
  ours: Spread;
  floor: Spread;
  /** Ours by floor, measured in pairs: both of a round ran right after each other. */
  ratio: Spread;
  /** Undefined for lines that only explain another one. */
  target?: number;
  isMet?: boolean;
  note?: string;
}

const quantile = (sorted: readonly number[], share: number): number => {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)]!;
  return below + (sorted[Math.ceil(at)]! - below) * (at - Math.floor(at));
};

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

export const percentile = (values: readonly number[], share: number): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    share,
  );

interface Compared {
  figure: string;
  name: string;
  unit: string;
  ours: readonly number[];
  floor: readonly number[];
  /** The ratio must be at least this (`at-least`) or at most this (`at-most`). */
  goal?: { is: 'at-least' | 'at-most'; target: number };
  note?: string;
}

/** Compares measurements round by round. */
export function compare({ ours, floor, goal, ...rest }: Compared): Line {
  const ratio = spreadOf(ours.map((value, round) => value / floor[round]!));
  const isMet = goal && (goal.is === 'at-least' ? ratio.median >= goal.target : ratio.median <= goal.target);
  return { ...rest, ours: spreadOf(ours), floor: spreadOf(floor), ratio, target: goal?.target, isMet };
}

/** Runs contenders in rounds, in alternating order, so that whatever else the machine does hits all of them. */
export async function interleave<Measured>(
  rounds: number,
  contenders: Readonly<Record<string, () => Promise<Measured>>>,
): Promise<Record<string, Measured[]>> {
  const measured: Record<string, Measured[]> = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const names = Object.keys(contenders);
    for (const name of round % 2 === 0 ? names : names.reverse()) measured[name]!.push(await contenders[name]!());
  }
  return measured;
}
