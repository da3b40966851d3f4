import type { TransferLine } from '../../../shared/contract/transfer-commands.ts'
import type { Taken } from '../../../shared/merge/exchange.ts'
import { fromState, paperBody } from '../../../shared/merge/from-state.ts'
import { fieldsHere, type Here } from '../../../shared/merge/here.ts'
import { type Part, summarise } from '../../../shared/merge/summary.ts'
import { factTexts } from '../../../shared/model/facts.ts'
import { PAPER_KIND_NAMES, type PaperKind } from '../../../shared/model/kinds.ts'
import { readPaper } from '../../../shared/model/paper.ts'
import type { FactText } from '../../../shared/model/text-view.ts'
import { documentTitle } from '../document-title.ts'
import type { ServiceContext } from '../service-context.ts'
import { readSettings } from '../settings.ts'

/** What is counted in each part. */
const UNITS: Record<Part['what'], string> = {
  facts: '项',
  people: '人',
  paper: '段',
  ledger: '条',
  agenda: '项',
  chain: '条',
}

/** Every part of a meeting with what an import does to it. */
export function previewLines(context: ServiceContext, taken: Taken): TransferLine[] {
  const { facts: values, people } = fromState(taken.merged)
  const { settings } = readSettings(context)
  const factText = factTexts({ definitions: context.pack.facts, values, people, settings })
  const beside = new Set(taken.renamed.values())
  return summarise({ ...taken, ours: taken.ours?.state ?? null }).map((part) => ({
    what: part.what,
    name: part.paperId === null ? '' : titleOf(taken, part.paperId, factText),
    state: part.paperId !== null && beside.has(part.paperId) ? 'beside' : part.state,
    detail: detailOf(part),
    conflicts: part.conflicts,
  }))
}

function detailOf({ what, state, added, changed, removed }: Part): string {
  const unit = UNITS[what]
  if (state === 'new') return `${added} ${unit}`
  return [
    [added, '新增'],
    [changed, '改'],
    [removed, '删'],
  ]
    .flatMap(([count, word]) => (count === 0 ? [] : [`${word} ${count} ${unit}`]))
    .join('、')
}

function titleOf({ merged, ours, theirs }: Taken, paperId: string, factText: FactText): string {
  const places: (Here | null)[] = [merged, ours, { state: theirs, shown: {} }]
  const here = places.find((one) => one && fieldsHere(one, 'papers', paperId).kind !== undefined)
  if (!here) return ''
  const kind = PAPER_KIND_NAMES[fieldsHere(here, 'papers', paperId).kind as PaperKind]
  const title = documentTitle(readPaper(paperBody(here, paperId)), factText)
  return title === '' || title === kind ? kind : `${kind}《${title}》`
}
