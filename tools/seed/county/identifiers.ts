const digitSum = (value: number): number => Math.floor(value / 10) + (value % 10);

/** An Institutionskennzeichen: eight digits of ours and the check digit that fits. */
export function ik(stem: string): string {
  const sum = [...stem.slice(2, 8)].reduce((total, digit, index) => total + digitSum(Number(digit) * (index % 2 === 0 ? 2 : 1)), 0);
  return `${stem}${sum % 10}`;
}

/** A LANR: six digits of ours, the check digit that fits, and the key of the specialty (`01` family doctor, `58` psychiatry). */
export function lanr(stem: string, specialty: string): string {
  const sum = [...stem].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 4 : 9), 0);
  return `${stem}${(10 - (sum % 10)) % 10}${specialty}`;
}
