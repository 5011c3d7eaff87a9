import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, inject, isDevMode, provideAppInitializer, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { answeredAhead, readingProblems } from '@lotse/client-kit/api';
import { Language, languages, PageArrivals, Texts } from '@lotse/client-kit/ui';
import { CurrentSession, KeptPreferences } from '@lotse/identity/client';
import { routes } from './app.routes';
import { FrameTexts } from './frame-texts';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    // Pages carry no <base>, which the policy of our pages forbids.
    { provide: APP_BASE_HREF, useValue: '/' },
    provideHttpClient(withInterceptors([readingProblems, answeredAhead])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideTransloco({
      config: { availableLangs: [...languages], defaultLang: 'de', reRenderOnLangChange: true, prodMode: !isDevMode() },
      loader: FrameTexts,
    }),
    provideAppInitializer(async () => {
      inject(PageArrivals);
      inject(KeptPreferences);
      const [texts, language, session] = [inject(Texts), inject(Language), inject(CurrentSession)];
      await Promise.all([texts.use(language.current()), session.restore()]);
    }),
  ],
};
