import { ownCookie, valueOfOwn, withoutPlainCookies } from './own-cookie';
import { sessionCookie, tokenFrom } from './session-cookie';

describe("the session's cookie", () => {
  // @req ASVS 5.0.0-3.3.1, 5.0.0-3.3.2, 5.0.0-3.3.3, 5.0.0-3.3.4
  it('over https has a name that browsers take for this very host only, and no script reads it', () => {
    const cookie = sessionCookie('abc', { secure: true, maxAgeSeconds: 60 });
    expect(cookie).toBe('__Host-lotse_session=abc; Path=/; HttpOnly; SameSite=Strict; Max-Age=60; Secure');
    expect(tokenFrom(cookie)).toBe('abc');
    expect(tokenFrom(sessionCookie('abc', { secure: false, maxAgeSeconds: 60 }))).toBe('abc');
  });

  it('one that a neighbour planted beside it counts for nothing', () => {
    expect(tokenFrom('lotse_session=planted; __Host-lotse_session=own')).toBe('own');
    expect(tokenFrom(withoutPlainCookies('a=1; lotse_session=planted'))).toBeUndefined();
    expect(tokenFrom(withoutPlainCookies('lotse_session=planted;__Host-lotse_session=own'))).toBe('own');
    expect([tokenFrom(undefined), tokenFrom(''), tokenFrom('xlotse_session=a'), tokenFrom('lotse_session=')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('the others of ours are named the same way, and count for nothing when a neighbour planted them', () => {
    const cookie = ownCookie('lotse_device', 'abc', { secure: true, maxAgeSeconds: 60 });
    expect(cookie).toBe('__Host-lotse_device=abc; Path=/; HttpOnly; SameSite=Strict; Max-Age=60; Secure');
    expect(valueOfOwn('lotse_device', `lotse_device=planted; ${cookie}`)).toBe('abc');
    expect(valueOfOwn('lotse_device', withoutPlainCookies('a=1; lotse_device=planted'))).toBeUndefined();
    expect(ownCookie('lotse_sign_on', 'k', { secure: false, maxAgeSeconds: 5, sameSite: 'Lax' })).toBe(
      'lotse_sign_on=k; Path=/; HttpOnly; SameSite=Lax; Max-Age=5',
    );
  });
});
