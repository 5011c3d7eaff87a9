import { badRequest, invalidInput, Refusal } from '@lotse/kernel';
import type { FastifyInstance } from 'fastify';
import { refusalOfUnreadable } from './unreadable-text';

/** Forms of Lotse are three levels deep. What goes deeper is made to exhaust whoever walks through it. */
const deepest = 24;

/** Reads JSON and nothing else: forms and texts, which other sites can send without being asked, have no reader at all. */
export function readOnlyJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = body as string;
    // Some clients say "JSON" of nothing at all.
    if (text === '') return done(null, undefined);
    if (isTooDeep(text)) return done(new Refusal(invalidInput({ detail: `Nested deeper than ${deepest} levels.` })));
    void parse(request, text, (error, value) => {
      const found = error ? new Refusal(badRequest()) : refusalOfUnreadable(text, value);
      return found ? done(found) : done(null, value);
    });
  });
}

const [quote, backslash] = [34, 92];
const step: Readonly<Record<number, number>> = { 91: 1, 123: 1, 93: -1, 125: -1 };

/** Whether brackets open deeper than anything that Lotse reads; brackets within texts do not count. */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  for (let index = 0; index < json.length; index++) {
    const letter = json.charCodeAt(index);
    if (letter === quote) index = endOfText(json, index + 1);
    depth += step[letter] ?? 0;
    if (depth > deepest) return true;
  }
  return false;
}

function endOfText(json: string, from: number): number {
  let index = from;
  while (index < json.length && json.charCodeAt(index) !== quote) index += json.charCodeAt(index) === backslash ? 2 : 1;
  return index;
}
