const typing = 'textarea, select, input:not([type="checkbox"]), [contenteditable="true"]';
const withOwnEnter = 'a, button';

/** Whom a key in the list is meant for: somebody who types, a menu or the browser; a link or button in a cell; or the row. */
export function meantFor({ ctrlKey, metaKey, altKey, isComposing, target }: KeyboardEvent): 'others' | 'widget' | 'row' {
  const element = target as Element;
  if (ctrlKey || metaKey || altKey || isComposing || element.matches(typing) || element.closest('[popover], dialog')) return 'others';
  return element.matches(withOwnEnter) ? 'widget' : 'row';
}

/** The row a click opens: anywhere in it, unless it meant a link, button or box in it, or something is being marked. */
export function rowMeantBy(target: Element): string | undefined {
  const meantOther = target.closest('a, button, input, label, .cell-check, [popover]') !== null;
  const isMarking = (getSelection()?.toString() ?? '') !== '';
  return meantOther || isMarking ? undefined : target.closest<HTMLElement>('tr[data-row]')?.dataset['row'];
}
