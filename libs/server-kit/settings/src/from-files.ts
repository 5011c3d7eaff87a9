import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

const suffix = '_FILE';

/**
 * What is set, where `NAME_FILE` names a file that holds NAME: secrets that are mounted as files appear in no list of processes and in
 * no dump of an environment. What is set to nothing is not set.
 * @param names the variables that may come from a file
 * @throws Error with a line for each file that cannot be read, and for each name that is set twice
 */
export function withFiles(environment: Environment, names: readonly string[]): Record<string, string> {
  const set = Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => !!entry[1]));
  const wrong: string[] = [];
  for (const name of names) {
    const file = set[name + suffix];
    if (file === undefined) continue;
    const text = textOf(file);
    if (set[name] !== undefined) wrong.push(`  ${name}: is set, and ${name}${suffix} is set too; keep one of them.`);
    else if (text === undefined) wrong.push(`  ${name}${suffix}: ${file} cannot be read or is empty.`);
    else set[name] = text;
  }
  if (wrong.length > 0) throw new Error(`These settings are missing or wrong:\n${wrong.join('\n')}`);
  return set;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
