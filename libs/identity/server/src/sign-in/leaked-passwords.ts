import { passwordLeaked, passwordProblem } from '@lotse/identity/model';
import { refuse, Refusal } from '@lotse/kernel';

/** Loaded when somebody chooses a password for the first time: it is large, and most processes never need it. */
let leaked: Promise<ReadonlySet<string>> | undefined;

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common']);
}

/** A text that is one thing several times over, once. */
const once = (text: string): string => /^(.+?)\1+$/u.exec(text)?.[1] ?? text;

/** What somebody makes of a word to make it long: digits and signs around it, or the same again. */
function coresOf(password: string): string[] {
  const plain = password.toLowerCase();
  const word = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [plain, once(plain), word, once(word)].filter((core) => core.length >= 4);
}

/**
 * Whether a password is among the 49,000 that lists of stolen ones name most often, as it stands or dressed up with digits and signs. The
 * list is part of Lotse: nobody outside is asked, not even about a part of a hash.
 */
export async function isLeaked(password: string): Promise<boolean> {
  leaked ??= load();
  const known = await leaked;
  return coresOf(password).some((core) => known.has(core));
}

/**
 * @param known what is known about whoever chooses it: their name, address, organisation
 * @throws Refusal when others would guess it
 */
export async function refuseGuessable(password: string, known: readonly string[]): Promise<void> {
  refuse(passwordProblem(password, known));
  if (await isLeaked(password)) {
    throw new Refusal(
      passwordLeaked({ fields: [{ field: 'password', code: passwordLeaked.code, message: 'On lists of stolen passwords.' }] }),
    );
  }
}
