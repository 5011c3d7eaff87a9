import { problem } from '@lotse/kernel';
import * as z from 'zod';

export const passwordLengthAtLeast = 12;

/** A password somebody chooses: long rather than odd; no rules about kinds of characters, and nothing is cut off or trimmed. */
export const newPasswordSchema = z.string().min(passwordLengthAtLeast).max(200);

export const passwordTooPlain = problem('password-too-plain', 422, 'This password is easy to guess. Please choose another one.');

/** Chosen too often elsewhere: it is among those that are tried first. */
export const passwordLeaked = problem('password-leaked', 422, 'This password is on lists of stolen passwords. Please choose another one.');

/** Words that everybody here would try first. */
const expected = ['lotse', 'passwort', 'password', 'kennwort', 'qwertz', 'qwerty', 'asdfgh', 'abcdef', 'willkommen', 'geheim', 'hallo'];
/** So much must be left of a password when what everybody would try is taken out of it. */
const ownCharactersAtLeast = 8;

const plain = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

/**
 * Why a chosen password is refused although it is long enough: it is one thing again and again, a row of digits, or made of the words
 * everybody would try first, such as one's own name. Asks nobody outside.
 * @param known what is known about whoever chooses it: their name, address, organisation
 */
export function passwordProblem(password: string, known: readonly string[]): ReturnType<typeof passwordTooPlain> | undefined {
  const words = [...expected, ...known.flatMap((text) => plain(text).split(/[^\p{L}\p{N}]+/u))].filter((word) => word.length >= 3);
  const rest = [...new Set(words)]
    .sort((one, other) => other.length - one.length)
    .reduce((left, word) => left.split(word).join(''), plain(password));
  const own = rest.replace(/\d/g, '');
  const isRich = new Set(own).size >= 4 && rest.length >= ownCharactersAtLeast;
  return isRich ? undefined : passwordTooPlain({ fields: [{ field: 'password', code: 'password-too-plain', message: 'Easy to guess.' }] });
}
