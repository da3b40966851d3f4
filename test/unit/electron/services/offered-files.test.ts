import { expect, test } from 'vitest'
import { createOfferedFiles } from '../../../../electron/services/offered-files.ts'

test('a later file takes the place of one that nobody has fetched', () => {
  const { handlers, offer } = createOfferedFiles(() => {})
  offer({ fileName: '一.huibei', bytes: Buffer.from('1') })
  offer({ fileName: '二.huibei', bytes: Buffer.from('2') })
  expect(handlers['transfer.offered']({})).toMatchObject({ file: { fileName: '二.huibei' } })
  expect(handlers['transfer.offered']({})).toEqual({ file: null })
})
