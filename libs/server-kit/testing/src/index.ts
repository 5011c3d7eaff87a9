export { birthDates } from './birth-dates';
export { mailCatcher, type MailCatcher } from './mail-catcher';
export { addStaff, testCounty, testRegionSettings, type TestCounty, type TestStaff } from './test-county';
export { testDatabase, type TestDatabase } from './test-database';
export { startTestServer, type CallArguments, type Called, type Caller, type TestServer } from './test-server';
export { readPdf, type ReadPdf } from './read-pdf';
