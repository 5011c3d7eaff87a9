import { fits } from './fits';

describe('what fits to what was typed', () => {
  it('fits with every word, whatever the accents and the case', () => {
    expect(fits('Warteliste öffnen', 'OFF wart')).toBeGreaterThan(0);
    expect(fits('Warteliste', 'wart liste x')).toBe(0);
  });

  it('puts the beginning before the middle', () => {
    expect(fits('Termine', 'ter')).toBeGreaterThan(fits('Freie Termine', 'ter'));
    expect(fits('Freie Termine', 'ter')).toBeGreaterThan(fits('Warteliste', 'ter') || fits('Notizblätter', 'ter'));
  });

  it('fits with nothing typed', () => expect(fits('Start', ' ')).toBeGreaterThan(0));
});
