import { expect, it } from 'vitest'
import { chainHoles } from '../../../../shared/model/rectification/chain.ts'
import { emptyMeasure, emptyProblem, type Problem } from '../../../../shared/model/rectification/ledger.ts'
import { defaultOfficeRules } from '../../../../shared/model/rectification/office-rules.ts'
import { aspectsAndProblems } from '../../../../shared/model/rectification/statistics.ts'
import { sampleMeeting } from '../../../../shared/packs/sample.ts'

const { ledger, people, facts } = sampleMeeting
const problems: Problem[] = ledger.problems.map((problem, index) => ({
  ...emptyProblem,
  ...problem,
  id: String(index),
  measures: problem.measures.map((measure, at) => ({ ...emptyMeasure, ...measure, id: `${index}-${at}` })),
}))
const chain = { rungs: ledger.rungs.map((rung, index) => ({ ...rung, id: String(index) })), departed: [] }

it('has 12 problems in 4 aspects and a chain of 9 people', () => {
  expect(aspectsAndProblems(problems)).toEqual({ aspects: 4, problems: 12 })
  expect(new Set(ledger.rungs.flatMap(({ person }) => (person ? [person] : []))).size).toBe(9)
  expect([facts.problemAspects, facts.problemCount]).toEqual(['4', '12'])
})

it('has three things planted and no other: a wrong name, no date, a date too late', () => {
  const holes = chainHoles({ chain, ledger: problems, people, rules: defaultOfficeRules })
  expect(holes.map(({ kind, problemId }) => [kind, problemId]).sort()).toEqual([
    ['measure-without-date', '8'],
    ['not-in-roster', '4'],
  ])
  const late = problems.filter(({ measures }) =>
    measures.some(({ deadline }) => deadline !== null && deadline > '2027-06-15'),
  )
  expect(late.map(({ id }) => id)).toEqual(['10'])
})
