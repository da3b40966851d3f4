import { expect, test } from 'vitest'
import { timeMarks } from '../../../../shared/model/time-marks.ts'

const rate = { slow: 180, fast: 220 }

test('a mark stands behind the paragraph in which the minutes are over', () => {
  const minute = '字'.repeat(200)
  expect(timeMarks([minute, minute, minute, minute, minute], rate, 2)).toEqual([
    null,
    '〔约2分钟〕',
    null,
    '〔约4分钟〕',
    null,
  ])
  expect(timeMarks([minute.repeat(5), ' \n'], rate, 2)).toEqual(['〔约4分钟〕', null])
  expect(timeMarks([minute], rate, 0)).toEqual([null])
})
