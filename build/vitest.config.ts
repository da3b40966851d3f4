import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const project = (name: string, timeout: number, parallel: boolean) => ({
  test: {
    name,
    root: join(import.meta.dirname, '..'),
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    testTimeout: timeout,
    hookTimeout: timeout,
    fileParallelism: parallel,
    // What a page shows comes when it comes: a slow machine must not turn that into a fault.
    expect: { poll: { timeout: 15_000 } },
  },
})

export default defineConfig({
  test: {
    reporters: ['default', join(import.meta.dirname, 'vitest-summary.ts')],
    projects: [
      project('unit', 60_000, true),
      project('contract', 60_000, true),
      project('crash', 120_000, false),
      project('e2e', 180_000, false),
      project('electron', 120_000, false),
    ],
  },
})
