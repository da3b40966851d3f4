import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeFileAtomically } from '../../../../electron/services/atomic-write.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huibei-write-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('an older file is replaced by another one, not written over', async () => {
  const path = join(folder, 'a.docx')
  writeFileSync(path, 'older')
  const before = statSync(path).ino
  await writeFileAtomically(path, Buffer.from('newer'))
  expect(readFileSync(path, 'utf8')).toBe('newer')
  expect(statSync(path).ino).not.toBe(before)
  expect(readdirSync(folder)).toEqual(['a.docx'])
})

test('when it cannot take the place, what stood there stays, and nothing is left beside it', async () => {
  mkdirSync(join(folder, 'a.docx/inside'), { recursive: true })
  await expect(writeFileAtomically(join(folder, 'a.docx'), Buffer.from('x'))).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(['a.docx'])
})

test('a missing folder is a failure of the contract', async () => {
  await expect(writeFileAtomically(join(folder, 'gone/a'), Buffer.from('x'))).rejects.toMatchObject({
    code: 'folder-missing',
  })
})

test('a folder without the right to write is a failure of the contract', async () => {
  // The kernel's own folder refuses even root.
  await expect(writeFileAtomically('/sys/kernel/a', Buffer.from('x'))).rejects.toMatchObject({ code: 'read-only' })
})
