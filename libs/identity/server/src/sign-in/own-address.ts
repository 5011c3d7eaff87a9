import type { Settings } from '@lotse/server-kit/settings';

/** Where browsers reach this installation: passkeys and single sign-on are bound to it, whatever a request says about itself. */
export function ownAddress({ PUBLIC_URL, PORT }: Pick<Settings, 'PUBLIC_URL' | 'PORT'>): URL {
  return new URL(PUBLIC_URL ?? `http://localhost:${PORT}`);
}
