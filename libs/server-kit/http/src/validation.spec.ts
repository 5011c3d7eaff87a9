import { Refusal } from '@lotse/kernel';
import { z } from 'zod';
import { refusalOf } from './validation';

/** Field and code of each finding. */
function codesOf(schema: z.ZodType, value: unknown): string[] {
  const refusal = refusalOf(schema.safeParse(value).error!.issues);
  expect(refusal).toBeInstanceOf(Refusal);
  return refusal.problem.fields!.map(({ field, code }) => `${field} ${code}`);
}

describe('the refusal for what a schema found', () => {
  const schema = z.strictObject({
    reason: z.string().trim().min(1).max(5),
    password: z.string().min(12).default('long enough, surely'),
    count: z.number().min(1).default(1),
  });

  it('promise 10: says that a field was left out, whether it is missing or blank', () => {
    expect(codesOf(schema, {})).toEqual(['reason required']);
    expect(codesOf(schema, { reason: '  ' })).toEqual(['reason required']);
  });

  it('says what is too short, too small, too long or not known', () => {
    expect(codesOf(schema, { reason: 'so', password: 'short', count: 0 })).toEqual(['password too-small', 'count too-small']);
    expect(codesOf(schema, { reason: 'too long' })).toEqual(['reason too-big']);
    expect(codesOf(schema, { reason: 'so', colour: 'red' })).toEqual(['colour unknown-field']);
  });
});
