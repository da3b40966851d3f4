import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportFileName } from '../../../../electron/docx/file-name.ts'

const name = (title: string, layout: 'standard' | 'podium' = 'standard') =>
  exportFileName({ title, layout, date: '2026-11-22T00:00:00Z' })

test('the title, with the layout where it is not the usual one', () => {
  expect(name('在反馈会议上的讲话')).toBe('在反馈会议上的讲话.docx')
  expect(name('在反馈会议上的讲话', 'podium')).toBe('在反馈会议上的讲话（大字稿）.docx')
})

test.each(['', '   ', '...', '???', 'CON', 'com1', 'NUL.'])('“%s” gives a name all the same', (title) => {
  expect(name(title)).toBe('文稿 2026-11-22.docx')
})

test('whatever the title, Windows takes the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (title, podium) => {
      const result = name(title, podium ? 'podium' : 'standard')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: Windows refuses them
      expect(result).not.toMatch(/[\u0000-\u001f\\/:*?"<>|]/)
      expect(result).not.toMatch(/^[\s.]|[\s.]\.docx$/)
      expect(Array.from(result).length).toBeLessThanOrEqual(95)
    }),
  )
})
