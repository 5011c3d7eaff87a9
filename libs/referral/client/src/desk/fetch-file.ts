import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';

/** What is exported: those chosen, or a list with its filters. */
export type ExportQuery = Readonly<Record<string, string | undefined>>;

/** What came of it, to be handed to the browser. */
export interface FetchedFile {
  name: string;
  content: Blob;
}

/**
 * Fetches the file that a worklist becomes, and tells how many rows have come so far: each stands on a line of its own. What was typed to find a
 * person goes in a header, because addresses are written down on the way.
 * @throws HttpErrorResponse when it is refused, or anything when the line breaks: what is cut is no file
 */
export async function fetchFile(query: ExportQuery, arrived: (rows: number) => void, signal: AbortSignal): Promise<FetchedFile> {
  const { text, ...asked } = query;
  const address = new URLSearchParams(Object.entries(asked).filter((one): one is [string, string] => one[1] !== undefined));
  const headers = text ? { 'Lotse-Query': new URLSearchParams({ text }).toString() } : undefined;
  const answer = await fetch(`/api/referrals/export?${address.toString()}`, { headers, signal });
  if (!answer.ok) throw await refusalOf(answer);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let lines = 0;
  const reader = (answer.body as ReadableStream<Uint8Array<ArrayBuffer>>).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    lines += read.value.filter((byte) => byte === newLine).length;
    // The first line says what the others are.
    arrived(Math.max(0, lines - 1));
  }
  return { name: nameIn(answer), content: new Blob(parts, { type: answer.headers.get('content-type') ?? '' }) };
}

const newLine = 10;

async function refusalOf(answer: Response): Promise<HttpErrorResponse> {
  const error: unknown = await answer.json().catch(() => undefined);
  const headers = new HttpHeaders([...answer.headers].reduce((all, [name, value]) => ({ ...all, [name]: value }), {}));
  return new HttpErrorResponse({ error, headers, status: answer.status, statusText: answer.statusText, url: answer.url });
}

const nameIn = (answer: Response): string => /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'export';

/** Hands a file to the browser to keep. */
export function keepFile({ name, content }: FetchedFile): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
