import fc from 'fast-check';
import { isValidBsnr, isValidIk, isValidKvnr, isValidLanr, kvnrCheckDigit } from './check-digits';

describe('check digits', () => {
  it.each(['A123456780', 'X110411675', 'L008336017', 'Q700102035', 'Z987654321', 'M441005177'])('KVNR %s is right', (kvnr) => {
    expect(isValidKvnr(kvnr)).toBe(true);
  });

  it.each(['G995030567', 'A123456789', 'X234567890', 'A222222222', 'a123456780', 'A12345678', ''])('KVNR %s is wrong', (kvnr) => {
    expect(isValidKvnr(kvnr)).toBe(false);
  });

  it('a KVNR with one digit changed to a neighbour is noticed', () => {
    const stem = fc
      .tuple(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), fc.stringMatching(/^[0-9]{8}$/))
      .map(([letter, digits]) => letter + digits);
    fc.assert(
      fc.property(stem, fc.integer({ min: 1, max: 8 }), (text, position) => {
        const kvnr = text + kvnrCheckDigit(text);
        const changed = kvnr.slice(0, position) + String((Number(kvnr[position]) + 1) % 10) + kvnr.slice(position + 1);
        return isValidKvnr(kvnr) && !isValidKvnr(changed);
      }),
    );
  });

  it.each(['838382202', '100001701', '200058058', '200060860', '300068268', '999999900', '444444401', '555555101'])(
    'LANR %s is right',
    (lanr) => {
      expect(isValidLanr(lanr)).toBe(true);
    },
  );

  it.each(['123456701', '838382302', '83838220'])('LANR %s is wrong', (lanr) => {
    expect(isValidLanr(lanr)).toBe(false);
  });

  it.each(['260326822', '104212059', '109777509', '168140950', '260833611', '260833622'])('IK %s is right', (ik) => {
    expect(isValidIk(ik)).toBe(true);
  });

  it('IK and BSNR of the wrong shape are wrong', () => {
    expect([isValidIk('260326823'), isValidIk('26032682'), isValidBsnr('12345678'), isValidBsnr('521234500')]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});
