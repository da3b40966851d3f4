import type { Rule } from '../rule.ts'
import { headingStop, markerForm } from './headings.ts'
import { asFollows, mixedMonths, mixedSeries, runInHead, runOn, strayEnumeration } from './joins.ts'
import { approximateNumber, dateForm, mixedNumber, numberRange } from './numbers.ts'
import {
  doubledMark,
  ellipsisAndDash,
  halfWidth,
  indirectQuestion,
  listMarks,
  markBetweenQuotes,
  missingEnd,
  straySpace,
} from './punctuation.ts'
import { bracketPairs, quotePairs, stopInsideQuote, titleMarks } from './quotes.ts'
import { itemEnd, missingClosing, thinPart } from './structure.ts'

export const formRules: readonly Rule[] = [
  halfWidth,
  indirectQuestion,
  doubledMark,
  ellipsisAndDash,
  listMarks,
  markBetweenQuotes,
  straySpace,
  missingEnd,
  runOn,
  strayEnumeration,
  mixedSeries,
  asFollows,
  mixedMonths,
  runInHead,
  quotePairs,
  bracketPairs,
  stopInsideQuote,
  titleMarks,
  approximateNumber,
  mixedNumber,
  numberRange,
  dateForm,
  headingStop,
  markerForm,
  thinPart,
  itemEnd,
  missingClosing,
]
