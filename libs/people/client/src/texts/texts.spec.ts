import { readFileSync } from 'node:fs';
import {
  dataPartSchema,
  releaseDirectionSchema,
  releaseFormSchema,
  representativeKindSchema,
  revocationEffectKindSchema,
} from '@lotse/people/model';

type Group = Record<string, unknown>;

describe.each(['de', 'en'])('the words in %s', (language) => {
  const texts = JSON.parse(readFileSync(`${process.cwd()}/libs/people/client/src/texts/${language}.json`, 'utf8')) as Record<string, Group>;

  it.each<[string, readonly string[]]>([
    ['dataPart', dataPartSchema.options],
    ['dataPartHint', dataPartSchema.options],
    ['direction', releaseDirectionSchema.options],
    ['releaseForm', releaseFormSchema.options],
    ['representative', representativeKindSchema.options],
    ['effect', revocationEffectKindSchema.options],
  ])('name every %s', (group, names) => {
    expect(Object.keys(texts[group]!)).toEqual(expect.arrayContaining([...names]));
  });
});
