import { history, undo } from 'prosemirror-history'
import { expect, onTestFinished, test } from 'vitest'
import { announcedCountPlugin } from '../../../../renderer/editor/announced-count.ts'
import { setParagraph } from '../../../../renderer/editor/commands/headings.ts'
import { insertHeading } from '../../../../renderer/editor/commands/insert.ts'
import { officePack } from '../../../../renderer/ui/office-pack.ts'
import { builtInPack } from '../../../../shared/packs/pack.ts'
import { applied, linesOf, stateOf } from './papers.ts'

const plugins = () => [announcedCountPlugin(), history({ newGroupDelay: 0 })]
const speech = (opening: string) => ['T 讲话', `P ${opening}`, '1 甲', 'P 文', '1 乙', 'P 文', '1 丙', 'P 文|']

test.each([
  ['下面，我讲三点意见。', '下面，我讲四点意见。'],
  ['就抓好整改，提3条要求：', '就抓好整改，提4条要求：'],
  ['反馈指出三个问题。下面讲三个方面的意见。', '反馈指出三个问题。下面讲四个方面的意见。'],
])('%s counts with the fourth part', (opening, followed) => {
  const state = applied(stateOf(speech(opening), plugins()), insertHeading(1))
  expect(linesOf(state)[1]).toBe(`P ${followed}`)
  expect(linesOf(applied(state, undo))[1]).toBe(`P ${opening}`)
})

test('two are 两', () => {
  const state = stateOf(['T 讲话', 'P 讲三点意见。', '1 甲', '1 乙', '1 丙|'], plugins())
  expect(linesOf(applied(state, setParagraph))[1]).toBe('P 讲两点意见。')
})

test.each(['下面，我讲五点意见。', '反馈指出了三个问题。', '讲几点意见。'])('%s is left as it is', (opening) => {
  const state = applied(stateOf(speech(opening), plugins()), insertHeading(1))
  expect(linesOf(state)[1]).toBe(`P ${opening}`)
})

test('points inside a part change nothing', () => {
  const state = applied(stateOf(speech('下面，我讲三点意见。'), plugins()), insertHeading(2))
  expect(linesOf(state)[1]).toBe('P 下面，我讲三点意见。')
})

test('the words are those of the office’s pack', () => {
  onTestFinished(() => officePack.set(builtInPack))
  const opening = '下面，我唠三点体会。'
  const added = () => linesOf(applied(stateOf(speech(opening), plugins()), insertHeading(1)))[1]
  expect(added()).toBe(`P ${opening}`)
  const announcements = { ...builtInPack.terms.announcements, verbs: ['唠'], nouns: ['体会'] }
  officePack.set({ ...builtInPack, terms: { ...builtInPack.terms, announcements } })
  expect(added()).toBe('P 下面，我唠四点体会。')
})
