import { inflateSync } from 'node:zlib';

/** What a reader finds in a printed document. */
export interface ReadPdf {
  /** All its text, a line for each piece that was written. */
  text: string;
  /** The structure that is read aloud: `H1`, `P`, `Table`, `TH` … */
  tags: readonly string[];
  language: string | undefined;
  title: string | undefined;
  pages: number;
  /** Whether every typeface is in the file. */
  fontsEmbedded: boolean;
}

type Objects = ReadonlyMap<string, { head: string; stream: string }>;

function objectsOf(file: Buffer): Objects {
  const text = file.toString('latin1');
  const found = new Map<string, { head: string; stream: string }>();
  for (const [, id, inside] of text.matchAll(/(?:^|\n)(\d+) 0 obj\n?([\s\S]*?)\nendobj/g)) {
    const [head = '', ...rest] = inside!.split(/stream\r?\n/);
    const raw = rest.length > 0 ? Buffer.from(rest.join('stream\n').replace(/\n?end$/, ''), 'latin1') : undefined;
    found.set(id!, { head, stream: raw ? unpacked(head, raw) : '' });
  }
  return found;
}

function unpacked(head: string, raw: Buffer): string {
  if (!head.includes('/FlateDecode')) return raw.toString('latin1');
  try {
    return inflateSync(raw).toString('latin1');
  } catch {
    return '';
  }
}

const asText = (hex: string): string =>
  Buffer.from(hex.length % 4 === 0 ? hex : '', 'hex')
    .swap16()
    .toString('utf16le');

/** Which letters a typeface means by its numbers. */
function lettersOf(map: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  for (const [, block] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, from, to] of block!.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) letters.set(parseInt(from!, 16), asText(to!));
  for (const [, block] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, first] of block!.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      for (let code = parseInt(from!, 16); code <= parseInt(to!, 16); code++)
        letters.set(code, String.fromCharCode(parseInt(first!, 16) + code - parseInt(from!, 16)));
  return letters;
}

interface Font {
  letters: ReadonlyMap<number, string>;
  width: 2 | 4;
}

function fontsOf(objects: Objects): ReadonlyMap<string, Font> {
  const fonts = new Map<string, Font>();
  for (const { head } of objects.values()) {
    for (const [, name, id] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = objects.get(id!)?.head ?? '';
      const map = /\/ToUnicode (\d+) 0 R/.exec(font)?.[1];
      fonts.set(name!, { letters: lettersOf(objects.get(map ?? '')?.stream ?? ''), width: font.includes('/Type3') ? 2 : 4 });
    }
  }
  return fonts;
}

function textIn(content: string, fonts: ReadonlyMap<string, Font>): string {
  let font: Font | undefined;
  const pieces: string[] = [];
  for (const [whole, name] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<[0-9A-Fa-f]+>|(?<=\n)ET/g)) {
    if (name) font = fonts.get(name);
    else if (whole === 'ET') pieces.push('\n');
    else {
      const codes = whole.slice(1, -1).match(new RegExp(`.{${font?.width ?? 4}}`, 'g')) ?? [];
      pieces.push(codes.map((code) => font?.letters.get(parseInt(code, 16)) ?? '').join(''));
    }
  }
  return pieces.join('');
}

const literal = (text: string, name: string): string | undefined => {
  const [, plain, hex] = new RegExp(`/${name} (?:\\(((?:[^()\\\\]|\\\\.)*)\\)|<([0-9A-Fa-f]+)>)`).exec(text) ?? [];
  if (hex?.toLowerCase().startsWith('feff')) return asText(hex.slice(4));
  return plain?.startsWith('þÿ') ? Buffer.from(plain.slice(2), 'latin1').swap16().toString('utf16le') : plain;
};

/** Reads a document as Chromium prints it, without rendering it: its text by the typefaces' own tables, and its tags. */
export function readPdf(file: Buffer): ReadPdf {
  const objects = objectsOf(file);
  const all = [...objects.values()];
  const heads = all.map(({ head }) => head).join('\n');
  const fonts = fontsOf(objects);
  const descriptors = all.filter(({ head }) => head.includes('/FontDescriptor') && head.includes('/Ascent'));
  return {
    text: all
      .filter(({ stream }) => stream.includes(' Tf'))
      .map(({ stream }) => textIn(stream, fonts))
      .join('\n'),
    tags: [...heads.matchAll(/\/S \/([A-Za-z0-9]+)/g)].map(([, tag]) => tag!),
    language: literal(heads, 'Lang'),
    title: literal(heads, 'Title'),
    pages: all.filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head)).length,
    fontsEmbedded: descriptors.every(({ head }) => /\/FontFile\d?\b/.test(head)) && fonts.size > 0,
  };
}
