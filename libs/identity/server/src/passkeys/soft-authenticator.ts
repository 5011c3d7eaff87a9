import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** How a device behaves; what an honest one does when nothing is said. */
export interface Behaviour {
  origin?: string;
  relyingParty?: string;
  isUserVerified?: boolean;
  counter?: number;
  userHandle?: string;
}

const honest = { origin: 'http://localhost:4200', relyingParty: 'localhost', isUserVerified: true, counter: 0 };
const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();
const flags = { userPresent: 1, userVerified: 4, attestedData: 64 };

/** The few kinds of CBOR that WebAuthn needs. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, held]) => [cbor(key), cbor(held as number)])]);
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}

/** A passkey device made of software, for tests: it can also do what no real one does. */
export class SoftAuthenticator {
  private readonly id = randomBytes(16);
  private readonly key: KeyObject;
  private readonly publicKey: Buffer;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.key = privateKey;
    const { x, y } = publicKey.export({ format: 'jwk' });
    const point = (text: string | undefined) => Buffer.from(text!, 'base64url');
    this.publicKey = cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, point(x)],
        [-3, point(y)],
      ]),
    );
  }

  /** Answers what `navigator.credentials.create` would. */
  make(challenge: string, behaviour: Behaviour = {}) {
    const length = Buffer.from([0, this.id.length]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, this.publicKey]);
    const authData = this.authData(behaviour, flags.attestedData, attested);
    const attestationObject = cbor(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    );
    const clientDataJSON = this.clientData('webauthn.create', challenge, behaviour);
    return {
      ...this.credential(),
      response: { clientDataJSON: text(clientDataJSON), attestationObject: text(attestationObject), transports: ['internal'] },
    };
  }

  /** Answers what `navigator.credentials.get` would. */
  show(challenge: string, behaviour: Behaviour = {}) {
    const authenticatorData = this.authData(behaviour, 0, Buffer.alloc(0));
    const clientDataJSON = this.clientData('webauthn.get', challenge, behaviour);
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientDataJSON)]), this.key);
    const userHandle = behaviour.userHandle && Buffer.from(behaviour.userHandle).toString('base64url');
    return {
      ...this.credential(),
      response: {
        clientDataJSON: text(clientDataJSON),
        authenticatorData: text(authenticatorData),
        signature: text(signature),
        ...(userHandle ? { userHandle } : {}),
      },
    };
  }

  private credential() {
    return { id: text(this.id), rawId: text(this.id), type: 'public-key' as const, clientExtensionResults: {} };
  }

  private authData(behaviour: Behaviour, more: number, attested: Buffer): Buffer {
    const { relyingParty, isUserVerified, counter } = { ...honest, ...behaviour };
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flag = Buffer.from([flags.userPresent | (isUserVerified ? flags.userVerified : 0) | more]);
    return Buffer.concat([sha256(relyingParty), flag, count, attested]);
  }

  private clientData(type: string, challenge: string, behaviour: Behaviour): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: behaviour.origin ?? honest.origin, crossOrigin: false }));
  }
}

const text = (data: Buffer): string => data.toString('base64url');
