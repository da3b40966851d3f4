import { expect, test } from 'vitest'
import { bylineLines } from '../../../../shared/model/byline-lines.ts'

test('a by-line that is too long is broken before the name', () => {
  const post = '县委常委、组织部部长，县委巡察工作领导小组副组长兼办公室主任'
  expect(bylineLines(`${post}　沈砚田`, 28)).toEqual([`${post}　`, '沈砚田'])
  expect(bylineLines('县委书记　李明', 28)).toEqual(['县委书记　李明'])
  expect(bylineLines(post, 28)).toEqual([post])
})
