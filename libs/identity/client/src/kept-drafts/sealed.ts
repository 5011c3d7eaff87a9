/** Something that only the key opens again: AES-256-GCM, with a number that is used once. */
export interface Sealed {
  readonly once: Uint8Array<ArrayBuffer>;
  readonly content: ArrayBuffer;
}

const algorithm = 'AES-GCM';
const lengthOfOnce = 12;

/** The key as WebCrypto uses it; it cannot be read out again. Takes 32 bytes in base64url. */
export function keyFrom(text: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['encrypt', 'decrypt']);
}

/** Seals a value. The name is sealed in as well, so that nothing can be put in the place of something else. */
export async function seal(key: CryptoKey, name: string, value: unknown): Promise<Sealed> {
  const once = crypto.getRandomValues(new Uint8Array(lengthOfOnce));
  const parameters = { name: algorithm, iv: once, additionalData: encoded(name) };
  return { once, content: await crypto.subtle.encrypt(parameters, key, encoded(JSON.stringify(value))) };
}

/** Opens it; undefined when the key is another one, or when somebody has changed it. */
export async function unseal(key: CryptoKey, name: string, { once, content }: Sealed): Promise<unknown> {
  try {
    const opened = await crypto.subtle.decrypt({ name: algorithm, iv: once, additionalData: encoded(name) }, key, content);
    return JSON.parse(new TextDecoder().decode(opened)) as unknown;
  } catch {
    return undefined;
  }
}

const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
