import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = process.cwd();
const atMost = 60_000;

const files: Record<string, string> = {
  'angular.json': JSON.stringify({
    version: 1,
    projects: {
      empty: {
        projectType: 'application',
        root: '',
        architect: {
          build: {
            builder: '@angular/build:application',
            options: { browser: 'src/main.ts', index: 'src/index.html', tsConfig: 'tsconfig.json', outputPath: 'built' },
          },
        },
      },
    },
    cli: { analytics: false, cache: { enabled: false } },
  }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'es2022',
      module: 'preserve',
      moduleResolution: 'bundler',
      strict: true,
      experimentalDecorators: true,
      skipLibCheck: true,
      types: [],
    },
    files: ['src/main.ts'],
  }),
  'src/index.html':
    '<!doctype html><html lang="en"><head><base href="/"><title>Empty</title></head><body><app-root></app-root></body></html>',
  // What `ng new` makes, without its placeholder page.
  'src/main.ts': `
import { ApplicationConfig, Component, provideBrowserGlobalErrorListeners, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, RouterOutlet } from '@angular/router';

@Component({ selector: 'app-root', imports: [RouterOutlet], template: '<h1>Hello, {{ title() }}</h1><router-outlet />' })
class App {
  protected readonly title = signal('empty');
}

const config: ApplicationConfig = { providers: [provideBrowserGlobalErrorListeners(), provideRouter([])] };
bootstrapApplication(App, config).catch((error) => console.error(error));
`,
};

/** Builds what `ng new` makes with the Angular of this project, once a version. Answers where it is, or undefined when that fails. */
export function emptyApplication(): string | undefined {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@angular/core/package.json'), 'utf8')) as { version: string };
  const directory = join(root, 'dist/empty-angular', version);
  const built = join(directory, 'built/browser');
  if (existsSync(join(built, 'index.html'))) return built;
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), content);
  }
  const ran = spawnSync(process.execPath, [join(root, 'node_modules/@angular/cli/bin/ng.js'), 'build', 'empty'], {
    cwd: directory,
    timeout: atMost,
    encoding: 'utf8',
    env: { ...process.env, NG_CLI_ANALYTICS: 'false' },
  });
  if (ran.status === 0) return built;
  console.error(`  The empty application could not be built: ${(ran.stderr || ran.stdout || String(ran.error)).trim().slice(-600)}`);
  return undefined;
}
