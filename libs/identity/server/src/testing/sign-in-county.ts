import { addStaff, startTestServer, testCounty, testDatabase } from '@lotse/server-kit/testing';
import type { TestCounty, TestDatabase, TestServer, TestStaff } from '@lotse/server-kit/testing';
import { IdentityModule } from '../identity.module';
import { hashPassword } from '../sign-in/password';

/** The password of every newcomer. */
export const password = 'ein langes Kennwort';

/** A county with nothing but identity in it, where people sign in. */
export interface SignInCounty {
  database: TestDatabase;
  county: TestCounty;
  server: TestServer;
  /** Somebody with a password and no second factor, of the practice unless another organisation is named. */
  newcomer(organisationId?: string): Promise<TestStaff>;
}

export async function signInCounty(): Promise<SignInCounty> {
  const database = await testDatabase();
  const county = await testCounty(database);
  const passwordHash = await hashPassword(password);
  const server = await startTestServer(database, [IdentityModule]);
  const newcomer = async (organisationId = county.practice): Promise<TestStaff> => {
    const staff = await addStaff(database, organisationId, ['referrer']);
    await database.query('update staff set password_hash = $2 where id = $1', [staff.id, passwordHash]);
    return staff;
  };
  return { database, county, server, newcomer };
}

/** The token of the session that an answer has opened. */
export const tokenOf = (headers: Record<string, unknown>): string => String(headers['set-cookie']).split(/[=;]/)[1]!;
