import type { RefObject } from 'react'
import { evidenceText } from '../../shared/checks/points/decisions.ts'
import type { Finding, PointResult } from '../../shared/checks/types.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import type { PointGuide } from '../checklist/PointItem.tsx'
import type { EditorHandle } from '../editor/editor-handle.ts'
import type { WaiverScope } from '../findings/FindingItem.tsx'
import { notify } from '../ui/notice-store.ts'
import { officePack } from '../ui/office-pack.ts'
import { hintContent } from './hint-text.ts'
import type { PaperSession } from './paper-session.ts'
import { placeOfPoint, pointOrder } from './place-of-point.ts'
import type { Checked } from './use-checks.ts'

interface PanelActionsInput {
  editor: RefObject<EditorHandle | null>
  session: PaperSession | null
  checked: Checked | null
  checkNow(): Checked | null
  guides: ReadonlyMap<string, PointGuide>
}

export const complain = (error: unknown): void => notify(failureMessage(error), { tone: 'bad' })

/** What the panels do to the paper and to what is known of it. */
export function usePanelActions({ editor, session, checked, checkNow, guides }: PanelActionsInput) {
  return {
    /** Puts the one right text in place of a finding, as one step that can be undone. */
    fix(finding: Finding): void {
      const handle = editor.current
      if (finding.suggestion === undefined || !handle || !checked) return
      if (handle.doc() !== checked.doc) {
        checkNow()
        notify('文稿刚刚改过，已重新校核，请再点一次。')
      } else if (handle.replaceRange(finding, finding.suggestion)) {
        checkNow()
      } else {
        handle.scrollToRange(finding, { select: true })
        notify('这一处牵涉会议要素或自动序号，请在文稿里改。')
      }
    },

    /** Puts the writing hint of a point where it belongs, with its first blank selected. */
    placeHint(point: PointResult, phrase?: string): void {
      const guide = guides.get(point.id)
      const now = checkNow()
      if (!guide || !now || !session || !editor.current) return
      const order = pointOrder(officePack.get().templates, session.paper.kind, now.report.points)
      const block = placeOfPoint(point, order, now.report.points, now.view)
      if (editor.current.insertParagraph(block, hintContent(guide.hint, phrase))) editor.current.focus()
    },

    decide(point: PointResult, state: 'confirmed' | 'not-applicable', reason: string): void {
      session?.decide({ point: point.id, state, reason, evidence: evidenceText(point) }).catch(complain)
    },
    undecide(id: string): void {
      session?.undecide(id).catch(complain)
    },

    /** For the office a rule is silenced as a whole; else only where the same words stand. */
    waive(finding: Finding, scope: WaiverScope, reason: string): void {
      const quote = scope === 'office' ? '' : finding.text
      session?.waive({ scope, rule: finding.rule, quote, reason }).catch(complain)
    },
    unwaive(finding: Finding): void {
      const { waivers } = session?.store.get() ?? { waivers: [] }
      const waiver = waivers.find(
        ({ rule, quote }) => rule === finding.rule && (quote === finding.text || quote === ''),
      )
      if (waiver) session?.unwaive(waiver.id).catch(complain)
      else notify('这一项是在“设置”里停用的，请到设置里恢复。')
    },
  }
}
