import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';
import type { Line, Spread } from './figure';

export interface Machine {
  cores: number;
  model: string;
  memoryGiB: number;
  system: string;
  node: string;
  database: string;
  load: number;
}

export const machine = (database: string): Machine => ({
  cores: availableParallelism(),
  model: cpus()[0]?.model ?? 'unknown',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${platform()} ${arch()}${inContainer() ? ', container' : ''}`,
  node: process.versions.node,
  database,
  load: Number(loadavg()[0]!.toFixed(2)),
});

function inContainer(): boolean {
  try {
    return /docker|kubepods|containerd/.test(readFileSync('/proc/1/cgroup', 'utf8'));
  } catch {
    return false;
  }
}

const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const spread = ({ median, low, high }: Spread): string => `${round(median)} (${round(low)}–${round(high)})`;
const met = ({ isMet }: Line): string => (isMet === undefined ? '' : isMet ? 'yes' : 'NO');
const target = ({ target: given, unit }: Line): string =>
  given === undefined ? '' : `${unit.endsWith('/s') ? '≥' : '≤'} ${given.toFixed(2)}`;

/** The table: medians, and in brackets the middle half of the rounds. */
export function table(lines: readonly Line[]): string {
  const head = ['', 'what', 'unit', 'ours', 'floor', 'ratio', 'target', 'met?'];
  const rows = lines.map((line) => [
    line.figure,
    line.name,
    line.unit,
    spread(line.ours),
    spread(line.floor),
    spread(line.ratio),
    target(line),
    met(line),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)));
  const written = [head, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  const notes = [...new Set(lines.flatMap(({ figure, note }) => (note ? [`${figure}: ${note}`] : [])))];
  return [written[0], widths.map((width) => '─'.repeat(width)).join('  '), ...written.slice(1), '', ...notes].join('\n');
}
