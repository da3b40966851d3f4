import { describe, expect, test } from 'vitest'
import { surplusRevisions } from '../../../../electron/services/revision-policy.ts'
import { versionPolicyText } from '../../../../shared/model/version-policy.ts'

const now = new Date(2026, 11, 15, 18, 0)
const version = (written: Date, name = '') => ({
  id: written.toISOString() + name,
  name,
  written: written.toISOString(),
})
const kept = (versions: ReturnType<typeof version>[]) => {
  const surplus = new Set(surplusRevisions(versions, now))
  return versions.filter((entry) => !surplus.has(entry))
}

describe('the versions that stay', () => {
  test('all of the last hour', () => {
    const versions = [0, 5, 10, 30, 59].map((minutes) => version(new Date(2026, 11, 15, 17, 59 - minutes)))
    expect(kept(versions)).toEqual(versions)
  })

  test('the last of every hour of the day before', () => {
    const versions = [55, 30, 5].map((minute) => version(new Date(2026, 11, 15, 14, minute)))
    const earlier = [40, 10].map((minute) => version(new Date(2026, 11, 15, 13, minute)))
    expect(kept([...versions, ...earlier])).toEqual([versions[0], earlier[0]])
  })

  test('then the last of every day, however long ago', () => {
    const days = [14, 13, 1].flatMap((day) => [16, 9].map((hour) => version(new Date(2026, 10, day, hour))))
    expect(kept(days)).toEqual([days[0], days[2], days[4]])
  })

  test('named ones for ever, without taking the place of others', () => {
    const day = (hour: number, name?: string) => version(new Date(2026, 9, 1, hour), name)
    const versions = [day(17), day(16, '送审稿'), day(15, '初稿'), day(14)]
    expect(kept(versions)).toEqual(versions.slice(0, 3))
  })
})

test('the panel tells the rule as it is', () => {
  expect(versionPolicyText()).toBe(
    '写作时最多每 5 分钟自动留一版：1 小时内的全留，24 小时内的每小时留最后一版，再早的每天留最后一版。起了名字的一直保留。',
  )
})
