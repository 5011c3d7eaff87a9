import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** Whoever listens to a Redis: everything it is told, and everything it has. */
export interface Overheard {
  /** Every command that any process has sent so far, also from inside of scripts. */
  told(): string;
  /** What it would write to disk now, uncompressed, so that a word in it can be found. */
  dump(): Promise<string>;
  hangUp(): void;
}

/** Fails where there is none: whoever says that there is a Redis means it. */
export async function overhear(url: string): Promise<Overheard> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  const ear = await redis.monitor();
  const told: string[] = [];
  ear.on('monitor', (_time: string, words: string[]) => told.push(words.join(' ')));
  const setting = async (name: string) => (await redis.call('config', 'get', name)) as [string, string];

  async function dump(): Promise<string> {
    await redis.call('config', 'set', 'rdbcompression', 'no');
    await redis.save();
    const [[, directory], [, file]] = [await setting('dir'), await setting('dbfilename')];
    return readFileSync(join(directory, file), 'latin1');
  }

  const hangUp = () => [ear, redis].forEach((line) => line.disconnect());
  return { told: () => told.join('\n'), dump, hangUp };
}
