import { readFileSync } from 'node:fs';

type Scheme = 'light' | 'dark';
const css = readFileSync('libs/client-kit/ui/styles/tokens.css', 'utf8');
const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
const tokens = Object.fromEntries(pairs.map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]));

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(ink: string, ground: string, scheme: Scheme): number {
  const [one, other] = [luminance(tokens[ink]![scheme]), luminance(tokens[ground]![scheme])];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const grounds = ['paper', 'surface', 'hover', 'selected'];
const texts = [
  ...['ink', 'muted', 'pine'].flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
  ['on-pine', 'pine'] as const,
  ['on-pine', 'pine-strong'] as const,
  ['overdue-ink', 'surface'] as const,
  ['overdue-ink', 'paper'] as const,
  ['due-ink', 'surface'] as const,
  ['paused-ink', 'surface'] as const,
  ...['done', 'due', 'overdue', 'paused', 'info', 'emergency'].map((tone) => [`${tone}-ink`, `${tone}-ground`] as const),
];
const shapes = [...['outline', 'focus'].flatMap((ink) => ['paper', 'surface', 'selected'].map((ground) => [ink, ground] as const))];

describe.each<Scheme>(['light', 'dark'])('contrast in the %s scheme', (scheme) => {
  it.each(texts)('%s on %s can be read (4.5)', (ink, ground) => expect(contrast(ink, ground, scheme)).toBeGreaterThanOrEqual(4.5));
  it.each(shapes)('%s on %s can be seen (3)', (ink, ground) => expect(contrast(ink, ground, scheme)).toBeGreaterThanOrEqual(3));
});
