import { chaserWays, deathSources, dispositions, referralLifecycle, riskAssessments, waysForward } from '@lotse/referral/model';
import { releaseFormSchema } from '@lotse/people/model';
import { urgencies } from '@lotse/region/model';
import { readFileSync } from 'node:fs';
import { inboxGroups, sentGroups } from '../words/state-groups';

type Tree = { readonly [key: string]: string | Tree };
const read = (language: string): Tree =>
  JSON.parse(readFileSync(`${process.cwd()}/libs/referral/client/src/texts/${language}.json`, 'utf8')) as Tree;
const keysOf = (tree: Tree, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`)));
const has = (tree: Tree, group: string, names: readonly string[]) =>
  expect(Object.keys(tree[group] as Tree)).toEqual(expect.arrayContaining([...names]));

describe.each(['de', 'en'])('the words in %s', (language) => {
  const texts = read(language);

  it('name every state, and what comes next in it', () => {
    has(texts, 'state', referralLifecycle.states);
    has(texts, 'next', referralLifecycle.states);
  });
  it('name every act in the history', () => has(texts, 'step', ['create', ...referralLifecycle.acts]));
  it('name every urgency and say what it means', () => {
    has(texts, 'urgency', urgencies);
    has(texts, 'urgencyMeans', urgencies);
  });
  it('name every reason and form', () => {
    has(texts, 'choice', [...chaserWays, ...deathSources, ...dispositions, ...riskAssessments, ...waysForward]);
    has(texts, 'releaseForm', releaseFormSchema.options);
  });
  it('name every group of states', () => {
    has(
      texts['group'] as Tree,
      'inbox',
      inboxGroups.map(({ key }) => key),
    );
    has(
      texts['group'] as Tree,
      'sent',
      sentGroups.map(({ key }) => key),
    );
  });
});

it('has the same keys in both languages', () => expect(keysOf(read('en')).sort()).toEqual(keysOf(read('de')).sort()));
