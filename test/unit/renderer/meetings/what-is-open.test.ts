import { expect, it } from 'vitest'
import { addUp, inOrder, matches, whatIsOpen } from '../../../../renderer/meetings/what-is-open.ts'
import type { MeetingSummary, PaperProgress } from '../../../../shared/contract/data.ts'

const paper = (fields: Partial<PaperProgress>): PaperProgress => ({
  id: '',
  meetingId: '',
  kind: 'speech',
  title: '',
  revision: 1,
  created: '',
  updated: '',
  characters: 0,
  requiredPoints: 0,
  coveredPoints: 0,
  openFacts: 0,
  errors: 0,
  ...fields,
})

const meeting = (title: string, date: string | null, updated = ''): MeetingSummary => ({
  id: title,
  title,
  unit: '柳溪镇',
  date,
  sample: false,
  revision: 1,
  created: '',
  updated,
  papers: [paper({ title: '在反馈会议上的讲话' })],
})

it('adds the papers up and says what is open', () => {
  const progress = addUp([
    paper({ requiredPoints: 8, coveredPoints: 6, openFacts: 3 }),
    paper({ requiredPoints: 5, coveredPoints: 5, errors: 1 }),
  ])
  expect(progress).toEqual({ covered: 11, required: 13, openFacts: 3, errors: 1 })
  expect(whatIsOpen(progress)).toEqual(['3 处待填', '2 项必备要点未写', '1 处差错'])
  expect(whatIsOpen(addUp([paper({ requiredPoints: 5, coveredPoints: 5 })]))).toEqual([])
})

it('puts the nearest coming meeting first and the past ones last, the latest of them on top', () => {
  const list = [
    meeting('过去', '2026-01-01'),
    meeting('昨天', '2026-03-11'),
    meeting('未定', null),
    meeting('下月', '2026-04-01'),
    meeting('今天', '2026-03-12'),
  ]
  expect(inOrder(list, '2026-03-12').map(({ title }) => title)).toEqual(['今天', '下月', '未定', '昨天', '过去'])
})

it('finds a meeting by words of its title, its unit and its papers, all of them', () => {
  const found = meeting('第三轮反馈会', null)
  expect(matches(found, '')).toBe(true)
  expect(matches(found, '柳溪　讲话')).toBe(true)
  expect(matches(found, '第三轮 表态')).toBe(false)
})
