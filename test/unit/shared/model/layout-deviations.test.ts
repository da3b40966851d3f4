import { expect, test } from 'vitest'
import { fontNames, substituteFont } from '../../../../shared/model/font-substitutes.ts'
import { layoutDeviations } from '../../../../shared/model/layout-deviations.ts'
import { PAGE_PRESETS } from '../../../../shared/model/page-presets.ts'
import { type Settings, settingsSchema } from '../../../../shared/model/settings.ts'

const said = (layout: Partial<Settings['layout']>) =>
  layoutDeviations(settingsSchema.parse({ layout }).layout).map(({ text }) => text)

test('an office that changed nothing sets its papers as the standard wants', () => {
  expect(said({})).toEqual([])
  expect(said({ margins: { top: 37.5, bottom: 35, left: 28, right: 26 } })).toEqual(['每页约 21 行，国标一般是 22 行'])
})

test('every visible deviation is named', () => {
  expect(said({ margins: { top: 25, bottom: 25, left: 25, right: 25 } })).toEqual([
    '上页边距是 25 毫米，国标是 37 毫米',
    '下页边距是 25 毫米，国标是 35 毫米',
    '左页边距是 25 毫米，国标是 28 毫米',
    '每页约 24 行，国标一般是 22 行',
  ])
  expect(said({ boldLevel3: true, pageNumber: 'centre' })).toHaveLength(2)
  expect(said({ pageNumberForm: 'tight' })).toEqual(['页码写作“—1—”，国标是数字两边各一条一字线'])
  expect(said({ pageNumberGap: 10 })).toEqual(['页码离版心 10 毫米，国标是 7 毫米'])
  expect(said(PAGE_PRESETS[1] ?? {})).toEqual([expect.stringMatching(/^版心用“扣除首行行距”一套/)])
  expect(said({ pageNumber: 'none' })).toEqual(['没有页码，国标要编页码'])
  expect(said({ fonts: 'windows' })).toEqual(['标题用“宋体”，国标用小标宋体'])
  const custom = settingsSchema.parse({ layout: { fonts: 'custom', customFonts: { body: '微软雅黑', kai: 'KaiTi' } } })
  expect(layoutDeviations(custom.layout)).toEqual([
    { text: '正文用“微软雅黑”，国标用仿宋体', source: 'GB/T 9704—2012 5.2.2' },
  ])
})

test('a missing font has another in its place, never itself', () => {
  const names = fontNames(settingsSchema.parse({}).layout)
  expect(names.body).toBe('仿宋_GB2312')
  expect(substituteFont('body', names.body)).toBe('仿宋')
  expect(substituteFont('body', '仿宋')).toBeNull()
})
