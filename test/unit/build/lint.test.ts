import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const using = (specifier: string) => `import { x } from '${specifier}'\n\nexport const y = x\n`

const FORBIDDEN: [path: string, source: string, why: string][] = [
  ['renderer/ui/host.ts', using('../../electron/services/papers.ts'), 'runs in a browser'],
  ['renderer/ui/node.ts', using('node:fs'), 'runs in a browser'],
  ['renderer/ui/electron.ts', using('electron'), 'runs in a browser'],
  ['renderer/ui/dynamic.ts', `export const load = () => import('electron')\n`, 'runs in a browser'],
  ['renderer/ui/exported.ts', `export * from 'electron'\n`, 'runs in a browser'],
  ['shared/model/host.ts', using('../../electron/store/library.ts'), 'shared/ runs anywhere'],
  ['shared/model/node.ts', using('node:fs'), 'shared/ runs anywhere'],
  ['electron/services/screen.ts', using('../../renderer/ui/store.ts'), 'knows nothing of the screen'],
  ['electron/services/electron.ts', using('electron'), 'may import electron'],
  ['electron/services/database.ts', using('better-sqlite3'), 'may open a database'],
  ['electron/shell/database.ts', using('better-sqlite3'), 'may open a database'],
  ['electron/store/electron.ts', using('electron'), 'may import electron'],
]
const PERMITTED: [path: string, source: string][] = [
  ['electron/shell/permitted.ts', using('electron')],
  ['electron/store/permitted.ts', using('better-sqlite3')],
  ['electron/services/permitted.ts', using('../../shared/model/kinds.ts')],
  ['renderer/ui/permitted.ts', using('../../shared/model/kinds.ts')],
]

let folder = ''
let report = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huibei-lint-'))
  for (const [path, source] of [...FORBIDDEN, ...PERMITTED]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), source)
  }
  mkdirSync(join(folder, 'build'))
  copyFileSync(join(root, 'build/lint.json'), join(folder, 'build/lint.json'))
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = ['lint', '--config-path=build/lint.json', '--colors=off', '--max-diagnostics=none', '.']
  const { stdout, stderr } = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8' })
  report = stdout + stderr
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What the linter says about imports of a file. */
const said = (path: string): string | undefined =>
  new RegExp(`^${path}:\\S+ lint/style/noRestrictedImports[^×]*× (.*)$`, 'm').exec(report)?.[1]

test.each(FORBIDDEN)('the editor shows at %s why %j is out of bounds', (path, _source, why) => {
  expect(said(path)).toContain(why)
})

test.each(PERMITTED)('%s may hold %j', (path) => {
  expect(said(path)).toBeUndefined()
})
