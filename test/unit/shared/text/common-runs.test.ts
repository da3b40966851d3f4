import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonRuns, linePairs } from '../../../../shared/text/common-runs.ts'
import { lettersOf, SHINGLE } from '../../../../shared/text/shingles.ts'

const LINE = '要坚持问题导向，把群众反映强烈的饮水安全问题一件一件改到位'

test('finds what two texts have in common, whatever marks stand between', () => {
  const mine = `同志们：\n今天先讲，${LINE}。\n散会。`
  const theirs = `旧稿\n第一段。\n${LINE.replace('，', '——')}，不松劲。`
  const [run, ...others] = commonRuns(mine, theirs, 20)
  expect(others).toEqual([])
  expect(mine.slice(run?.start, run?.end)).toBe(LINE)
  expect(theirs.slice(run?.otherStart, run?.otherEnd)).toBe(LINE.replace('，', '——'))
  expect(commonRuns(mine, theirs, 60)).toEqual([])
  expect(commonRuns(mine, '', 20)).toEqual([])
})

test('shows the lines of both side by side, each run once, in the order of the first', () => {
  const second = '村村都要建起管护队伍，谁管水、谁修水、谁收费，一条一条写进协议里。'
  const mine = `${second}\n中间一段。\n${LINE}。${LINE}。`
  const theirs = `${LINE}。\n${second}`
  const pairs = linePairs(mine, theirs, commonRuns(mine, theirs, 20))
  expect(pairs.map(({ text, other }) => [text, other])).toEqual([
    [second, second],
    [`${LINE}。${LINE}。`, `${LINE}。`],
  ])
  const [, twice] = pairs
  expect(twice?.start).toBe(mine.indexOf(`${LINE}。`))
  expect(twice?.marks.map(({ start, end }) => twice.text.slice(start, end))).toEqual([LINE, LINE])
  expect(twice?.otherMarks).toEqual([{ start: 0, end: LINE.length }])
})

test('every run is the same letters in both, long enough, in order, and none is missed', () => {
  const text = fc.string({ unit: fc.constantFrom(...'整改到位，\n'), maxLength: 60 })
  fc.assert(
    fc.property(text, text, (mine, theirs) => {
      const runs = commonRuns(mine, theirs, SHINGLE)
      const letters = (one: string) => lettersOf(one).letters
      let end = 0
      for (const run of runs) {
        expect(letters(mine.slice(run.start, run.end))).toBe(letters(theirs.slice(run.otherStart, run.otherEnd)))
        expect(letters(mine.slice(run.start, run.end)).length).toBeGreaterThanOrEqual(SHINGLE)
        expect(run.start).toBeGreaterThanOrEqual(end)
        end = run.end
      }
      const all = letters(mine)
      const isShared = Array.from({ length: Math.max(0, all.length - SHINGLE + 1) }, (_, at) =>
        letters(theirs).includes(all.slice(at, at + SHINGLE)),
      ).includes(true)
      expect(runs.length > 0).toBe(isShared)
    }),
  )
})
