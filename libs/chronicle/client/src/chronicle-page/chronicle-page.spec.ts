import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import { ChroniclePage } from './chronicle-page';

const texts = {
  chronicle: {
    subject: { referral: 'Zuweisung' },
    base: { own: 'eigene Unterlagen' },
    result: { refused: 'verweigert' },
    system: 'Lotse',
    nobody: 'nicht angemeldet',
  },
};
const tick = () => new Promise((resolve) => setTimeout(resolve, 20));
const line = {
  id: '2',
  at: '2026-11-22T09:00:00.000Z',
  kind: 'act',
  verb: 'referral.accept',
  subject: 'referral',
  subjectId: null,
  personId: '01890000-0000-7000-8000-0000004f21c0',
  amount: null,
  parts: null,
  basis: 'own',
  result: 'done',
  roles: ['intake'],
  staffId: null,
  staffName: 'Ida Neu',
  isDeputy: false,
  accountName: null,
};

describe('ChroniclePage', () => {
  it('says in words what was done, and names nobody it was done to', async () => {
    TestBed.configureTestingModule({ providers: [provideTestKit(texts)] });
    const fixture = TestBed.createComponent(ChroniclePage);
    fixture.detectChanges();
    await tick();
    const http = TestBed.inject(HttpTestingController);
    const items = [line, { ...line, id: '1', verb: 'referrals/:id', kind: 'look', result: 'refused', basis: null, staffName: null }];
    for (const request of http.match(({ url }) => url === '/api/chronicle')) request.flush({ items, nextCursor: null });
    await tick();
    fixture.detectChanges();
    const rows = [...(fixture.nativeElement as HTMLElement).querySelectorAll('tbody tr')].map((row) =>
      row.textContent!.replace(/\s+/g, ' '),
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('Zuweisung angenommen');
    expect(rows[0]).toContain('P-4F21C0');
    expect(rows[0]).toContain('eigene Unterlagen');
    expect(rows[1]).toContain('Zuweisung angesehen');
    expect(rows[1]).toContain('verweigert');
    expect(rows[1]).toContain('Lotse');
  });
});
