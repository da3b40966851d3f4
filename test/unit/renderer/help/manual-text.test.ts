import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readManual } from '../../../../renderer/help/manual-text.ts'

const folder = join(import.meta.dirname, '../../../../docs/manual')
const chapters = readdirSync(folder).filter((file) => /^0\d-.*\.md$/.test(file))
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8')

test('reads each form it knows', () => {
  expect(readManual('# 题\n\n文 **重** `F1`。\n\n1. 甲\n2. 乙\n\n- 丙\n\n![图](pictures/a-b.png)\n## 节')).toEqual([
    { kind: 'heading', level: 1, text: '题' },
    {
      kind: 'paragraph',
      pieces: [
        { kind: 'text', text: '文 ' },
        { kind: 'strong', text: '重' },
        { kind: 'text', text: ' ' },
        { kind: 'key', text: 'F1' },
        { kind: 'text', text: '。' },
      ],
    },
    { kind: 'list', ordered: true, items: [[{ kind: 'text', text: '甲' }], [{ kind: 'text', text: '乙' }]] },
    { kind: 'list', ordered: false, items: [[{ kind: 'text', text: '丙' }]] },
    { kind: 'picture', caption: '图', file: 'a-b.png' },
    { kind: 'heading', level: 2, text: '节' },
  ])
})

describe.each(chapters)('%s', (file) => {
  const blocks = readManual(textOf(file))

  test('begins with its title and leaves no markup to be seen', () => {
    expect(blocks[0]).toMatchObject({ kind: 'heading', level: 1 })
    const seen = blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.pieces : block.kind === 'list' ? block.items.flat() : [],
    )
    expect(seen.map(({ text }) => text).filter((text) => /[*`#|<>]|\]\(|!\[/.test(text))).toEqual([])
  })

  test('shows only pictures that are there', () => {
    const pictures = blocks.flatMap((block) => (block.kind === 'picture' ? [block.file] : []))
    expect(pictures.length).toBeGreaterThan(0)
    expect(pictures.filter((picture) => !existsSync(join(folder, 'pictures', picture)))).toEqual([])
  })
})

test('every chapter is in the list of contents, every picture is used', () => {
  const contents = textOf('README.md')
  expect(chapters.filter((file) => !contents.includes(`(${file})`))).toEqual([])
  const all = chapters.map(textOf).join('\n')
  expect(readdirSync(join(folder, 'pictures')).filter((file) => !all.includes(`pictures/${file}`))).toEqual([])
})
