/** Somebody who does not exist. */
export interface InventedPerson {
  readonly familyName: string;
  readonly givenName: string;
  /** As lists show it: "Sommerfeld, Ida". */
  readonly inLists: string;
  /** As it is said: "Ida Sommerfeld". */
  readonly spoken: string;
  readonly birthDate: readonly [day: string, month: string, year: string];
  readonly phone: string;
}

const beginnings = ['Sommer', 'Winter', 'Birken', 'Linden', 'Rosen', 'Silber', 'Stein', 'Wald'];
const syllables = ['ka', 'lu', 'mo', 'ri', 'so', 'ta', 'ven', 'zi'];
const one = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)]!;

/** A person whose name no other run of the stories has used. */
export function inventPerson(givenName: string): InventedPerson {
  const familyName = `${one(beginnings)}${one(syllables)}${one(syllables)}${one(syllables)}`;
  const day = String(1 + Math.floor(Math.random() * 28)).padStart(2, '0');
  return {
    familyName,
    givenName,
    inLists: `${familyName}, ${givenName}`,
    spoken: `${givenName} ${familyName}`,
    birthDate: [day, '05', '1971'],
    phone: '07621 000 555',
  };
}

const anyDigit = (): number => Math.floor(Math.random() * 10);

/** An insurance number whose check digit does not fit. */
export function wrongKvnr(): string {
  const digits = Array.from({ length: 8 }, anyDigit);
  const sum = [0, 1, ...digits].reduce((total, digit, index) => total + crossSum(digit * (index % 2 === 0 ? 1 : 2)), 0);
  return `A${digits.join('')}${(sum + 1) % 10}`;
}

const crossSum = (product: number): number => Math.floor(product / 10) + (product % 10);

/** A moment when the demo region has no slots: in the evening, at least so many days ahead. */
export function quietTime(daysAhead: number): { day: readonly [string, string, string]; clock: string } {
  const date = new Date(Date.now() + (daysAhead + Math.floor(Math.random() * 12)) * 86_400_000);
  const parts = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', day: '2-digit', month: '2-digit', year: 'numeric' })
    .formatToParts(date)
    .filter(({ type }) => type !== 'literal')
    .map(({ value }) => value);
  const clock = `${18 + Math.floor(Math.random() * 4)}:${String(5 * Math.floor(Math.random() * 12)).padStart(2, '0')}`;
  return { day: [parts[0]!, parts[1]!, parts[2]!], clock };
}
