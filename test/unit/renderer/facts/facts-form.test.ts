import { expect, it } from 'vitest'
import { readEntry } from '../../../../renderer/facts/FactField.tsx'
import { derivedText } from '../../../../renderer/facts/FactsForm.tsx'
import { monthDays } from '../../../../renderer/facts/MonthGrid.tsx'
import { moveRow, newRow } from '../../../../renderer/facts/RosterEditor.tsx'
import type { FactDefinition } from '../../../../shared/model/facts.ts'
import { defaultSettings } from '../../../../shared/model/settings.ts'

const definition = (fields: Partial<FactDefinition>): FactDefinition => ({
  key: 'x',
  label: '甲',
  group: '会议',
  kind: 'text',
  hint: '',
  ...fields,
})

it('shows a month from the Monday before it', () => {
  const days = monthDays('2026-03-12')
  expect(days).toHaveLength(42)
  expect(days[0]).toBe('2026-02-23')
  expect(days).toContain('2026-03-31')
  expect(monthDays('2026-06-30')[0]).toBe('2026-06-01')
})

it('stores what was typed in the form of its kind, and leaves what it cannot read as it is', () => {
  expect(readEntry(definition({ kind: 'date' }), '2026年3月12日')).toBe('2026-03-12')
  expect(readEntry(definition({ kind: 'date' }), '下周')).toBe('下周')
  expect(readEntry(definition({ kind: 'time' }), '下午3点')).toBe('15:00')
  expect(readEntry(definition({ kind: 'person' }), '张　三')).toBe('张三')
})

it('computes what a field shows while it is empty, without the value it has', () => {
  const definitions = [
    definition({ key: 'unit' }),
    definition({ key: 'party', derive: { from: 'join', parts: ['unit', '=党委'] } }),
  ]
  const context = {
    definitions,
    values: { unit: '柳溪镇', party: '柳溪镇党总支' },
    people: [],
    settings: defaultSettings,
  }
  expect(derivedText(context, 'party')).toBe('柳溪镇党委')
  expect(derivedText(context, 'unit')).toBeNull()
})

it('moves a row of the roster by one place and stops at the ends', () => {
  const rows = ['甲', '乙', '丙'].map((name) => ({ ...newRow(), name }))
  const names = (list: typeof rows) => list.map(({ name }) => name).join('')
  expect(names(moveRow(rows, 0, 1))).toBe('乙甲丙')
  expect(names(moveRow(rows, 2, -1))).toBe('甲丙乙')
  expect(names(moveRow(rows, 0, -1))).toBe('甲乙丙')
  expect(names(moveRow(rows, 2, 1))).toBe('甲乙丙')
})
