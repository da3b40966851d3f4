import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { build, isBuilt, out } from '../../../build/build.ts'

beforeAll(() => {
  if (!isBuilt()) expect(build()).toBe(true)
})

/** Every host that may be named in what is shipped, and why. None of them is ever asked for anything. */
const NAMED: Record<string, string> = {
  '127.0.0.1': 'the loopback host',
  'schemas.openxmlformats.org': 'XML namespaces of Word files',
  'schemas.microsoft.com': 'XML namespaces of Word files',
  'purl.org': 'XML namespaces of Word files',
  'purl.oclc.org': 'XML namespaces of Word files',
  'www.w3.org': 'XML namespaces, SVG, XHTML',
  'json-schema.org': 'names of schema versions in zod',
  'react.dev': 'text of error messages in React',
  'reactjs.org': 'text of error messages in React',
  'developer.mozilla.org': 'text of error messages in React Aria',
  'bugs.webkit.org': 'text of error messages in React Aria',
  'example.com': 'a base to parse addresses with, in libraries',
  'officeopenxml.com': 'comments in docx',
  'c-rex.net': 'comments in docx',
  'www.datypic.com': 'comments in docx',
  'learn.microsoft.com': 'comments in docx',
  'docs.microsoft.com': 'comments in docx',
  'answers.microsoft.com': 'comments in docx',
  'www.ecma-international.org': 'comments in docx',
  'stackoverflow.com': 'comments in docx',
  'prosemirror.net': 'comments in ProseMirror',
  'github.com': 'comments in libraries',
  'www.npmjs.com': 'comments in libraries',
  'zh.wiktionary.org': 'comments in pinyin-pro',
}

test('what is shipped names no host but these', () => {
  const unknown = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:js|cjs|css|html|svg|json)$/.test(entry.name))
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name)
      const hosts = readFileSync(path, 'utf8').matchAll(/\b(?:https?|wss?|ftp):\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi)
      return [...hosts]
        .filter(([, host = '']) => !Object.hasOwn(NAMED, host.toLowerCase()))
        .map(([address]) => `${relative(out, path)}: ${address}`)
    })
  expect(unknown).toEqual([])
})

test('a page that is shipped names none at all but namespaces', () => {
  const page = readFileSync(join(out, 'renderer/index.html'), 'utf8')
  expect(page).not.toMatch(/https?:\/\//)
})
