/** Markup in which everything that came from elsewhere has been made harmless. */
export class Html {
  constructor(readonly text: string) {}
}

const harmless: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as it may stand in markup. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => harmless[sign]!);

type Part = Html | string | number | null | undefined | readonly Part[];

const asText = (part: Part): string => {
  if (part === null || part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(asText).join('');
};

/** Writes markup: what is put into it is text, unless it was written with this as well. */
export const html = (markup: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(markup.map((text, index) => text + asText(parts[index])).join(''));
