import { isValidKvnr } from '@lotse/kernel';

/** What a text seems to give away about who somebody is. */
export const identifierKinds = ['name', 'birth_date', 'phone', 'email', 'address', 'insurance_number'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

const patterns: Readonly<Record<Exclude<IdentifierKind, 'insurance_number'>, RegExp>> = {
  // A title or "named" before a word with a capital letter; a family name, comma, given name.
  name: /\b(?:Herrn?|Frau|Hr\.|Fr\.|Familie|Mr\.?|Mrs\.?|Ms\.?|heißt|Name:?|namens|called)\s+(?:Dr\.\s+)?\p{Lu}[\p{L}-]+|\b\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?,\s+\p{Lu}\p{Ll}{2,}\s+(?:geb|born)/u,
  birth_date:
    /\b(?:0?[1-9]|[12]\d|3[01])[./]\s?(?:0?[1-9]|1[0-2])[./]\s?(?:19|20)?\d{2}\b|\b(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b/,
  phone: /(?:\+\d{2}|\b0)[\d\s/()-]{6,}\d\b/,
  email: /[\w.+-]+@[\w-]+\.[\w.]+/,
  address: /\p{Lu}[\p{L}-]*(?:straße|strasse|str\.|weg|gasse|platz|allee)\s+\d+/u,
};

const insuranceNumbers = /\b[A-Z]\s?\d{3}\s?\d{3}\s?\d{3}\b/g;

/** Everything in a text that looks as if it said who somebody is. It warns; a person decides. */
export function identifiersIn(text: string): IdentifierKind[] {
  const found = (Object.keys(patterns) as (keyof typeof patterns)[]).filter((kind) => patterns[kind].test(text));
  return insuranceNumbers.test(resetOf(text)) ? [...found, 'insurance_number'] : found;
}

/** Whether a text has an insurance number whose check digit is right: that is no coincidence, and cannot be confirmed away. */
export const hasInsuranceNumber = (text: string): boolean =>
  (text.match(insuranceNumbers) ?? []).some((number) => isValidKvnr(number.replace(/\s/g, '')));

/** A pattern with `g` remembers where it was. */
function resetOf(text: string): string {
  insuranceNumbers.lastIndex = 0;
  return text;
}
