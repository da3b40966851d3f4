import { expect, it } from 'vitest'
import type { DeliveryCheck } from '../../../../renderer/delivery/delivery-check.ts'
import { deliveryHandout, deliveryText } from '../../../../renderer/delivery/delivery-record.ts'

const CHECK: DeliveryCheck = {
  blocking: [
    { text: '【单位】还没有填', range: null },
    { text: '“××”：这里还没有填', range: null, note: '写作惯例' },
  ],
  lookAt: [],
  page: [],
  waved: [{ text: '要点“忠诚”：不适用', range: null, note: '这次不讲' }],
}
const OF = { title: '在反馈会议上的讲话', at: '2026年3月18日 14:03' }

it('prints the list with its groups merged and room to tick off', () => {
  const { lines, table } = deliveryHandout(CHECK, OF)
  expect(lines).toEqual(['文稿：在反馈会议上的讲话', '检查时间：2026年3月18日 14:03'])
  expect(table?.rows.map(([group]) => group)).toEqual(['必须处理', '必须处理', '已放行'])
  expect(table?.rows.every((row) => row.length === table.columns.length)).toBe(true)
  expect(table?.merged).toEqual({ columns: 1, spans: [2, 1] })
})

it('keeps the same as text', () => {
  expect(deliveryText(CHECK, OF)).toBe(
    [
      '交稿检查单\n文稿：在反馈会议上的讲话\n检查时间：2026年3月18日 14:03',
      '【必须处理】2 项\n1. 【单位】还没有填\n2. “××”：这里还没有填（写作惯例）',
      '【已放行】1 项\n1. 要点“忠诚”：不适用（这次不讲）',
    ].join('\n\n'),
  )
})

it('says so where nothing was found', () => {
  const none: DeliveryCheck = { blocking: [], lookAt: [], page: [], waved: [] }
  expect(deliveryText(none, OF)).toContain('没有发现遗漏')
  expect(deliveryHandout(none, OF).table?.rows).toEqual([['没有发现遗漏。']])
})
