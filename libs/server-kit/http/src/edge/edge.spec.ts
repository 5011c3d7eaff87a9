import { readSettings } from '@lotse/server-kit/settings';
import { serverOptions } from './edge';

describe('who says where a caller is', () => {
  const trusts = (hops: string, hop: number) =>
    serverOptions(readSettings({ NODE_ENV: 'test', DATABASE_URL: 'postgres://x/y', PROXY_HOPS: hops })).trustProxy('192.0.2.1', hop);

  // @req ASVS 5.0.0-15.3.4
  it('is as many proxies as the installation has, and nobody before them', () => {
    expect([trusts('0', 0), trusts('1', 0), trusts('1', 1), trusts('2', 1)]).toEqual([false, true, false, true]);
  });
});
