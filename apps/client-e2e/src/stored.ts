import type { Page } from '@playwright/test';

/** Everything this browser stores for the page, as whoever steals the computer would read it. */
export const stored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const open = (name: string) =>
      new Promise<IDBDatabase>((opened, failed) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => opened(request.result);
        request.onerror = () => failed(request.error);
      });
    const rowsOf = (database: IDBDatabase, store: string) =>
      new Promise<unknown[]>((read, failed) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => read(request.result as unknown[]);
        request.onerror = () => failed(request.error);
      });
    const asText = (value: unknown): string =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? [new TextDecoder('latin1'), new TextDecoder()].map((decoder) => decoder.decode(value)).join()
        : typeof value === 'object' && value !== null
          ? Object.values(value).map(asText).join()
          : String(value);
    const found: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const { name } of await indexedDB.databases()) {
      const database = await open(name!);
      for (const store of database.objectStoreNames) found.push(...(await rowsOf(database, store)).map((row) => `${name} ${asText(row)}`));
      database.close();
    }
    return found.join('\n');
  });
