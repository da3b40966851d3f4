import type { Rule } from '../rule.ts'
import { mismatchedObject, missingObject, missingStop } from './clauses.ts'
import { repeatedClause, repeatedWord } from './repeats.ts'
import { contradictingScale, doubledApproximation } from './scale-words.ts'
import { longSentence, unparallelHead } from './sentences.ts'
import { mangledPhrase, mixedPairs } from './set-phrases.ts'
import { confusedWord, until } from './words.ts'

export const languageRules: readonly Rule[] = [
  confusedWord,
  until,
  mangledPhrase,
  mixedPairs,
  missingStop,
  missingObject,
  mismatchedObject,
  repeatedWord,
  repeatedClause,
  doubledApproximation,
  contradictingScale,
  longSentence,
  unparallelHead,
]
