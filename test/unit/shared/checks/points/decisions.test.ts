import { describe, expect, test } from 'vitest'
import { evidenceText } from '../../../../../shared/checks/points/decisions.ts'
import type { PointDecision } from '../../../../../shared/model/meeting.ts'
import { checkView, paragraphsView } from './find-in.ts'

function resultOf(id: string, decisions: PointDecision[], ...paragraphs: string[]) {
  const result = checkView(paragraphsView(...paragraphs), 'speech', { decisions }).points.find((one) => one.id === id)
  if (!result) throw new Error(`no point ${id}`)
  return result
}

describe('a decision', () => {
  const before = resultOf('H4', [], '要限时整改。')
  const decision = { point: 'H4', state: 'confirmed' as const, reason: '日期另行通知', evidence: evidenceText(before) }

  test('stands while the evidence reads the same, wherever it moves', () => {
    expect(resultOf('H4', [decision], '新写的一段。', '要限时整改。').decision).toEqual(decision)
  })

  test('falls when the evidence changes', () => {
    expect(resultOf('H4', [decision], '要限时整改，决不拖延。').decision).toBeUndefined()
  })

  test('of a missing point stands until something is found', () => {
    const none = { point: 'H12', state: 'not-applicable' as const, reason: '本轮不要求', evidence: '' }
    expect(resultOf('H12', [none], '要限时整改。').decision).toEqual(none)
    expect(resultOf('H12', [none], '要开好民主生活会。').decision).toBeUndefined()
  })
})
