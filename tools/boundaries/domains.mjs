// The one table of arrows: who may know whom. Read top to bottom: a domain knows only domains above it.
// The lint constraints (eslint.config.mjs) and the drawn map (docs/map.md) are made from it, so neither can lie.
export const domains = {
  identity: { knows: [], is: 'organisations, staff, sign-in, sessions, roles and what they may' },
  chronicle: { knows: ['identity'], is: 'append-only record of who saw and did what' },
  region: { knows: ['identity', 'chronicle'], is: 'counties: municipalities, urgency bands, holidays, duty numbers' },
  task: { knows: ['identity', 'chronicle', 'region'], is: 'work for somebody with a name or a team, with a due date' },
  directory: { knows: ['identity', 'chronicle', 'region', 'task'], is: 'help offers: who does what, for whom, where' },
  people: { knows: ['identity', 'chronicle', 'region', 'task'], is: 'the person served, releases, and the grants that follow from them' },
  referral: {
    knows: ['identity', 'chronicle', 'region', 'task', 'directory', 'people'],
    is: 'the hand-off from one organisation to another',
  },
  advice: {
    knows: ['identity', 'chronicle', 'region', 'task', 'directory', 'people', 'referral'],
    is: 'asked before a referral: advice, and whether there is room',
  },
  calendar: { knows: ['identity', 'chronicle', 'region', 'task', 'directory'], is: 'schedules and slots' },
  'waiting-list': {
    knows: ['identity', 'chronicle', 'region', 'task', 'directory', 'people', 'referral', 'calendar'],
    is: 'entries, rank, slot offers',
  },
  notification: {
    knows: ['identity', 'chronicle', 'region', 'task', 'directory', 'people', 'referral', 'advice', 'calendar', 'waiting-list'],
    is: 'notices and their delivery; only ever reacts',
    knownByNobody: true,
  },
  interop: {
    knows: ['identity', 'chronicle', 'region', 'task', 'directory', 'people', 'referral', 'calendar', 'waiting-list'],
    is: 'what other programs read: calendars; only ever reads',
    knownByNobody: true,
  },
};

/** Libraries that belong to no domain: primitives and the two kits. */
export const kits = ['kernel', 'server-kit', 'client-kit'];

const foundations = ['domain:kernel', 'domain:kit'];
const nodeAndServerPackages = ['@nestjs/*', 'typeorm', 'pg', 'bullmq', 'ioredis', 'fastify', 'pino', 'nodemailer', 'passport*'];

export const depConstraints = [
  { sourceTag: 'side:neutral', onlyDependOnLibsWithTags: ['side:neutral'], allowedExternalImports: ['zod', 'fast-check'] },
  {
    sourceTag: 'side:server',
    onlyDependOnLibsWithTags: ['side:server', 'side:neutral'],
    bannedExternalImports: ['@angular/*', '@jsverse/*', '@lucide/*'],
  },
  { sourceTag: 'side:client', onlyDependOnLibsWithTags: ['side:client', 'side:neutral'], bannedExternalImports: nodeAndServerPackages },
  { sourceTag: 'domain:kernel', onlyDependOnLibsWithTags: ['domain:kernel'] },
  { sourceTag: 'domain:kit', onlyDependOnLibsWithTags: foundations },
  ...Object.entries(domains).map(([name, { knows }]) => ({
    sourceTag: `domain:${name}`,
    onlyDependOnLibsWithTags: [...foundations, `domain:${name}`, ...knows.map((known) => `domain:${known}`)],
  })),
  {
    sourceTag: 'domain:app',
    onlyDependOnLibsWithTags: [...foundations, 'domain:app', ...Object.keys(domains).map((name) => `domain:${name}`)],
  },
];
