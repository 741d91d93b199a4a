import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Tests neither use nor fill the cache of the user who runs them.
    env: { DRAMATIS_CACHE: join(tmpdir(), `dramatis-tests-${process.pid}`) },
  },
});
