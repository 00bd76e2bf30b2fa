import { defineConfig } from 'vitest/config';

// Two workers: CI machines have two cores, and the scenario tests start the built program as processes of their own.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], maxWorkers: 2, testTimeout: 120_000, hookTimeout: 120_000 },
});
