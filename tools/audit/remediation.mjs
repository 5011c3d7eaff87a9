// How long a fault that is known may stay in what runs, as docs/security-decisions.md promises it. Nothing of it is excused silently: each stands in
// `remediation` of allowed.json, as `name@version`, with the day since when it is known, whether it is being used, and what is in the way.
export const days = { exploited: 2, serious: 14 };

/** Whether a version that is known to be bad may still be there on a day: it is said, and its time is not over. */
export function isBeingMended({ name, version }, { remediation }, today) {
  const said = remediation[`${name}@${version}`];
  if (!said?.because || !/^\d{4}-\d{2}-\d{2}$/.test(said.since ?? '')) return false;
  const passed = (Date.parse(today) - Date.parse(said.since)) / 86_400_000;
  return passed >= 0 && passed <= (said.exploited ? days.exploited : days.serious);
}
