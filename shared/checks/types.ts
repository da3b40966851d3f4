import type { PaperKind } from '../model/kinds.ts'
import type { FactValues, Person, PointDecision, Waiver } from '../model/meeting.ts'
import type { Settings } from '../model/settings.ts'
import type { TextView } from '../model/text-view.ts'
import type { IsoDate } from '../text/dates.ts'
import type { Range } from '../text/sentences.ts'

/** The three pillars of such a speech, and its opening and closing duties. */
export type Pillar = 'opening' | 'standing' | 'second-half' | 'chain' | 'closing'

/** 必备 / 应有 / 可选 */
export type PointLevel = 'required' | 'expected' | 'optional'

export type PointState = 'covered' | 'weak' | 'missing'

export interface Quote extends Range {
  text: string
}

export interface PointResult {
  id: string
  pillar: Pillar
  title: string
  level: PointLevel
  state: PointState
  /** What a weak point lacks, as a sentence for the user. */
  lacking?: string
  evidence: Quote[]
  /** A person's decision that still holds. */
  decision?: PointDecision
}

export type FindingFamily = 'leftover' | 'consistency' | 'wording' | 'language' | 'form'

/** error: must not go out; warning: look at it; hint: a habit or a matter of taste. */
export type Severity = 'error' | 'warning' | 'hint'

/** Where a rule comes from decides how firmly it speaks: 国标, 党内法规, 行业惯例, 本单位. */
export type SourceLevel = 'standard' | 'regulation' | 'practice' | 'office'

export interface Finding extends Quote {
  rule: string
  family: FindingFamily
  severity: Severity
  message: string
  /** The one right text for the range; only where there is exactly one. */
  suggestion?: string
  /** Where the rule comes from, for the user: “GB/T 15834—2011 4.8”, “写作惯例”. */
  source: string
  /** The other place of a contradiction. */
  related?: Quote[]
}

export interface OutlineEntry {
  /** 1 = parts, 2 = run-in heads, 3 and 4 below. */
  level: number
  marker: string
  text: string
  start: number
  end: number
}

export interface CheckInput {
  view: TextView
  kind: PaperKind
  /** The day of the meeting; wording is judged by it. Null: rules that need it stay silent. */
  date: IsoDate | null
  facts: FactValues
  people: readonly Person[]
  settings: Settings
  decisions: readonly PointDecision[]
  waivers: readonly Waiver[]
}

/** What a check says of a paper. All ranges lie inside the text of the view. */
export interface CheckReport {
  /** 字数: without spaces and line breaks. */
  characters: number
  /** Speaking time in minutes by the settings' rate, to one decimal. */
  minutes: { min: number; max: number }
  outline: OutlineEntry[]
  placeholders: Quote[]
  points: PointResult[]
  findings: Finding[]
  /** Findings somebody chose to leave, with the reason. */
  waived: (Finding & { reason: string })[]
}
