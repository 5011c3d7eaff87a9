const numbers = (version) =>
  version
    .split(/[-+]/)[0]
    .split('.')
    .map((part) => Number(part));

/** Whether a version comes before another one; what stands behind a dash does not count. */
export function isBefore(version, other) {
  const [one, two] = [numbers(version), numbers(other)];
  const at = one.findIndex((number, index) => number !== two[index]);
  return at >= 0 && one[at] < two[at];
}

/** Whether a version lacks a fix: every major version that got one is listed, and older ones got none. */
export function lacksFix(version, fixes) {
  const [major] = numbers(version);
  const ofMajor = fixes.find((fix) => numbers(fix)[0] === major);
  return ofMajor ? isBefore(version, ofMajor) : fixes.every((fix) => numbers(fix)[0] > major);
}
