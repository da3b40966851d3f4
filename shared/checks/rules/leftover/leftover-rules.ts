import type { Rule } from '../rule.ts'
import { otherKind, otherLevel, otherPlace, otherRound, otherUnit } from './other-names.ts'
import { openFact, placeholder } from './placeholder.ts'
import { webTrace } from './web-trace.ts'

export const leftoverRules: readonly Rule[] = [
  placeholder,
  openFact,
  webTrace,
  otherPlace,
  otherUnit,
  otherKind,
  otherLevel,
  otherRound,
]
