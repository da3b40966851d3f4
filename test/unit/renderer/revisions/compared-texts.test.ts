import { expect, test } from 'vitest'
import { MOST_OFFERED, offeredPapers } from '../../../../renderer/revisions/compared-texts.ts'

const papers = Array.from({ length: 3000 }, (_, number) => ({
  id: `p${number}`,
  label: number % 2 ? '讲话稿' : '主持词',
  note: `第${number}次反馈会议`,
  read: async () => '',
}))
const ids = (query: string, chosen: string[] = []) => offeredPapers(papers, query, chosen).map(({ id }) => id)

test('of thousands of papers the first are offered, or those somebody looks for, and always the chosen ones', () => {
  expect(ids('')).toHaveLength(MOST_OFFERED)
  expect(ids('', ['p2999'])).toEqual([...ids(''), 'p2999'])
  expect(ids('第2999次')).toEqual(['p2999'])
  expect(ids('讲话 第2998次')).toEqual([])
  expect(ids('没有这样的', ['p7'])).toEqual(['p7'])
})
