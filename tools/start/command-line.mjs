// Reads what a command was given, by the one table of commands. `--help` says what it takes and ends with 0; what it does not take is said
// in one sentence and ends with 2. Plain JavaScript without dependencies: it must run before anything is installed.
import { parseArgs } from 'node:util';
import { commands } from './commands.mjs';

const left = ([name, { takes }]) => `  --${name}${takes ? ` ${takes}` : ''}`;

/** What a command is for and what it takes, as `--help` prints it. */
export function usageOf(name) {
  const { call, what, options = {}, words } = commands[name];
  const rows = [...Object.entries(options), ['help', { what: 'this text' }]];
  const width = Math.max(...rows.map((row) => left(row).length)) + 3;
  const row = (one) => `${left(one).padEnd(width)}${one[1].what}${one[1].usual ? ` (${one[1].usual})` : ''}`;
  const first = [call, ...(words ? [words.takes] : []), ...(Object.keys(options).length > 0 ? ['[options]'] : [])].join(' ');
  const among = words?.among && !words.takes.includes('|') ? [`There are: ${words.among.join(', ')}.`] : [];
  return [first, what, ...among, '', ...rows.map(row)].join('\n');
}

const typeOf = ({ takes, usual, often }) =>
  takes ? { type: 'string', ...(usual ? { default: usual } : {}), ...(often ? { multiple: true } : {}) } : { type: 'boolean' };

/** What is wrong with the options that were said, in one sentence. */
function wrongOptionIn(said, options) {
  const strange = said.find((one) => !one.rawName.startsWith('--') || !Object.hasOwn(options, one.name));
  if (strange) return `There is no option ${strange.rawName}.`;
  const unfit = said.find((one) => Boolean(options[one.name].takes) !== Boolean(one.value));
  return unfit && `${unfit.rawName} takes ${options[unfit.name].takes ?? 'nothing'}.`;
}

function wrongWordIn(given, { takes, least = 0, most = 0, among } = {}) {
  if (given.length > most) return `"${given[most]}" is one word too many.`;
  const strange = among && given.find((word) => !among.includes(word));
  if (strange !== undefined) return `There is no "${strange}". There are: ${among.join(', ')}.`;
  return given.length < least ? `${takes} is missing.` : undefined;
}

/** What stands in a command line, or the sentence that says what is wrong with it. */
export function readGiven(name, argv) {
  const { options = {}, words } = commands[name];
  const known = Object.fromEntries(Object.entries(options).map(([option, taken]) => [option, typeOf(taken)]));
  const { tokens } = parseArgs({ args: argv, options: known, strict: false, allowPositionals: true, tokens: true });
  const said = tokens.filter(({ kind }) => kind === 'option');
  if (said.some(({ rawName }) => rawName === '--help' || rawName === '-h')) return { isAskedFor: true };
  const wrong = wrongOptionIn(said, options);
  if (wrong) return { wrong };
  const { values, positionals } = parseArgs({ args: argv, options: known, allowPositionals: true });
  const odd = wrongWordIn(positionals, words);
  return odd ? { wrong: odd } : { values, words: positionals };
}

/** Several commands of one family: which there are. */
function nameOnes(name, argv) {
  const family = Object.keys(commands).filter((one) => one.startsWith(`${name.split(':')[0]}:`));
  const isAskedFor = [name, ...argv].some((word) => /(^|:)(--help|-h)$/.test(word));
  (isAskedFor ? console.log : console.error)(family.map(usageOf).join('\n\n'));
  process.exit(isAskedFor ? 0 : 2);
}

/** Ends with one sentence about what is wrong and how it is meant. */
export function refuseCommandLine(name, sentence) {
  console.error(`${sentence}\n\n${usageOf(name)}`);
  process.exit(2);
}

/** Reads the command line of this process, or ends it. */
export function readCommandLine(name, argv = process.argv.slice(2)) {
  if (!commands[name]) nameOnes(name, argv);
  const { isAskedFor, wrong, values, words } = readGiven(name, argv);
  if (isAskedFor) {
    process.stdout.write(`${usageOf(name)}\n`);
    process.exit(0);
  }
  if (wrong) refuseCommandLine(name, wrong);
  return {
    words,
    text: (option) => values[option],
    all: (option) => values[option],
    has: (option) => values[option] === true,
    refuse: (sentence) => refuseCommandLine(name, sentence),
  };
}
