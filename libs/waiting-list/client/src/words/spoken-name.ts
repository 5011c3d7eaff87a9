/** How a person is called in a sentence: lists say `Huber, Anna`, a sentence says `Anna Huber`. */
export function spokenName(name: string): string {
  const [family = '', ...given] = name.split(', ');
  return given.length === 0 ? family : `${given.join(' ')} ${family}`;
}
