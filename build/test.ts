// `npm test`: everything there is to check. Closes with one line: N passed, N failed, N skipped.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { providePackages } from './debian-packages.ts'
import type { TestSummary } from './vitest-summary.ts'

const root = join(import.meta.dirname, '..')
const summaryFolder = mkdtempSync(join(tmpdir(), 'huibei-test-'))
const summaryFile = join(summaryFolder, 'summary.json')
const modules = join(root, 'node_modules')

function run(title: string, script: string, ...args: string[]): boolean {
  console.log(`\n== ${title}`)
  const started = Date.now()
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, HUIBEI_TEST_SUMMARY: summaryFile },
  })
  console.log(`== ${title}: ${status === 0 ? 'passed' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  return status === 0
}

providePackages(console.log)

const steps = [
  run('types', join(modules, 'typescript/bin/tsc'), '-b'),
  run('lint and formatting', join(modules, '@biomejs/biome/bin/biome'), 'ci', '--config-path=build/lint.json', '.'),
  run('layers', join(root, 'build/layers.ts')),
  run('lockfile', join(root, 'build/lockfile.ts')),
  run('build', join(root, 'build/build.ts')),
]
const tests = run('tests', join(modules, 'vitest/vitest.mjs'), 'run', '--config', 'build/vitest.config.ts')

let summary: TestSummary = { passed: 0, failed: 1, skipped: [] }
try {
  summary = JSON.parse(readFileSync(summaryFile, 'utf8'))
} catch {
  console.error('The test run ended without a summary.')
}
rmSync(summaryFolder, { recursive: true, force: true })

const accuracy = run('accuracy', join(root, 'test/accuracy/run.ts'), '--dev')

for (const { project, name, reason } of summary.skipped) console.log(`skipped [${project}] ${name}: ${reason}`)
// In CI everything must run but what needs Electron's own runtime, which is a separate download.
const forbidden = process.env.CI ? summary.skipped.filter(({ project }) => project !== 'electron') : []
for (const { name } of forbidden) console.log(`must not be skipped in CI: ${name}`)

const checks = [...steps, accuracy]
const passed = summary.passed + checks.filter(Boolean).length
const failed =
  summary.failed + checks.filter((ok) => !ok).length + forbidden.length + (!tests && summary.failed === 0 ? 1 : 0)
const skipped = summary.skipped.length - forbidden.length
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1
