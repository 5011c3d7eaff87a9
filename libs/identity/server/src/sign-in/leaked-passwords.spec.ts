import { isLeaked } from './leaked-passwords';

describe('passwords that were stolen elsewhere', () => {
  // @req ASVS 5.0.0-6.2.4, 5.0.0-6.2.12
  it.each([
    '1qaz2wsx3edc4rfv',
    'Chickenwing101',
    'Finalfantasy',
    'sunshine123456!',
    '2026-Dragon-2026',
    'dragondragon',
    'ShadowShadow99',
    '112233445566',
  ])('%s is known, as it stands or dressed up', async (password) => expect(await isLeaked(password)).toBe(true));

  it.each(['blaue Türen im Regen', 'vK9-pzt-Lw4-qh', 'korrekt pferd batterie', 'shadow dragon im Schnee'])('%s is not', async (password) =>
    expect(await isLeaked(password)).toBe(false),
  );
});
