/** What somebody plants in texts that others read: if any of it ran, it would say so. */
const vectors = [
  '<script>hit()</script>',
  '<img src=x onerror=hit()>',
  '<svg onload=hit()>',
  '"><script>hit()</script>',
  "' onmouseover='hit()",
  'javascript:hit()',
  "{{constructor.constructor('hit()')()}}",
  '${hit()}',
  '</textarea><script>hit()</script>',
  '</title><script>hit()</script>',
  '<iframe srcdoc="<script>parent.hit()</script>">',
  '<a href="javascript:hit()">x</a>',
  '<math><mi><script>hit()</script>',
  '<details open ontoggle=hit()>',
  '<body onload=hit()>',
  '<input autofocus onfocus=hit()>',
  '<style>*{background:url(//e.example)}</style>',
  '<base href="//e.example">',
  '<link rel=stylesheet href=//e.example>',
  '<object data="javascript:hit()">',
];
const dressed: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/[a-z]+/, (word) => word.toUpperCase()),
  (text) => encodeURIComponent(text),
  (text) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (text) => text.replaceAll('<', '&amp;lt;'),
  (text) => `-->${text}<!--`,
  (text) => `]]>${text}`,
  (text) => `"}${text}`,
  (text) => `';${text}//`,
  (text) => text.replaceAll('<', '<\u200b').replace('(', '`\n'),
];

/** Two hundred of them. */
export const planted: readonly string[] = vectors.flatMap((vector) => dressed.map((dress) => dress(vector)));

/** Texts of at most so many characters, by field, until everything has been planted. */
export function beds<Field extends string>(room: Readonly<Record<Field, number>>): Record<Field, string>[] {
  const found: Record<Field, string>[] = [];
  const left = [...planted];
  while (left.length > 0) {
    const bed = {} as Record<Field, string>;
    for (const [field, most] of Object.entries(room) as [Field, number][]) {
      let text = left.shift() ?? '-';
      while (left.length > 0 && text.length + 1 + left[0]!.length < most) text += ` ${left.shift()}`;
      bed[field] = text.trim();
    }
    found.push(bed);
  }
  return found;
}
