import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** What a run came to, for build/test.ts. */
export interface TestSummary {
  passed: number
  failed: number
  /** Names of skipped tests by vitest project, with the reason where one was given. */
  skipped: { project: string; name: string; reason: string }[]
}

/** Writes a {@link TestSummary} as JSON to the file named by HUIBEI_TEST_SUMMARY. */
export class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const file = process.env.HUIBEI_TEST_SUMMARY
    if (!file) return
    const summary: TestSummary = { passed: 0, failed: unhandled.length, skipped: [] }
    for (const module of modules) {
      if (module.errors().length > 0) summary.failed += 1
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') summary.passed += 1
        else if (result.state === 'skipped')
          summary.skipped.push({ project: module.project.name, name: test.fullName, reason: result.note ?? '' })
        else summary.failed += 1
      }
      for (const suite of module.children.allSuites()) if (suite.errors().length > 0) summary.failed += 1
    }
    writeFileSync(file, JSON.stringify(summary))
  }
}

export default SummaryReporter
