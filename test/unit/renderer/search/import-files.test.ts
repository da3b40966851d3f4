import { expect, test } from 'vitest'
import { type ImportState, importFiles, readableFiles } from '../../../../renderer/search/import-files.ts'
import type { Backend } from '../../../../shared/contract/backend.ts'
import { Failure } from '../../../../shared/contract/failures.ts'

/** Takes every text once; a name with 坏 cannot be read. */
function fakeBackend(): Backend {
  const known = new Set<string>()
  return {
    on: () => () => undefined,
    call: (async (_name: string, { fileName, bytes }: { fileName: string; bytes: string }) => {
      if (fileName.includes('坏')) throw new Failure('unreadable-file', '文件是空的。')
      const state = known.has(bytes) ? 'known' : 'added'
      known.add(bytes)
      return { state, document: {}, notes: [] }
    }) as unknown as Backend['call'],
  }
}

const file = (name: string, text: string) => new File([text], name)

test('a folder is taken in: what is new, what is known, what failed', async () => {
  const files = [file('一.docx', '甲'), file('二.docx', '甲'), file('坏.docx', '乙'), file('三.txt', '丙')]
  const told: ImportState[] = []
  const last = await importFiles(fakeBackend(), files, new AbortController().signal, (state) => told.push(state))
  expect(last).toMatchObject({ done: 4, total: 4, added: 2, known: 1 })
  expect(last.failed.map(({ fileName }) => fileName)).toEqual(['坏.docx'])
  expect(told.map(({ done }) => done)).toEqual([1, 2, 3, 4])
})

test('a cancel stops behind the file at hand, and keeps what is in', async () => {
  const control = new AbortController()
  const files = ['甲', '乙', '丙'].map((text) => file(`${text}.txt`, text))
  const last = await importFiles(fakeBackend(), files, control.signal, () => control.abort())
  expect(last).toMatchObject({ done: 1, total: 3, added: 1 })
})

test('of a folder only papers are read', () => {
  const names = ['一.docx', '~$一.docx', '图.png', '.隐藏.txt', '二.WPS', '三.odt', '清单.xlsx']
  expect(readableFiles(names.map((name) => file(name, ''))).map(({ name }) => name)).toEqual([
    '一.docx',
    '二.WPS',
    '三.odt',
  ])
})
