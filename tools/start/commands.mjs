// What the commands of package.json take: one table, from which they are read (command-line.mjs) and explained (`--help`).
// An option without `takes` is said or not said; `often` may be said more than once; `usual` is what counts when it is not said.
const dataOf = { takes: 'URL', what: 'address of the database; without it that of DATABASE_OWNER_URL, DATABASE_URL or npm start' };

export const commands = {
  start: {
    call: 'npm start --',
    what: 'Starts Lotse: installs and builds what is missing, a database in .lotse/, the demo region, API and worker.',
    options: { reset: { what: 'throw the local data away first' } },
  },
  build: {
    call: 'npm run build --',
    what: 'Builds everything that npm start and the images need, into dist/.',
    words: { takes: '[server | client]', most: 1, among: ['server', 'client'] },
  },
  'build:twice': {
    call: 'npm run build:twice --',
    what: 'Builds everything here and once more in another folder, and compares byte for byte. Ends with "N passed, N failed".',
  },
  test: {
    call: 'npm test --',
    what: 'Runs all suites, or those that are named. Ends with "N passed, N failed".',
    words: { takes: '[SUITE …]', most: 8, among: ['lint', 'types', 'unit', 'db', 'client', 'e2e', 'chaos', 'redis'] },
  },
  audit: { call: 'npm run audit --', what: 'Checks what is installed and shipped, with or without a network.' },
  requirements: {
    call: 'npm run requirements --',
    what: 'Counts which requirements of OWASP ASVS a test proves, and names the ones that none does.',
    options: { short: { what: 'only the sums' } },
  },
  bench: {
    call: 'npm run bench --',
    what: 'Measures Lotse against its physical limits. See tools/bench/README.md.',
    options: {
      only: { takes: 'P1,P3', what: 'some figures' },
      rounds: { takes: 'N', usual: '5', what: 'how many rounds' },
      seconds: { takes: 'N', usual: '3', what: 'how long one measurement of requests lasts' },
      referrals: { takes: 'N', usual: '10000', what: 'referrals in the county' },
      large: { takes: 'N', usual: '1000000', what: 'referrals a side in the large county of P6' },
      connections: { takes: '10,100', usual: '10,100', what: 'connections at once' },
      profiles: { takes: 'DIRECTORY', what: 'write CPU profiles of the API there' },
      statements: { what: 'the database tells at the end where its time went; it is slower meanwhile' },
      built: { takes: 'DIRECTORY', what: 'measure another build' },
      json: { what: 'for programs' },
    },
  },
  chaos: {
    call: 'npm run chaos --',
    what: 'Races and kills against real processes, about an hour. See tools/chaos/README.md. Ends with "N passed, N failed".',
    options: {
      only: { takes: 'R1,R3', what: 'some figures' },
      seconds: { takes: 'N', what: 'for everything together' },
      json: { what: 'for programs' },
    },
  },
  'chronicle:verify': {
    call: 'npm run -s chronicle:verify --',
    what: 'Checks the chronicle from its beginning. Ends with 1 and names the first line that was altered, taken out or slipped in.',
    options: {
      export: { takes: 'FILE', what: 'check a file that chronicle:export has written; needs no database' },
      database: dataOf,
      region: { takes: 'KEY', what: 'the chain of one county' },
      'public-key': { takes: 'FILE', often: true, what: 'public half of the key that sealed it' },
      witness: { takes: 'FILE', often: true, what: 'what the witness saw' },
      json: { what: 'for programs' },
    },
  },
  'chronicle:export': {
    call: 'npm run -s chronicle:export --',
    what: 'Writes the chronicle to standard output as lines of JSON that chronicle:verify reads.',
    options: { database: dataOf, region: { takes: 'KEY', what: 'the chain of one county' } },
  },
  'chronicle:key': {
    call: 'npm run -s chronicle:key --',
    what: 'Makes the key that seals the chronicle, and FILE.pub for those who verify it.',
    words: { takes: 'FILE', least: 1, most: 1 },
  },
  replay: {
    call: 'npm run -s replay --',
    what: 'Decides every offer of these days again, each under the version of the rule that it names. Ends with 1 when one comes out otherwise.',
    options: {
      from: { takes: 'DAY', usual: '2020-01-01', what: 'first day' },
      until: { takes: 'DAY', what: 'last day; without it today' },
      database: dataOf,
      json: { what: 'for programs' },
    },
  },
  seed: {
    call: 'node dist/seed/main.mjs',
    what: 'Sets up a county or brings it up to date, or fills the two demo counties with invented people. Needs DATABASE_OWNER_URL.',
    words: { takes: 'region FILE | demo', least: 1, most: 2 },
  },
};
