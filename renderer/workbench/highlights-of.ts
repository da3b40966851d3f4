import type { Highlight, HighlightSet } from '../editor/editor-handle.ts'
import type { Checked } from './use-checks.ts'

/** What is lit in the text: every finding, and the evidence of the point that is open in the list. */
export function highlightsOf({ doc, view, report }: Checked, openPoint: string | null): HighlightSet {
  const evidence = report.points.find((point) => point.id === openPoint)?.evidence ?? []
  const items: Highlight[] = [
    ...evidence.map(({ start, end }, index) => ({ id: `evidence-${index}`, tone: 'evidence' as const, start, end })),
    ...report.findings.map(({ start, end, severity }, index) => ({
      id: `finding-${index}`,
      tone: severity,
      start,
      end,
    })),
  ]
  return { doc, view, items }
}
