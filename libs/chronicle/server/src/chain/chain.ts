import { createHash } from 'node:crypto';
import { canonical, type ChainedLine } from './line';

/** The chain of lines that belong to no county, such as what the installation itself does. */
export const chainOfNobody = '00000000-0000-0000-0000-000000000000';

/** The chain a line belongs to: that of its county. */
export const chainOf = ({ regionId }: ChainedLine): string => (typeof regionId === 'string' ? regionId : chainOfNobody);

/** What the first line of a chain follows. */
export const beginning = (chain: string): Buffer => createHash('sha256').update(`lotse chronicle ${chain}`).digest();

/** The hash of a line at its place; it holds everything before it. */
export const linkHash = (before: Buffer, position: number, line: ChainedLine): Buffer =>
  createHash('sha256')
    .update(before)
    .update(`${position}\n${canonical(line)}`)
    .digest();
