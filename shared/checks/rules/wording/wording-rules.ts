import type { Rule } from '../rule.ts'
import { missingBody } from './bodies.ts'
import { campaign } from './campaigns.ts'
import { clueHandling } from './clue-handling.ts'
import { datedWording } from './dated-wording.ts'
import { fiveYearPlan } from './five-year-plans.ts'
import { formulaVerb, incompleteFormula } from './formula.ts'
import { partyMeeting } from './party-meetings.ts'
import { supersededRegulation } from './regulations.ts'

export const wordingRules: readonly Rule[] = [
  datedWording,
  campaign,
  partyMeeting,
  supersededRegulation,
  fiveYearPlan,
  incompleteFormula,
  formulaVerb,
  missingBody,
  clueHandling,
]
