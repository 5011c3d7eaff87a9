/** First match wins: what calls itself several things at once is named after the most particular one. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/Chrome\/|\bCriOS\/|\bChromium\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b|\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const named = (list: typeof browsers, userAgent: string): string | undefined => list.find(([pattern]) => pattern.test(userAgent))?.[1];

/**
 * What a session was begun with, as coarse as it can be and still be told apart from one's other devices: "Firefox, Windows". No
 * version and no address: the list of sessions must not become a way to follow somebody.
 */
export function deviceOf(userAgent: string | undefined): string | null {
  if (!userAgent) return null;
  return [named(browsers, userAgent), named(systems, userAgent)].filter((part) => part !== undefined).join(', ') || null;
}
