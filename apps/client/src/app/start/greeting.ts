const hourFormat = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', hourCycle: 'h23' });

/** How one greets at a time of day in Europe/Berlin. */
export function greetingAt(moment: Date): 'morning' | 'day' | 'evening' {
  const hour = Number(hourFormat.format(moment));
  if (hour < 11) return 'morning';
  return hour < 18 ? 'day' : 'evening';
}
