/**
 * Identifiers of German statutory health care. A wrong check digit is a warning that staff may override with a reason, never a
 * wall: published sample numbers and older records fail the check.
 */

const digitSum = (value: number): number => Math.floor(value / 10) + (value % 10);

/** Krankenversichertennummer: a letter and nine digits, the last one a check digit (letter as two digits, weights 1,2,1,2 …). */
export function isValidKvnr(kvnr: string): boolean {
  if (!/^[A-Z][0-9]{9}$/.test(kvnr)) return false;
  return kvnrCheckDigit(kvnr.slice(0, 9)) === Number(kvnr[9]);
}

/** The check digit for a letter and eight digits. */
export function kvnrCheckDigit(stem: string): number {
  const letter = String(stem.charCodeAt(0) - 64).padStart(2, '0');
  const digits = [...letter, ...stem.slice(1)].map(Number);
  return digits.reduce((sum, digit, index) => sum + digitSum(digit * (index % 2 === 0 ? 1 : 2)), 0) % 10;
}

/**
 * Lebenslange Arztnummer: nine digits, the seventh a check digit over the first six (weights 4, 9, 4, 9, 4, 9). Pseudo numbers
 * (4444444.., 555555..., 999999900) stand for somebody without one and are accepted as they are.
 */
export function isValidLanr(lanr: string): boolean {
  if (!/^[0-9]{9}$/.test(lanr)) return false;
  if (/^(4444444|555555|999999900)/.test(lanr)) return true;
  const sum = [...lanr.slice(0, 6)].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 4 : 9), 0);
  return (10 - (sum % 10)) % 10 === Number(lanr[6]);
}

/** Betriebsstättennummer: nine digits without a check digit. */
export function isValidBsnr(bsnr: string): boolean {
  return /^[0-9]{9}$/.test(bsnr);
}

/** Institutionskennzeichen: nine digits, the last a check digit over the third to eighth (weights 2, 1, 2, 1, 2, 1). */
export function isValidIk(ik: string): boolean {
  if (!/^[0-9]{9}$/.test(ik)) return false;
  const sum = [...ik.slice(2, 8)].reduce((total, digit, index) => total + digitSum(Number(digit) * (index % 2 === 0 ? 2 : 1)), 0);
  return sum % 10 === Number(ik[8]);
}
