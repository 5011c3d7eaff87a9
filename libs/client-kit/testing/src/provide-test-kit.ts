import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { type EnvironmentProviders, inject, provideEnvironmentInitializer, type Provider, Service } from '@angular/core';
import { provideRouter } from '@angular/router';
import { provideTransloco, type Translation, type TranslocoLoader, TranslocoService } from '@jsverse/transloco';
import { readingProblems } from '@lotse/client-kit/api';

@Service()
class NoTexts implements TranslocoLoader {
  getTranslation(): Promise<Translation> {
    return Promise.resolve({});
  }
}

/**
 * What a component of the client needs in a test: a caller whose requests wait in HttpTestingController, a router without routes, and the
 * German texts that are given (`{ kit: { … }, referral: { … } }`); a key without a text shows as the key.
 */
export function provideTestKit(texts: Translation = {}): (Provider | EnvironmentProviders)[] {
  return [
    provideHttpClient(withInterceptors([readingProblems])),
    provideHttpClientTesting(),
    provideRouter([]),
    provideTransloco({
      config: { availableLangs: ['de', 'en'], defaultLang: 'de', missingHandler: { logMissingKey: false } },
      loader: NoTexts,
    }),
    provideEnvironmentInitializer(() => inject(TranslocoService).setTranslation(texts, 'de')),
  ];
}
