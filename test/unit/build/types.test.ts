import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huibei-types-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Compiles planted files with a layer's own settings, and names those that were refused. */
function refused(layer: string, files: Record<string, string>): string[] {
  const place = join(folder, layer)
  mkdirSync(place, { recursive: true })
  for (const [name, source] of Object.entries(files)) writeFileSync(join(place, name), `${source}\nexport {}\n`)
  writeFileSync(
    join(place, 'tsconfig.json'),
    JSON.stringify({
      extends: join(root, layer, 'tsconfig.json'),
      compilerOptions: { incremental: false, tsBuildInfoFile: null, composite: false },
      include: ['.'],
    }),
  )
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', place, '--pretty', 'false'],
    {
      encoding: 'utf8',
      cwd: folder,
    },
  )
  return Object.keys(files).filter((name) => stdout.includes(`${name}(`))
}

const DOM = `document.title = 'x'`
const WINDOW = `window.alert('x')`
const NODE = `process.exit()`
const MODULE = `import { readFileSync } from 'node:fs'\nreadFileSync('x')`
const PLAIN = `const text: string = 'x'\ntext.trim()`

describe('a layer is not given the types of what it must not see', () => {
  test('electron has Node and no page', () => {
    const files = { 'dom.ts': DOM, 'window.ts': WINDOW, 'node.ts': NODE, 'module.ts': MODULE, 'plain.ts': PLAIN }
    expect(refused('electron', files)).toEqual(['dom.ts', 'window.ts'])
  })
  test('renderer has a page and no Node', () => {
    const files = { 'dom.ts': DOM, 'window.ts': WINDOW, 'node.ts': NODE, 'module.ts': MODULE, 'plain.ts': PLAIN }
    expect(refused('renderer', files)).toEqual(['node.ts', 'module.ts'])
  })
  test('shared has neither', () => {
    const files = { 'dom.ts': DOM, 'window.ts': WINDOW, 'node.ts': NODE, 'module.ts': MODULE, 'plain.ts': PLAIN }
    expect(refused('shared', files)).toEqual(['dom.ts', 'window.ts', 'node.ts', 'module.ts'])
  })
})
