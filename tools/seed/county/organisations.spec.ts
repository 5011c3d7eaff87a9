import { isValidBsnr, isValidIk, isValidLanr } from '@lotse/kernel';
import { grants } from '@lotse/identity/model';
import { intakeAt, organisations } from './organisations';
import { services } from './services';

describe('invented organisations', () => {
  it('have numbers whose check digits fit', () => {
    expect(organisations.flatMap(({ ik }) => (ik ? [ik] : [])).filter((ik) => !isValidIk(ik))).toEqual([]);
    expect(organisations.flatMap(({ bsnr }) => (bsnr ? [bsnr] : [])).filter((bsnr) => !isValidBsnr(bsnr))).toEqual([]);
    expect(
      organisations.flatMap(({ staff }) => staff.flatMap(({ lanr }) => (lanr ? [lanr] : []))).filter((lanr) => !isValidLanr(lanr)),
    ).toEqual([]);
  });

  it('have phone numbers that are given to nobody', () => {
    expect(organisations.filter(({ phone }) => !/^07\d{3} 000 \d{3}$/.test(phone))).toEqual([]);
  });

  it('have somebody for every service that takes referrals', () => {
    const receiving = services.filter(({ acceptsReferrals }) => acceptsReferrals);
    expect(receiving.map(({ organisation }) => intakeAt(organisation))).not.toContain(undefined);
    expect(grants['referral.accept']).toContain('intake');
  });

  it('offer help of every kind, some of it not confirmed for more than 90 days', () => {
    const loerrach = services.filter(({ organisation }) => organisations.find(({ key }) => key === organisation)!.region === '08336');
    expect(loerrach.length).toBeGreaterThanOrEqual(18);
    expect(services.length - loerrach.length).toBeGreaterThanOrEqual(6);
    expect(new Set(loerrach.map(({ category }) => category)).size).toBe(8);
    expect(loerrach.filter(({ confirmedDaysAgo }) => confirmedDaysAgo > 90).length).toBeGreaterThan(2);
  });
});
