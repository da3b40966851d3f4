import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { layerProblems } from '../../../build/layers.ts'
import { reservedProblems } from '../../../build/reserved.ts'

const root = join(import.meta.dirname, '../../..')

test('the sources keep to the layers', () => {
  const { stderr, status } = spawnSync(process.execPath, [join(root, 'build/layers.ts')], { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

describe('a file may not import', () => {
  test.each([
    // The two sides, and what runs anywhere.
    ['renderer/ui/x.ts', '../../electron/services/papers.ts'],
    ['renderer/backend/x.ts', 'electron'],
    ['renderer/meetings/x.tsx', 'node:fs'],
    ['renderer/meetings/x.tsx', 'fs'],
    ['renderer/editor/x.ts', 'better-sqlite3'],
    ['electron/services/x.ts', '../../renderer/ui/store.ts'],
    ['electron/main.ts', '../renderer/main.tsx'],
    ['electron/shell/x.ts', 'react'],
    ['shared/model/x.ts', '../../electron/page/page-files.ts'],
    ['shared/checks/x.ts', '../../renderer/text/x.ts'],
    ['shared/text/x.ts', 'node:fs'],
    ['shared/text/x.ts', 'zod'],
    // Inside shared.
    ['shared/text/x.ts', '../model/kinds.ts'],
    ['shared/model/x.ts', '../contract/data.ts'],
    ['shared/contract/x.ts', '../checks/types.ts'],
    ['shared/packs/x.ts', '../checks/checker.ts'],
    ['shared/merge/x.ts', '../contract/data.ts'],
    ['shared/model/x.ts', 'diff'],
    // Inside electron.
    ['electron/services/x.ts', 'electron'],
    ['electron/services/x.ts', 'better-sqlite3'],
    ['electron/services/x.ts', '../loopback/server.ts'],
    ['electron/services/x.ts', '../shell/ipc.ts'],
    ['electron/services/x.ts', '../main.ts'],
    ['electron/store/x.ts', '../services/papers.ts'],
    ['electron/transfer/x.ts', '../store/library.ts'],
    ['electron/transfer/x.ts', '../services/papers.ts'],
    ['electron/docx/x.ts', 'node:fs'],
    ['electron/docx/x.ts', '../store/library.ts'],
    ['electron/import/x.ts', '../docx/export-docx.ts'],
    ['electron/import/x.ts', 'docx'],
    ['electron/loopback/x.ts', '../shell/protocol.ts'],
    ['electron/loopback/x.ts', 'electron'],
    ['electron/launch/x.ts', '../services/papers.ts'],
    ['electron/launch/x.ts', 'electron'],
    ['electron/page/x.ts', '../services/papers.ts'],
    ['electron/shell/x.ts', '../loopback/server.ts'],
    ['electron/shell/x.ts', '../store/library.ts'],
    ['electron/preload.ts', './shell/ipc.ts'],
    ['electron/node-host.ts', 'electron'],
    ['electron/window-host.ts', 'electron'],
    ['electron/cli.ts', 'electron'],
    // Inside renderer.
    ['renderer/meetings/x.tsx', '../editor/Editor.tsx'],
    ['renderer/meetings/x.tsx', 'prosemirror-view'],
    ['renderer/ui/x.tsx', '../backend/http.ts'],
    ['renderer/backend/x.ts', '../ui/store.ts'],
    ['renderer/text/x.ts', '../ui/store.ts'],
    ['renderer/print/x.tsx', '../workbench/x.tsx'],
  ])('%s: %s', (path, specifier) => {
    expect(layerProblems(path, `import { x } from '${specifier}'`)).toHaveLength(1)
  })

  test('anything from a place that no layer knows', () => {
    expect(layerProblems('tools/x.ts', '')).toHaveLength(1)
  })
})

test.each([
  ['renderer/ui/x.ts', '../text/x.ts'],
  ['renderer/meetings/x.tsx', './y.tsx'],
  ['electron/services/x.ts', '../store/library.ts'],
  ['electron/shell/x.ts', 'electron'],
  ['electron/store/x.ts', 'better-sqlite3'],
  ['electron/main.ts', './shell/window.ts'],
  ['shared/contract/x.ts', '../model/kinds.ts'],
])('%s may import %s', (path, specifier) => {
  expect(layerProblems(path, `import { x } from '${specifier}'`)).toEqual([])
})

test('a name that ends in import is none', () => {
  expect(layerProblems('electron/services/x.ts', `type Names = 'paper.import' | 'paper.get' | 'import' | 'x'`)).toEqual(
    [],
  )
})

test.each([
  `import x from 'electron'`,
  `import type { App } from 'electron'`,
  `import * as x from "electron"`,
  `import 'electron'`,
  `import'electron'`,
  `import {\n  app,\n  dialog,\n} from 'electron'`,
  `import { app } from\n  'electron'`,
  `export { app } from 'electron'`,
  `export * from 'electron'`,
  `const { app } = await import('electron')`,
  `await import( /* webpackIgnore */ 'electron')`,
  `type App = import('electron').App`,
  `const electron = require('electron')`,
  `createRequire(import.meta.url)('electron'); require("electron")`,
  `import.meta.resolve('electron')`,
  'await import(`electron`)',
  `await import('elec' + 'tron')`,
  `await import(name)`,
  `import x from 'electron/main'`,
])('the rule sees %j', (source) => {
  expect(layerProblems('electron/services/x.ts', source)).toHaveLength(1)
})

describe('only one place may use', () => {
  test.each([
    ['electron/shell/window.ts', `ipcMain.handle('x', f)`],
    ['electron/main.ts', `ipcMain['on']('x', f)`],
    ['renderer/backend/ipc.ts', `ipcRenderer.send('x')`],
    ['renderer/meetings/x.ts', `await fetch('/api/call')`],
    ['renderer/meetings/x.ts', `window.fetch.bind(window)`],
    ['electron/services/x.ts', `await fetch('http://example.org')`],
    ['renderer/backend/x.ts', `new WebSocket('ws://x')`],
    ['renderer/app/x.ts', `navigator.sendBeacon('/x')`],
    ['electron/services/x.ts', `import { request } from 'node:https'`],
    ['electron/shell/x.ts', `import { connect } from "net"`],
    ['electron/main.ts', `shell.openExternal(url)`],
    ['renderer/editor/x.tsx', `<p dangerouslySetInnerHTML={{ __html: x }} />`],
    ['renderer/editor/x.ts', `element.innerHTML = text`],
    ['shared/packs/x.ts', `new Function('return 1')`],
    ['shared/packs/x.ts', `eval(text)`],
  ])('not %s: %s', (path, source) => {
    expect(reservedProblems(path, source)).toHaveLength(1)
  })

  test.each([
    ['electron/shell/ipc.ts', `ipcMain.handle('x', f)`],
    ['electron/preload.ts', `ipcRenderer.invoke('x')`],
    ['renderer/backend/http.ts', `await fetch('/api/call')`],
    ['electron/loopback/server.ts', `import { createServer } from 'node:http'`],
    ['electron/main.ts', `bindIpc(ipcMain, dispatch)`],
    ['shared/model/x.ts', `// innerHTML = is never used; nor eval( or fetch(\n/* ipcRenderer */`],
    ['renderer/editor/x.ts', `if (element.innerHTML === '') prefetch(x)`],
  ])('but %s: %s', (path, source) => {
    expect(reservedProblems(path, source)).toEqual([])
  })

  test('and an address in a text does not hide what follows it', () => {
    expect(reservedProblems('shared/x.ts', `const a = 'http://x'; eval('1')`)).toHaveLength(1)
  })
})
