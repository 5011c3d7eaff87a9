import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const ranges = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
} as const;

const faceOf = async ([name, range]: [string, string]): Promise<string> => {
  const file = createRequire(import.meta.url).resolve(`@fontsource-variable/source-sans-3/files/source-sans-3-${name}-wght-normal.woff2`);
  const data = (await readFile(file)).toString('base64');
  return `@font-face{font-family:'Source Sans 3';font-weight:200 900;src:url(data:font/woff2;base64,${data}) format('woff2');unicode-range:${range}}`;
};

let read: Promise<string> | undefined;

/** The typeface of the screens as a rule that carries its own data: a letter looks the same whatever the machine has installed. */
export function typeface(): Promise<string> {
  read ??= Promise.all(Object.entries(ranges).map(faceOf)).then((faces) => faces.join(''));
  return read;
}
