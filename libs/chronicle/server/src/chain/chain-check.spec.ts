import { ChainCheck, type Outcome } from './chain-check';
import { chain, mutations, numbersFrom, wholeChain, type Whole } from './mutations.fixture';
import { newKeyPem, SealKey } from './seal';

const key = SealKey.fromPem(newKeyPem());
const whole = wholeChain(key, 80);

function check({ records, witness }: Whole, keys = [key.publicKey]): Outcome {
  const found = new ChainCheck(chain, keys);
  for (const record of records) found.take(record);
  return found.finish(witness);
}

describe('a chain', () => {
  it('that nobody touched is intact', () => {
    expect(check(whole)).toMatchObject({ lines: 80, seals: 8, loose: 3, findings: [] });
  });

  it('is worth nothing without the key that sealed it', () => {
    expect(check(whole, [SealKey.fromPem(newKeyPem()).publicKey]).findings[0]).toMatchObject({ kind: 'seal', position: 1 });
  });

  it('whose end was cut off at a seal looks whole, and only the witness knows', () => {
    const records = whole.records.slice(0, whole.records.findIndex((record) => record.type === 'seal' && record.number === 5) + 1);
    expect(check({ records, witness: [] }).findings).toEqual([]);
    expect(check({ records, witness: whole.witness }).findings).toEqual([expect.objectContaining({ kind: 'cut', position: 51 })]);
  });

  it('names the first line that was altered', () => {
    const records = structuredClone(whole.records);
    for (const place of [27, 64]) {
      const link = records.find((record) => record.type === 'link' && record.position === place);
      if (link?.type === 'link') link.line!.verb = 'referral.decline';
    }
    expect(check({ records, witness: whole.witness }).findings[0]).toMatchObject({ kind: 'altered', position: 27, entryId: '27' });
  });
});

describe('S9: 1,000 ways to tamper with the chronicle are all found', () => {
  const kinds = Object.entries(mutations);
  const each = Math.ceil(1000 / kinds.length);

  it.each(kinds)(`somebody %s`, (name, mutate) => {
    const below = numbersFrom(name.length * 7919);
    for (let attempt = 0; attempt < each; attempt++) {
      const records = structuredClone(whole.records);
      mutate(records, below);
      expect([attempt, check({ records, witness: whole.witness }).findings.length > 0]).toEqual([attempt, true]);
    }
  });
});
