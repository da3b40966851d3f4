import { createChecker } from '../../../../../shared/checks/checker.ts'
import type { CheckInput, CheckReport } from '../../../../../shared/checks/types.ts'
import type { PaperKind } from '../../../../../shared/model/kinds.ts'
import { recognisePaper, sourceLines } from '../../../../../shared/model/recognise.ts'
import { paperSchema } from '../../../../../shared/model/schema.ts'
import { defaultSettings } from '../../../../../shared/model/settings.ts'
import { type TextView, textView } from '../../../../../shared/model/text-view.ts'
import { builtInPack } from '../../../../../shared/packs/pack.ts'

const check = createChecker(builtInPack)
const noFacts = () => ({ text: null, label: '' })

/** The view of a paper whose whole text is these paragraphs. */
export function paragraphsView(...paragraphs: string[]): TextView {
  const blocks = paragraphs.map((text) =>
    paperSchema.node('paragraph', null, text === '' ? [] : [paperSchema.text(text)]),
  )
  return textView(paperSchema.node('doc', null, [paperSchema.node('title'), ...blocks]), noFacts)
}

export function recognisedView(text: string): TextView {
  return textView(recognisePaper(sourceLines(text)).doc, noFacts)
}

export const checkView = (view: TextView, kind: PaperKind, rest: Partial<CheckInput> = {}): CheckReport =>
  check(checkInput(view, kind, rest))

/** What a checker of any pack is asked. */
export function checkInput(view: TextView, kind: PaperKind, rest: Partial<CheckInput> = {}): CheckInput {
  return {
    view,
    kind,
    date: '2026-03-18',
    facts: {},
    people: [],
    settings: defaultSettings,
    decisions: [],
    waivers: [],
    ...rest,
  }
}
