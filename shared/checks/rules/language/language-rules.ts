import type { Rule } from '../rule.ts'
import { doubleNegation, mismatchedObject, missingObject, missingStop } from './clauses.ts'
import { brokenFrame, missingComma } from './frames.ts'
import { repeatedClause, repeatedItem, repeatedSentence, repeatedWord } from './repeats.ts'
import { approximatedTwice, contradictingScale, doubledApproximation, exactApproximation } from './scale-words.ts'
import { longSentence, unparallelHead } from './sentences.ts'
import { mangledPhrase, misquoted, mixedPairs } from './set-phrases.ts'
import { slip } from './slips.ts'
import { account, confusedWord, countyInspection, until } from './words.ts'

export const languageRules: readonly Rule[] = [
  confusedWord,
  slip,
  account,
  until,
  countyInspection,
  mangledPhrase,
  mixedPairs,
  misquoted,
  missingStop,
  missingObject,
  brokenFrame,
  missingComma,
  mismatchedObject,
  doubleNegation,
  repeatedWord,
  repeatedClause,
  repeatedSentence,
  repeatedItem,
  doubledApproximation,
  approximatedTwice,
  exactApproximation,
  contradictingScale,
  longSentence,
  unparallelHead,
]
