import fc from 'fast-check';
import { isTooDeep } from './json-body';

const nested = (depth: number): string => `${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`;

describe('how deep a body may be', () => {
  it('counts what is open, not how many there are', () => {
    expect([isTooDeep(nested(24)), isTooDeep(nested(26))]).toEqual([false, true]);
    expect(isTooDeep(`[${Array.from({ length: 1_000 }, () => '{"a":[]}').join()}]`)).toBe(false);
  });

  it('brackets within a text are text, whatever stands beside them', () => {
    expect(isTooDeep(JSON.stringify({ a: '['.repeat(100), b: '\\"'.repeat(50) + '{'.repeat(100) }))).toBe(false);
    fc.assert(fc.property(fc.string(), (text) => !isTooDeep(JSON.stringify([text]))));
  });
});
