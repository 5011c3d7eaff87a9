import { idSchema, newId } from './ids';

describe('ids', () => {
  it('are UUIDs of version 7, different, and in the order in which they were made', () => {
    const ids = Array.from({ length: 2000 }, () => newId());
    expect(new Set(ids).size).toBe(2000);
    expect(ids.every((id) => idSchema.safeParse(id).success && id[14] === '7')).toBe(true);
    expect([...ids].sort()).toEqual(ids);
  });
});
