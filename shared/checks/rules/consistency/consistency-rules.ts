import type { Rule } from '../rule.ts'
import { agendaSummary } from './agenda.ts'
import { announcedCount, namedList } from './counts.ts'
import {
  ambiguousYear,
  dateOrder,
  differingTerms,
  duration,
  endOfTerm,
  impossibleDate,
  otherDay,
  pastDeadline,
  pastMonth,
  termMismatch,
  wrongWeekday,
} from './dates.ts'
import { countedLists } from './listed-clauses.ts'
import { listedNames } from './listed-names.ts'
import { misspeltName } from './names.ts'
import { agendaSequence, levelJump, numberingSequence } from './numbering.ts'
import { perspective } from './perspective.ts'
import { nameOrder, otherHolder, speakerCapacity, wrongPost } from './posts.ts'
import { listedProblems, problemTotal } from './problem-counts.ts'
import { rateOfFigures } from './rates.ts'
import { countedSeries, directItems, namedSeries } from './series.ts'
import { sum } from './sums.ts'
import { twoForms } from './two-forms.ts'
import { misspeltUnit, otherGroup, partyOrgan } from './units.ts'
import { differingTotals } from './villages.ts'

export const consistencyRules: readonly Rule[] = [
  twoForms,
  misspeltName,
  wrongPost,
  otherHolder,
  perspective,
  speakerCapacity,
  nameOrder,
  misspeltUnit,
  otherGroup,
  partyOrgan,
  announcedCount,
  namedList,
  problemTotal,
  listedProblems,
  sum,
  differingTotals,
  listedNames,
  countedLists,
  namedSeries,
  countedSeries,
  directItems,
  rateOfFigures,
  numberingSequence,
  levelJump,
  agendaSequence,
  agendaSummary,
  impossibleDate,
  wrongWeekday,
  dateOrder,
  pastDeadline,
  termMismatch,
  pastMonth,
  duration,
  endOfTerm,
  differingTerms,
  otherDay,
  ambiguousYear,
]
