import * as z from 'zod';
import { endpoint, pathOf } from './endpoint';
import { permissions } from './permission';

const permitted = permissions('door', 'open');

describe('endpoint', () => {
  it('does not compile without a permission, or with one that nobody declared', () => {
    // @ts-expect-error a contract needs `may`
    endpoint({ method: 'GET', path: 'doors', summary: '', response: z.any() });
    // @ts-expect-error a text is no permission
    endpoint({ method: 'GET', path: 'doors', summary: '', may: 'door.open', response: z.any() });
    // @ts-expect-error not declared
    endpoint({ method: 'GET', path: 'doors', summary: '', may: permitted.close, response: z.any() });
    expect(permitted.open).toBe('door.open');
  });

  it('fills parameters into the path, and keeps the public ones outside /api', () => {
    const open = endpoint({ method: 'POST', path: 'doors/:id/open', summary: '', may: permitted.open, response: z.any() });
    expect(pathOf(open, { id: 'a b' })).toBe('/api/doors/a%20b/open');
    expect(pathOf(endpoint({ ...open, path: 'public/doors' }))).toBe('/public/doors');
  });
});
