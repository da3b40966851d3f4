import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isOwnFile, readOpenedFile } from '../../../../electron/launch/opened-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huibei-opened-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a file is read whole, and named without its folder', () => {
  const path = join(folder, '柳溪镇反馈会议.huibei')
  writeFileSync(path, 'meeting')
  expect(readOpenedFile(path)).toEqual({
    fileName: '柳溪镇反馈会议.huibei',
    bytes: Buffer.from('meeting'),
  })
})

test('what cannot be read is said in Chinese', () => {
  expect(readOpenedFile(join(folder, '没有.huibei'))).toMatch(/^找不到“没有.huibei”/)
  mkdirSync(join(folder, '夹.huibei'))
  expect(readOpenedFile(join(folder, '夹.huibei'))).toMatch(/“夹.huibei”读不出来/)
  const large = join(folder, '大.huibei')
  writeFileSync(large, '')
  truncateSync(large, 45_000_001)
  expect(readOpenedFile(large)).toMatch(/“大.huibei”太大（45 MB）/)
})

test('switches and other files are none of ours', () => {
  expect(['会议.huibei', '/a/B.HUIBEI', '--data-dir=x.huibei', 'a.docx', '.'].filter(isOwnFile)).toEqual([
    '会议.huibei',
    '/a/B.HUIBEI',
  ])
})
