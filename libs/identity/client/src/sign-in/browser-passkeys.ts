import type { BodyInput } from '@lotse/kernel';
import type { registerPasskey, signInWithPasskey } from '@lotse/identity/model';

type Made = BodyInput<typeof registerPasskey>['credential'];
type Shown = BodyInput<typeof signInWithPasskey>['credential'];

/** Whether this browser knows passkeys. */
export const passkeysWork = (): boolean => typeof PublicKeyCredential !== 'undefined';

/** Closed, timed out, or refused by whoever sits there: no failure, only nothing. */
const isGivenUp = (thrown: unknown): boolean => ['NotAllowedError', 'AbortError'].includes((thrown as Error).name);

/** Asks the browser to make a passkey; undefined when somebody closed the question. What speaks WebAuthn is fetched only now. */
export function makePasskey(options: object): Promise<Made | undefined> {
  return unlessGivenUp(async () => {
    const { startRegistration } = await import('@simplewebauthn/browser');
    const made = await startRegistration({ optionsJSON: options as never });
    const { clientDataJSON, attestationObject, transports } = made.response;
    return { ...partsOf(made), response: { clientDataJSON, attestationObject, ...(transports ? { transports: [...transports] } : {}) } };
  });
}

/** Asks the browser for a passkey of this place; undefined when somebody closed the question. */
export function showPasskey(options: object): Promise<Shown | undefined> {
  return unlessGivenUp(async () => {
    const { startAuthentication } = await import('@simplewebauthn/browser');
    const shown = await startAuthentication({ optionsJSON: options as never });
    const { clientDataJSON, authenticatorData, signature, userHandle } = shown.response;
    return { ...partsOf(shown), response: { clientDataJSON, authenticatorData, signature, userHandle: userHandle ?? null } };
  });
}

const partsOf = ({ id, rawId, authenticatorAttachment }: { id: string; rawId: string; authenticatorAttachment?: string }) => ({
  id,
  rawId,
  type: 'public-key' as const,
  clientExtensionResults: {},
  authenticatorAttachment: authenticatorAttachment ?? null,
});

async function unlessGivenUp<Credential>(ask: () => Promise<Credential>): Promise<Credential | undefined> {
  try {
    return await ask();
  } catch (thrown) {
    if (isGivenUp(thrown)) return undefined;
    throw thrown;
  }
}
