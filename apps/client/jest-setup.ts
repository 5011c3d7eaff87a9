import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless/index.mjs';

setupZonelessTestEnv();

/** No test talks to a server: what goes through Angular is answered by the test, and the sprite of icons never comes. */
class NoServer extends XMLHttpRequest {
  override send(): void {}
}
globalThis.XMLHttpRequest = NoServer;
