import { describe, expect, test } from 'vitest'
import { checkView, paragraphsView } from './find-in.ts'

const state = (sentence: string, id: string) =>
  checkView(paragraphsView(sentence), 'speech').points.find((point) => point.id === id)?.state

describe('a mention counts for nothing', () => {
  test.each([
    ['不是为了成立领导小组而成立领导小组。', 'R6'],
    ['有的党组织没有压实主体责任。', 'R1'],
    ['主体责任压得不实。', 'R1'],
    ['建章立制不够，同类问题时有发生。', 'H8'],
    ['有的同志说，“照单全收就行了”。', 'H2'],
    ['党的建设方面6个，党的领导方面3个。', 'P8'],
  ])('%s', (sentence, id) => {
    expect(state(sentence, id)).toBe('missing')
  })
})

describe('a mention stands', () => {
  test.each([
    ['没有压力就没有动力，要扛起主体责任。', 'R1'],
    ['主体责任落实得好不好，关键看整改。', 'R1'],
    ['全面从严治党没有休止符。', 'P7'],
    ['建章立制，制度执行不到位的要追责。', 'H8'],
    ['李书记说，“要照单全收”。', 'H2'],
    ['不是为了整改而整改，这一点要讲清楚。', 'H11'],
  ])('%s', (sentence, id) => {
    expect(state(sentence, id)).toBe('covered')
  })
})
