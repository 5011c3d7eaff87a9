import type { Page } from '@playwright/test';
import type { DemoLogin, Rows } from './story';

/** Something that opens above or inside a page, and how somebody opens it. */
export interface Opening {
  readonly login: DemoLogin;
  readonly path: string;
  open(page: Page, rows: Rows): Promise<unknown>;
  /** What has to be there for it, and is taken away again. */
  readonly before?: string;
  readonly after?: string;
  /** What the page may say of it to whoever develops it. */
  readonly refused?: RegExp;
}
