import * as z from 'zod';
import { withFiles, type Environment } from './from-files';
import { weaknessesOf } from './weak-secrets';

const port = z.coerce.number().int().min(0).max(65_535);

/** What the processes of Lotse are told from outside. Every variable is described in `.env.example`. */
export const settingsSchema = z
  .object({
    NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
    /** The application role's address: a role that cannot bypass row-level security. */
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(12),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    /** For so long nobody outside is told of a step of triage, so that taking it back means that nobody ever was. */
    NOTICE_HOLD_SECONDS: z.coerce.number().int().min(0).max(60).default(10),
    /** The Ed25519 key that seals the chronicle; only the worker reads it. */
    CHRONICLE_KEY_FILE: z.string().optional(),
    /** A file outside of the database to which the worker appends the head of every chain. */
    CHRONICLE_WITNESS_FILE: z.string().optional(),
    /** A Chromium of one's own for printing, instead of the one that comes with Lotse. */
    CHROMIUM_PATH: z.string().optional(),
    MAIL_FROM: z.string().default('Lotse <lotse@localhost>'),
    PORT: port.default(4200),
    HOST: z.string().default('127.0.0.1'),
    /** Where people reach Lotse from outside: cookies and links in mails depend on it. */
    PUBLIC_URL: z.url().optional(),
    /** How many proxies of ours stand between a caller and this process; the address of a caller is what the outermost one saw. */
    PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
    /** Multiplies how often somebody may call in a minute; 0 counts nothing. */
    RATE_LIMITS: z.coerce.number().min(0).max(1000).default(1),
    /** What second factors are sealed with: 32 random bytes in base64. Several, the newest first, while a key is being replaced. */
    SECRET_KEY: z
      .string()
      .transform((text) => text.trim().split(/\s+/))
      .refine((keys) => keys.every((key) => Buffer.from(key, 'base64').length === 32), {
        error: '32 random bytes in base64, for example from `openssl rand -base64 32`',
      })
      .optional(),
    /** Whether everybody needs a second factor to get in, or those whose organisation asks for it; everybody, with NODE_ENV=production. */
    SECOND_FACTOR: z.enum(['everybody', 'organisations']).optional(),
    /** The account services (OpenID Connect issuers) that this installation may speak to, with spaces between. */
    SINGLE_SIGN_ON_ISSUERS: z
      .string()
      .default('')
      .transform((text) => text.split(/\s+/).filter(Boolean))
      .refine((issuers) => issuers.every((issuer) => URL.canParse(issuer)), { error: 'addresses of issuers, with spaces between' }),
    /** The secrets of our clients there: `<id of the organisation>=<secret>`, with spaces between. */
    SINGLE_SIGN_ON_SECRETS: z
      .string()
      .default('')
      .transform((text) =>
        text
          .split(/\s+/)
          .filter(Boolean)
          .map((pair): [string, string] => [pair.split('=')[0]!, pair.slice(pair.indexOf('=') + 1)]),
      ),
    /** The virus scanner: `tcp://host:3310` or `unix:///path` of a clamd. Without it files are kept and said not to have been checked. */
    CLAMD_URL: z.url({ protocol: /^(tcp|unix)$/ }).optional(),
    /** Storage that speaks S3, with the bucket: `https://storage.example/lotse`. Without it files lie in the database. */
    S3_URL: z.url({ protocol: /^https?$/ }).optional(),
    S3_REGION: z.string().default('us-east-1'),
    S3_ACCESS_KEY: z.string().optional(),
    S3_SECRET_KEY: z.string().optional(),
    CLIENT_DIRECTORY: z.string().optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    LOTSE_DEMO: z.enum(['0', '1']).default('0'),
  })
  .refine((settings) => !(settings.NODE_ENV === 'production' && settings.LOTSE_DEMO === '1'), {
    path: ['LOTSE_DEMO'],
    error: 'the demo region is refused with NODE_ENV=production',
  })
  .refine((settings) => settings.NODE_ENV !== 'production' || settings.SECRET_KEY !== undefined, {
    path: ['SECRET_KEY'],
    error: 'needed with NODE_ENV=production: 32 random bytes in base64, for example from `openssl rand -base64 32`',
  })
  .refine((settings) => !settings.S3_URL || (settings.S3_ACCESS_KEY !== undefined && settings.S3_SECRET_KEY !== undefined), {
    path: ['S3_ACCESS_KEY'],
    error: 'S3_URL needs S3_ACCESS_KEY and S3_SECRET_KEY',
  })
  .refine((settings) => !(settings.NODE_ENV === 'production' && settings.RATE_LIMITS === 0), {
    path: ['RATE_LIMITS'],
    error: 'counting nothing is refused with NODE_ENV=production',
  })
  .check((context) => {
    if (context.value.NODE_ENV !== 'production') return;
    for (const { name, message } of weaknessesOf(context.value)) {
      context.issues.push({ code: 'custom', path: [name], message, input: undefined });
    }
  });

export type Settings = z.output<typeof settingsSchema>;

/** Whether this installation lets nobody in with a password alone, whatever their organisation asks. */
export const everybodyNeedsSecondFactor = ({ SECOND_FACTOR, NODE_ENV }: Settings): boolean =>
  (SECOND_FACTOR ?? (NODE_ENV === 'production' ? 'everybody' : 'organisations')) === 'everybody';

/** The token by which settings are injected. */
export const SETTINGS = Symbol('settings');

/** Every variable may come from a file: `DATABASE_URL_FILE` in the place of `DATABASE_URL`. */
const names = Object.keys(settingsSchema.shape);

/** Reads settings, or throws an error whose message lists everything that is wrong, a line each. It never says what a secret is. */
export function readSettings(environment: Environment): Settings {
  const result = settingsSchema.safeParse(withFiles(environment, names));
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`These settings are missing or wrong:\n${lines.join('\n')}`);
}
