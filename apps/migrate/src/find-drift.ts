import { SnakeCaseNames } from '@lotse/server-kit/database';
import { DataSource } from 'typeorm';
import { entities } from './entities';

/** What TypeORM would change about constraints and indexes is no drift: those are written in SQL and known only there. */
const writtenInSql = /DROP CONSTRAINT|DROP INDEX|CREATE (UNIQUE )?INDEX|ADD CONSTRAINT|DROP NOT NULL$/;

/** The statements TypeORM would need to make the tables fit the entities: every one is a column that only one of them knows. */
export async function findDrift(url: string): Promise<string[]> {
  const database = await new DataSource({ type: 'postgres', url, entities, namingStrategy: new SnakeCaseNames() }).initialize();
  try {
    const wanted = await database.driver.createSchemaBuilder().log();
    return wanted.upQueries.map(({ query }) => query).filter((query) => !writtenInSql.test(query));
  } finally {
    await database.destroy();
  }
}
