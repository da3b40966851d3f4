import { describe, expect, test } from 'vitest'
import { checkView, paragraphsView, recognisedView } from './find-in.ts'

const point = (id: string, date: string | null, ...paragraphs: string[]) =>
  checkView(paragraphsView(...paragraphs), 'speech', { date }).points.find((one) => one.id === id)

describe('a point written, but not enough, says what is lacking', () => {
  test('a term without a figure', () => {
    expect(point('H4', '2026-03-18', '要限时整改，倒排工期。')).toMatchObject({
      state: 'weak',
      lacking: '时限提到了，没有具体期限',
      evidence: [{ text: '要限时整改，倒排工期。' }],
    })
  })

  test('the formula by the day of the meeting', () => {
    const only = '要增强“四个意识”。'
    const three = '增强“四个意识”、坚定“四个自信”、做到“两个维护”。'
    expect(point('P2', '2017-11-27', only)?.state).toBe('covered')
    expect(point('P2', '2019-11-15', only)?.lacking).toBe('“四个自信”没有写；“两个维护”没有写')
    expect(point('P2', '2019-11-15', three)?.state).toBe('covered')
    expect(point('P2', '2026-03-18', three)?.lacking).toBe('“两个确立”没有写')
    expect(point('P2', '2026-03-18', three, '深刻领悟“两个确立”的决定性意义。')?.state).toBe('covered')
    expect(point('P2', null, three)?.lacking).toBe('“两个确立”没有写')
  })

  test('one half of what must be made public', () => {
    const result = checkView(paragraphsView('整改情况在党内通报。'), 'feedback').points.find(({ id }) => id === 'F8')
    expect(result?.lacking).toBe('写了党内通报，没有写向社会公开')
  })
})

describe('evidence', () => {
  test('is whole sentences, at most three, in the order of the text', () => {
    const sentence = (what: string) => `${what}要扛起整改主体责任。`
    const result = point('R1', '2026-03-18', ...['一村', '二村', '三村', '四村'].map(sentence))
    expect(result?.evidence.map(({ text }) => text)).toEqual(['一村', '二村', '三村'].map(sentence))
  })

  test('is where the text says it is', () => {
    const view = paragraphsView('大家辛苦了。　要举一反三，查深查透。再说别的。')
    const result = checkView(view, 'speech').points.find(({ id }) => id === 'H7')
    expect(result?.evidence.map(({ start, end }) => view.text.slice(start, end))).toEqual(['要举一反三，查深查透。'])
  })
})

test('title, by-lines and salutation make no point', () => {
  const view = recognisedView('在全面从严治党工作会议上的讲话\n（2026年3月18日）\n同志们：\n今天开会。')
  const found = checkView(view, 'speech').points.find(({ id }) => id === 'P7')
  expect(found?.state).toBe('missing')
})

test('opening and closing duties count only at their place', () => {
  const parts = [
    '我们开会。',
    '一、提高认识',
    '刚才，巡察组反馈了意见。',
    '二、抓实整改',
    '甲。',
    '乙。',
    '丙。',
    '丁。',
  ]
  const view = recognisedView(['在反馈会上的讲话', ...parts].join('\n'))
  const stateOf = (id: string) => checkView(view, 'speech').points.find((one) => one.id === id)?.state
  expect(stateOf('O1')).toBe('missing')
  const early = recognisedView(['在反馈会上的讲话', '刚才，巡察组反馈了意见。', ...parts].join('\n'))
  expect(checkView(early, 'speech').points.find((one) => one.id === 'O1')?.state).toBe('covered')
})
