import type { Rule } from '../rule.ts'
import { anniversary } from './anniversaries.ts'
import { arguing } from './arguing.ts'
import { missingBody } from './bodies.ts'
import { campaign } from './campaigns.ts'
import { clueHandling } from './clue-handling.ts'
import { datedWording } from './dated-wording.ts'
import { fiveYearPlan } from './five-year-plans.ts'
import { formulaOrder, formulaVerb, incompleteFormula } from './formula.ts'
import { fullForm } from './full-forms.ts'
import { disciplineSession, partyMeeting } from './party-meetings.ts'
import { supersededRegulation } from './regulations.ts'

export const wordingRules: readonly Rule[] = [
  datedWording,
  campaign,
  partyMeeting,
  disciplineSession,
  supersededRegulation,
  fiveYearPlan,
  incompleteFormula,
  formulaVerb,
  formulaOrder,
  fullForm,
  anniversary,
  missingBody,
  clueHandling,
  arguing,
]
