import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { exportDocx } from '../../../../electron/docx/export-docx.ts'
import { importPaper } from '../../../../electron/import/import-paper.ts'
import { Failure } from '../../../../shared/contract/failures.ts'
import { recognisePaper, sourceLines } from '../../../../shared/model/recognise.ts'
import { defaultSettings } from '../../../../shared/model/settings.ts'
import { makeDocx, p } from '../../../fixtures/import/make-docx.ts'

const TEXT = '在反馈会议上的讲话\r\n同志们：\r\n\r\n　　今天开会，“整改”要快……\r\n'
const PARAGRAPHS = '在反馈会议上的讲话\n同志们：\n今天开会，“整改”要快……'
// 在会上讲话 / 大家好 in GB18030, which Node reads and does not write.
const GB18030 = Buffer.from('d4dabbe1c9cfbdb2bbb00ab4f3bcd2bac3', 'hex')
const big = (text: string) => Buffer.from(text, 'utf16le').swap16()

const failure = async (fileName: string, bytes: Uint8Array): Promise<Failure> => {
  try {
    await importPaper(fileName, bytes)
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('no failure')
}

describe('text files', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16, the other way round', big(`\ufeff${TEXT}`)],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16 without a mark, the other way round', big(TEXT)],
  ])('%s', async (_, bytes) => {
    const { text, doc } = await importPaper('稿子.txt', bytes)
    expect(text).toBe(PARAGRAPHS)
    expect(doc.child(1).type.name).toBe('salutation')
  })

  test('GB18030', async () => {
    expect((await importPaper('稿子.txt', GB18030)).text).toBe('在会上讲话\n大家好')
  })
})

describe('refused, each with a clear word', () => {
  const zip = (parts: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
  const container = (name: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')])
  const docx = makeDocx({ body: p('讲话') })
  const encrypted = Buffer.from(docx)
  for (let at = 0; at < encrypted.length - 4; at++)
    if (encrypted.readUInt32LE(at) === 0x02014b50) encrypted.writeUInt16LE(1, at + 8)
  const withDocument = (document: string) => makeDocx({ body: '', parts: { 'word/document.xml': document } })

  test.each([
    ['nothing', Buffer.alloc(0), 'unreadable-file', '空'],
    ['blanks', Buffer.from(' \n　\n'), 'unreadable-file', '没有文字'],
    ['a program', Buffer.from([...Array(400).keys()].map((index) => (index * 7) % 32)), 'unreadable-file', '编码'],
    ['a spreadsheet', zip({ 'xl/workbook.xml': '<a/>' }), 'unsupported-file', 'Excel'],
    ['slides', zip({ 'ppt/presentation.xml': '<a/>' }), 'unsupported-file', '演示文稿'],
    ['another OpenDocument', zip({ mimetype: 'a', 'content.xml': '<a/>' }), 'unsupported-file', '压缩包'],
    ['some zip', zip({ 'a.txt': 'a' }), 'unsupported-file', '压缩包'],
    ['a broken old Word file', container('WordDocument'), 'unreadable-file', '损坏'],
    ['a file with a password', container('EncryptedPackage'), 'password-protected', '密码'],
    ['a zip with a password', encrypted, 'password-protected', '密码'],
    ['RTF', Buffer.from('{\\rtf1 a}'), 'unsupported-file', 'RTF'],
    ['PDF', Buffer.from('%PDF-1.7'), 'unsupported-file', 'PDF'],
    ['a .docx that is no zip', Buffer.from('讲话'), 'unreadable-file', '损坏'],
    ['half a .docx', docx.subarray(0, docx.length / 2), 'unreadable-file', '损坏'],
    ['a document type', withDocument('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), 'unreadable-file', '损坏'],
    ['broken XML', withDocument('<w:document><w:body><w:p></w:body></w:document>'), 'unreadable-file', '损坏'],
    ['deep XML', withDocument('<w:p>'.repeat(5000) + '</w:p>'.repeat(5000)), 'unreadable-file', '损坏'],
    ['too many bytes', Buffer.alloc(30_000_001, 0x61), 'too-large', '30 MB'],
    ['too many characters', Buffer.alloc(2_500_000, 0x61), 'too-large', '200 万字'],
  ])('%s', async (what, bytes, code, word) => {
    const { code: actual, detail } = await failure(what.includes('.docx') ? '稿子.docx' : '稿子.txt', bytes)
    expect(actual).toBe(code)
    expect(detail).toContain(word)
  })

  test('a zip bomb, even where it lies about its size', async () => {
    const bomb = Buffer.from(makeDocx({ body: '', parts: { 'word/document.xml': new Uint8Array(200_000_000) } }))
    expect((await failure('a.docx', bomb)).code).toBe('too-large')
    for (let at = 0; at < bomb.length - 4; at++)
      if (bomb.readUInt32LE(at) === 0x02014b50) bomb.writeUInt32LE(100, at + 24)
    expect((await failure('a.docx', bomb)).code).toBe('too-large')
  })

  test('XML made to be slow', async () => {
    const slow = [`<a ${'b'.repeat(2_000_000)}>`, `<a ${'b="c" '.repeat(300_000)}>`, `<a>${'&'.repeat(2_000_000)}`]
    for (const xml of slow) {
      const started = performance.now()
      await failure('a.docx', makeDocx({ body: '', parts: { 'word/document.xml': xml } }))
      expect(performance.now() - started).toBeLessThan(3000)
    }
  })
})

test('a text with a damaged byte is read, and says where something is missing', async () => {
  const bytes = Buffer.from('在会上的讲话\n同志们：\n今天召开会议，反馈巡察情况，部署整改工作。\n谢谢大家！')
  const at = bytes.indexOf('巡')
  bytes[at + 1] = 0x41
  const { text, notes } = await importPaper('a.txt', bytes)
  expect(text).toContain('反馈□A□察情况')
  expect(notes).toEqual([expect.stringMatching(/^文件有 2 处损坏/)])
  // Too much of it, and it is no text of ours.
  const noise = Buffer.from(bytes)
  for (let index = 0; index < noise.length; index += 5) noise[index] = 0xff
  expect((await failure('a.txt', noise)).code).toBe('unreadable-file')
})

test('mutated files are read or refused, never more', async () => {
  const { doc } = recognisePaper(sourceLines('在会上的讲话\n同志们：\n一、甲\n一要快。说明。\n谢谢大家！'))
  const own = await exportDocx({
    doc,
    kind: 'speech',
    factText: (key) => ({ text: null, label: key }),
    settings: defaultSettings,
    layout: 'standard',
    title: '',
    author: '',
    date: '2026-11-22',
  })
  const plain = makeDocx({ body: p('讲话') + p('一、甲'), styles: '<w:style w:styleId="1"/>', numbering: '<w:num/>' })
  const documentXml = `<w:document><w:body>${p('讲话', '<w:pStyle w:val="1"/>')}</w:body></w:document>`
  const edits = fc.array(fc.record({ at: fc.nat(), cut: fc.nat(40), put: fc.uint8Array({ maxLength: 12 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  const mutate = (bytes: Uint8Array, changes: { at: number; cut: number; put: Uint8Array }[]) =>
    changes.reduce((result, { at, cut, put }) => {
      const from = at % (result.length + 1)
      return Buffer.concat([result.subarray(0, from), put, result.subarray(from + cut)])
    }, Buffer.from(bytes))
  const source = fc.constantFrom<[string, (edit: (bytes: Uint8Array) => Uint8Array) => Uint8Array]>(
    ['a.docx', (edit) => edit(own)],
    ['a.docx', (edit) => edit(plain)],
    // Damage behind the packing, which a changed byte of the file would only break.
    ['a.docx', (edit) => makeDocx({ body: '', parts: { 'word/document.xml': edit(strToU8(documentXml)) } })],
    ['a.txt', (edit) => edit(Buffer.from(TEXT))],
    ['a.txt', (edit) => edit(GB18030)],
    ['a.docx', (edit) => edit(deflateRawSync(Buffer.from(TEXT)))],
  )
  await fc.assert(
    fc.asyncProperty(source, edits, async ([name, make], changes) => {
      const started = performance.now()
      try {
        const { doc: read } = await importPaper(
          name,
          make((bytes) => mutate(bytes, changes)),
        )
        read.check()
      } catch (error) {
        expect(error).toBeInstanceOf(Failure)
      }
      expect(performance.now() - started).toBeLessThan(2000)
    }),
    { numRuns: 600, interruptAfterTimeLimit: 12_000 },
  )
})
