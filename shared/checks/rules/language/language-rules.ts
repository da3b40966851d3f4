import type { Rule } from '../rule.ts'
import { bareMember, blend, echo, meansOnly, missingHead, overlappingItems, rateWords } from './blends.ts'
import { doubleNegation, mismatchedObject, missingObject, missingRecipient, missingStop } from './clauses.ts'
import { brokenFrame, missingComma } from './frames.ts'
import { repeatedClause, repeatedItem, repeatedSentence, repeatedWord } from './repeats.ts'
import { approximatedTwice, contradictingScale, doubledApproximation, exactApproximation } from './scale-words.ts'
import { longSentence, unparallelHead, verbLastHead } from './sentences.ts'
import { mangledPhrase, misquoted, mixedPairs } from './set-phrases.ts'
import { shiftedTerm } from './shifted-terms.ts'
import { slip } from './slips.ts'
import { account, confusedWord, countyInspection, until } from './words.ts'

export const languageRules: readonly Rule[] = [
  confusedWord,
  slip,
  shiftedTerm,
  account,
  until,
  countyInspection,
  mangledPhrase,
  mixedPairs,
  misquoted,
  missingStop,
  missingObject,
  missingRecipient,
  brokenFrame,
  blend,
  missingHead,
  overlappingItems,
  echo,
  bareMember,
  meansOnly,
  rateWords,
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
  verbLastHead,
]
