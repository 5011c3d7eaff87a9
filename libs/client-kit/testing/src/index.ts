export { provideTestKit } from './provide-test-kit';
