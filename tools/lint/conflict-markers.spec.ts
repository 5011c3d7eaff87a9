import { conflictMarkersIn } from './conflict-markers.mjs';

const mark = (letter: string, more = '') => letter.repeat(7) + more;

describe('what a merge has left', () => {
  it('is found with its line', () => {
    const text = ['a', mark('<', ' HEAD'), 'b', mark('='), 'c', mark('>', ' main'), 'd'].join('\n');
    expect(conflictMarkersIn(text)).toEqual([2, 6]);
  });

  it.each([mark('='), `  ${mark('<', ' x')}`, mark('<', '<'), '<<<<<< HEAD', `a ${mark('>')}`])('%s is none', (line) => {
    expect(conflictMarkersIn(`Heading\n${line}\n`)).toEqual([]);
  });
});
