import type { Pool } from 'pg';

/** Where every word that is sung begins: it stands nowhere else, not even in a hash. */
const song = 'Zeisig';
/** What cannot be a word, because its field asks for something else. */
export const otherCanaries = { phone: '07622 555123', diagnosis: 'F33.31', kvnr: 'Z987654321', bornOn: '1931-02-17' } as const;
const letters = 'bdfgklmnprstvwz';

/** In every field that says something about a person: a word of its own, to be looked for where it has no business. */
export interface Flock {
  readonly words: readonly string[];
  /** A new word; several when the field asks for that many letters. */
  sing(atLeast?: number): string;
}

export function flock(): Flock {
  const words: string[] = [];
  const next = () => {
    const count = words.length;
    const ending = [letters.length ** 2, letters.length, 1].map((place) => letters[Math.floor(count / place) % letters.length]);
    words.push(`${song}${ending.join('')}`);
    return words.at(-1)!;
  };
  const sing = (atLeast = 0) => {
    let text = next();
    while (text.length < atLeast) text += ` ${next()}`;
    return text;
  };
  return { words, sing };
}

const calls = new RegExp(`${song}\\w*|${Object.values(otherCanaries).join('|').replaceAll('.', '\\.')}`, 'gi');

/** The canaries that can be heard in a text, also where an address has wrapped them. */
export const heardIn = (text: string): string[] => [...new Set(text.match(calls) ?? [])];

/** Where a person is kept, and answers of requests for a day: there canaries sing rightly. */
const kept = new Set([
  'person',
  'representative',
  'release',
  'break_glass',
  'referral',
  'referral_step',
  'referral_change',
  'attachment',
  'question_point',
  'question_message',
  'enquiry',
  'advice_thread',
  'advice_message',
  'waiting_list_entry',
  'entry_pause',
  'slot_offer',
  'correction',
  'stored_answer',
]);

/** Looked for letter by letter: as patterns, the point in a diagnosis would match the digits of a hash now and then. Bytes are shown in hex. */
const singing = (table: string): string => `
  select lower(x::text) as text from ${table} x
   where exists (select from unnest($1::text[]) as canary (word) where strpos(lower(x::text), lower(word)) > 0)`;
const looked = [song, ...Object.values(otherCanaries), Buffer.from(song).toString('hex'), Buffer.from(song.toLowerCase()).toString('hex')];

/** The tables of the database, in every schema and the queue's too, in which a canary sings; and how many different ones do where they may. */
export async function tablesWithCanaries(owner: Pool): Promise<{ wrong: string[]; rightly: number }> {
  const { rows: tables } = await owner.query<{ name: string; plain: string }>(
    `select format('%I.%I', schemaname, tablename) as name, tablename as plain from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const wrong: string[] = [];
  const rightly = new Set<string>();
  for (const { name, plain } of tables) {
    const { rows } = await owner.query<{ text: string }>(singing(name), [looked]);
    if (rows.length > 0 && !kept.has(plain)) wrong.push(`${name}: ${heardIn(rows[0]!.text).join()}`);
    for (const { text } of rows) for (const word of heardIn(text)) rightly.add(word);
  }
  return { wrong, rightly: rightly.size };
}
