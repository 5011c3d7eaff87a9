import { atMost } from './at-most';

describe('letting only so many run at a time', () => {
  it('never runs more, in the order of asking, and frees a place whatever happens', async () => {
    const gate = atMost(2);
    const began: number[] = [];
    const release: (() => void)[] = [];
    const work = (number: number) =>
      gate(async () => {
        began.push(number);
        await new Promise<void>((done) => (release[number] = done));
        if (number === 0) throw new Error('failed');
      });
    const all = [0, 1, 2, 3].map(work);
    await Promise.resolve();
    expect(began).toEqual([0, 1]);
    release[0]!();
    await expect(all[0]).rejects.toThrow('failed');
    expect(began).toEqual([0, 1, 2]);
    release[1]!();
    await all[1];
    expect(began).toEqual([0, 1, 2, 3]);
    release[2]!();
    release[3]!();
    await Promise.all(all.slice(2));
  });

  it('turns away whoever finds the line too long', async () => {
    const gate = atMost(1, 1);
    let release = (): void => undefined;
    const first = gate(() => new Promise<void>((done) => (release = done)));
    const second = gate(async () => 'second');
    await expect(gate(async () => 'third')).rejects.toMatchObject({ problem: { code: 'too-many-requests' } });
    release();
    await first;
    expect(await second).toBe('second');
    expect(await gate(async () => 'fourth')).toBe('fourth');
  });
});
