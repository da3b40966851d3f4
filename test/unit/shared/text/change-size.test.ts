import { expect, test } from 'vitest'
import { changeSize } from '../../../../shared/text/change-size.ts'

test.each([
  ['nothing', ['甲', '乙'], ['甲', '乙'], { added: 0, removed: 0 }],
  ['a word', ['要在三个月内整改到位。'], ['要在六个月内整改到位。'], { added: 1, removed: 1 }],
  ['a new paragraph', ['甲', '乙'], ['甲', '新的一段', '乙'], { added: 4, removed: 0 }],
  ['a moved paragraph', ['甲', '乙', '丙'], ['丙', '甲', '乙'], { added: 0, removed: 0 }],
  ['one of two alike', ['同', '同'], ['同'], { added: 0, removed: 1 }],
  ['all', ['旧文'], [], { added: 0, removed: 2 }],
])('the size of a change: %s', (_what, older, newer, size) => {
  expect(changeSize(older, newer)).toEqual(size)
})
