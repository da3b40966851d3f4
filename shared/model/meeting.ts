import type { PaperKind } from './kinds.ts'

/** Somebody of the meeting. The roster is kept in the order of rank. */
export interface Person {
  id: string
  name: string
  /** 县委常委、组织部部长; '' when not known yet. */
  post: string
  /** 单位; '' when it is said in the post. */
  organization: string
}

/** 会议要素 as stored: key → value. Dates as YYYY-MM-DD, numbers as digits, people by name. Unfilled keys are absent. */
export type FactValues = Record<string, string>

/** What a person decided about a required point of a paper. */
export interface PointDecision {
  point: string
  state: 'confirmed' | 'not-applicable'
  reason: string
  /** The evidence that stood there when it was decided; the decision falls when it changes. */
  evidence: string
}

/** A finding somebody chose to leave as it is. An empty quote silences the rule in the whole scope. */
export interface Waiver {
  id: string
  scope: 'paper' | 'meeting' | 'office'
  rule: string
  quote: string
  reason: string
}

export interface PaperHead {
  id: string
  meetingId: string
  kind: PaperKind
  title: string
  revision: number
  created: string
  updated: string
}
