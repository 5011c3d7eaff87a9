import { problem, problemSchema, Refusal, refuse } from './problem';

const tooTall = problem('too-tall', 422, 'This does not fit through the door.', 'height');

describe('problem', () => {
  it('names the field that is always to blame', () => {
    expect(tooTall({ detail: '2 m at most' })).toMatchObject({
      code: 'too-tall',
      status: 422,
      type: '/problems/too-tall',
      fields: [{ field: 'height', code: 'too-tall', message: '2 m at most' }],
    });
  });

  it('prefers the fields of the moment', () => {
    expect(tooTall({ fields: [] }).fields).toEqual([]);
  });

  it('is what its schema says', () => {
    expect(problemSchema.safeParse(tooTall()).success).toBe(true);
  });

  it('is thrown as a refusal, and nothing is thrown for nothing', () => {
    expect(() => refuse(tooTall())).toThrow(Refusal);
    expect(() => refuse(undefined)).not.toThrow();
  });
});
