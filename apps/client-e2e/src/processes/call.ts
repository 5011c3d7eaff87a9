import type { Staff } from './small-county';

/** What came back over HTTP. */
export interface Answer<Body> {
  readonly status: number;
  readonly body: Body & { readonly code?: string };
  readonly headers: Headers;
}

/** Something that moves on with every act. */
export interface Held {
  readonly id: string;
  readonly version: number;
}

/** Calls one of the processes as somebody on the staff. A version makes it an act on what was looked at. */
export async function call<Body = Held>(
  address: string,
  staff: Staff | undefined,
  [method, path]: readonly [method: 'GET' | 'POST', path: string],
  { body = {}, version, key }: { body?: object; version?: number; key?: string } = {},
): Promise<Answer<Body>> {
  const response = await fetch(`${address}${path.startsWith('/') ? path : `/api/${path}`}`, {
    method,
    headers: {
      ...(staff ? { cookie: staff.cookie } : {}),
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: (await response.json()) as Answer<Body>['body'], headers: response.headers };
}

/** The same, for what must succeed. */
export async function get<Body = Held>(...given: Parameters<typeof call>): Promise<Body> {
  const { status, body } = await call<Body>(...given);
  if (status >= 400) throw new Error(`${given[2].join(' ')}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** Listens to the stream of events of one process; answers what has been told and a way to hang up. */
export async function listen(address: string, staff: Staff, since?: number): Promise<{ told(): string; hangUp(): void }> {
  const line = new AbortController();
  const response = await fetch(`${address}/api/events${since === undefined ? '' : `?since=${since}`}`, {
    headers: { cookie: staff.cookie },
    signal: line.signal,
  });
  let told = '';
  const read = async () => {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) told += chunk;
  };
  void read().catch(() => undefined);
  return { told: () => told, hangUp: () => line.abort() };
}
