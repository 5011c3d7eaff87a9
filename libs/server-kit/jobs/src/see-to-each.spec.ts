import type { Logger } from '@lotse/server-kit/telemetry';
import { seeToEach } from './see-to-each';

describe('what a sweep has found', () => {
  it('is seen to one after another; one that fails is written down and holds up no other one', async () => {
    const said: unknown[] = [];
    const log = { warn: (facts: object, message: string) => said.push({ ...facts, message }) } as unknown as Logger;
    const error = new Error('not now');
    const results = await seeToEach('release', [{ id: 'a' }, { id: 'b' }, { id: 'c' }], log, ({ id }) =>
      id === 'b' ? Promise.reject(error) : Promise.resolve(id),
    );
    expect(results).toEqual(['a', 'c']);
    expect(said).toEqual([{ release: 'b', error, message: 'release will be seen to later' }]);
  });
});
