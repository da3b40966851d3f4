import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPlaces } from '../../../../shared/merge/conflicts.ts'
import { fromState } from '../../../../shared/merge/from-state.ts'
import { type Here, nothingKnown, shownAfter } from '../../../../shared/merge/here.ts'
import { mergeStates } from '../../../../shared/merge/merge-states.ts'
import { canonicalState, type State } from '../../../../shared/merge/state.ts'
import { toState } from '../../../../shared/merge/to-state.ts'
import { edits, meetingOf, paragraphs, paragraphsOf, withParagraphs, write } from './meetings.ts'

const RUNS = { numRuns: Number(process.env.HUIBEI_RUNS ?? 250) }

function sideOf(base: Here, before: readonly string[], list: Parameters<typeof write>[1], who: string) {
  const { after, marks } = write(before, list, who)
  return { here: toState(withParagraphs(meetingOf(before), after), base), marks, after }
}

const shownAs = (before: Here, state: State): Here => ({ state, shown: shownAfter(before, state) })

/** Everything that can be read of a merged paper: what it shows, and what is kept beside it. */
function readable(here: Here): string {
  const body = fromState(here).papers[0]?.body ?? ''
  return [...paragraphsOf(body), ...openPlaces(here).flatMap(({ theirs }) => theirs)].join('\n')
}

describe('two who wrote on from the same paper', () => {
  test('lose nothing, whichever is merged into the other', () => {
    fc.assert(
      fc.property(paragraphs, edits, edits, (before, first, second) => {
        const base = toState(meetingOf(before), nothingKnown)
        const a = sideOf(base, before, first, '甲')
        const b = sideOf(base, before, second, '乙')
        const state = mergeStates(base.state, a.here.state, b.here.state)
        expect(canonicalState(mergeStates(base.state, b.here.state, a.here.state))).toBe(canonicalState(state))
        for (const side of [a, b]) {
          const text = readable(shownAs(side.here, state))
          for (const mark of [...a.marks, ...b.marks]) expect(text).toContain(mark)
        }
      }),
      RUNS,
    )
  })

  test('get what is in both exactly where only one of them wrote', () => {
    fc.assert(
      fc.property(paragraphs, edits, (before, list) => {
        const base = toState(meetingOf(before), nothingKnown)
        const a = sideOf(base, before, list, '甲')
        const state = mergeStates(base.state, base.state, a.here.state)
        expect(canonicalState(state)).toBe(canonicalState(a.here.state))
        const shown = fromState(shownAs(base, state)).papers[0]?.body ?? ''
        expect(paragraphsOf(shown)).toEqual(a.after.length > 0 ? a.after : [''])
      }),
      RUNS,
    )
  })

  test('can merge again and again: it changes nothing', () => {
    fc.assert(
      fc.property(paragraphs, edits, edits, (before, first, second) => {
        const base = toState(meetingOf(before), nothingKnown)
        const a = sideOf(base, before, first, '甲').here.state
        const b = sideOf(base, before, second, '乙').here.state
        const once = mergeStates(base.state, a, b)
        expect(canonicalState(mergeStates(b, once, b))).toBe(canonicalState(once))
        expect(canonicalState(mergeStates(a, once, a))).toBe(canonicalState(once))
        expect(canonicalState(mergeStates(base.state, once, once))).toBe(canonicalState(once))
        const shown = shownAs({ state: a, shown: {} }, once)
        expect(canonicalState(toState(fromState(shown), shown).state)).toBe(canonicalState(once))
      }),
      RUNS,
    )
  })
})

test('three who wrote on come to the same in every order of importing', () => {
  fc.assert(
    fc.property(paragraphs, edits, edits, edits, (before, first, second, third) => {
      const base = toState(meetingOf(before), nothingKnown)
      const sides = [first, second, third].map((list, index) => sideOf(base, before, list, '甲乙丙'[index] ?? ''))
      const [a, b, c] = sides.map(({ here }) => here.state) as [State, State, State]
      const fold = (...order: State[]) => order.reduce((merged, next) => mergeStates(base.state, merged, next))
      const results = [fold(a, b, c), fold(a, c, b), fold(b, a, c), fold(b, c, a), fold(c, a, b), fold(c, b, a)]
      expect(new Set(results.map(canonicalState)).size).toBe(1)
      const text = readable(shownAs(sides[0]?.here ?? base, fold(a, b, c)))
      for (const { marks } of sides) for (const mark of marks) expect(text).toContain(mark)
    }),
    RUNS,
  )
})
