const typing = 'textarea, select, input:not([type="checkbox"]), [contenteditable="true"]';
const withOwnEnter = 'a, button';

/** Whom a key in the list is meant for: somebody who types, a menu or the browser; a link or button in a cell; or the row. */
export function meantFor({ ctrlKey, metaKey, altKey, isComposing, target }: KeyboardEvent): 'others' | 'widget' | 'row' {
  const element = target as Element;
  if (ctrlKey || metaKey || altKey || isComposing || element.matches(typing) || element.closest('[popover], dialog')) return 'others';
  return element.matches(withOwnEnter) ? 'widget' : 'row';
}
