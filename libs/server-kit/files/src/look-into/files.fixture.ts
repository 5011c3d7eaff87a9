import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};
const big = (value: number): Buffer => u32(value).reverse();

/** A real archive of some files; `flags` and `size` may lie. */
export function archive(files: Record<string, Buffer | string>, lie: { flags?: number; size?: number } = {}): Buffer {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const raw = Buffer.from(content);
    // The kind of an open document stands first and in the clear.
    const method = name === 'mimetype' ? 0 : 8;
    const packed = method === 0 ? raw : deflateRawSync(raw, { level: 9 });
    const head = [
      u16(20),
      u16(lie.flags ?? 0),
      u16(method),
      u32(0),
      u32(crc32(raw)),
      u32(packed.length),
      u32(lie.size ?? raw.length),
      u16(name.length),
      u16(0),
    ];
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), ...head, Buffer.from(name), packed]);
    locals.push(local);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), u16(20), ...head, u16(0), u16(0), u16(0), u32(0), u32(at), Buffer.from(name)]),
    );
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const count = Object.keys(files).length;
  const end = Buffer.concat([
    Buffer.from('PK\x05\x06', 'latin1'),
    u16(0),
    u16(0),
    u16(count),
    u16(count),
    u32(list.length),
    u32(at),
    u16(0),
  ]);
  return Buffer.concat([...locals, list, end]);
}

const types =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

export const docx = (more: Record<string, Buffer | string> = {}, lie: { flags?: number; size?: number } = {}): Buffer =>
  archive({ '[Content_Types].xml': types, 'word/document.xml': '<w:document>Arztbrief</w:document>', ...more }, lie);
export const odt = (): Buffer =>
  archive({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office:text>Arztbrief</office:text>' });

export const pdf = (inside = ''): Buffer =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${inside} >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`);

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  return Buffer.concat([big(data.length), named, big(crc32(named))]);
}
/** A picture of one colour; it says how large it is whether it is or not. */
export function png(width = 2, height = 2): Buffer {
  const header = Buffer.concat([big(width), big(height), Buffer.from([8, 2, 0, 0, 0])]);
  const lines = deflateSync(Buffer.alloc(2 * 7));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
export const jpeg = (width = 2, height = 2): Buffer =>
  Buffer.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    16,
    ...Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'),
    0xff,
    0xc0,
    0,
    11,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    1,
    1,
    17,
    0,
    0xff,
    0xd9,
  ]);

/** What every scanner knows and nobody is harmed by; put together here so that no scanner finds it in this file. */
export const eicar = Buffer.from(['X5O!P%@AP[4', '\\PZX54(P^)7CC)7}$EIC', 'AR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));
