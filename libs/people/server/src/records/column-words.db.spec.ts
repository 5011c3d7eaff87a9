import { testDatabase } from '@lotse/server-kit/testing';
import { columnWords } from './column-words.data';
import { technical } from './everything-document';
import { words } from './words.data';

describe('the copy of everything in words', () => {
  it('every column of every table in it has a name, or says nothing about anybody', async () => {
    const database = await testDatabase();
    const rows = await database.query<{ column: string }>(
      `select table_name || '.' || column_name as column from information_schema.columns
       where table_schema = 'public' and table_name = any ($1) and data_type <> 'uuid' order by 1`,
      [Object.keys(words.de.parts)],
    );
    await database.drop();
    const nameOf = (column: string) => column.split('.')[1]!;
    expect(rows.length).toBeGreaterThan(300);
    expect(rows.map(({ column }) => column).filter((column) => !(nameOf(column) in columnWords) && !technical.has(nameOf(column)))).toEqual(
      [],
    );
  });

  it('every table has a title in both languages', () => {
    expect(Object.keys(words.en.parts)).toEqual(Object.keys(words.de.parts));
  });
});
