import type { RevisionHead } from '../../shared/contract/data.ts'
import type { SearchHit } from '../../shared/contract/search-commands.ts'
import type { Settings } from '../../shared/model/settings.ts'
import type { Range } from '../../shared/text/sentences.ts'
import { ChecklistPanel } from '../checklist/ChecklistPanel.tsx'
import type { PointGuide } from '../checklist/PointItem.tsx'
import type { FactUse } from '../facts/FactUses.tsx'
import { FindingsPanel } from '../findings/FindingsPanel.tsx'
import { RemarksPanel } from '../remarks/RemarksPanel.tsx'
import { RevisionsPanel } from '../revisions/RevisionsPanel.tsx'
import type { TakenPassage } from '../search/hit-text.ts'
import { MaterialsPanel } from '../search/MaterialsPanel.tsx'
import { useStore, useStorePart } from '../ui/store.ts'
import { FactsPane } from './FactsPane.tsx'
import type { MeetingSession } from './meeting-session.ts'
import { type PaperSession, saveOf } from './paper-session.ts'
import type { PlaceInPaper } from './pending-jump.ts'
import { type PaneTab, RightPane } from './RightPane.tsx'
import type { Checked } from './use-checks.ts'
import type { useFindingWalk } from './use-finding-walk.ts'
import type { usePanelActions } from './use-panel-actions.ts'
import type { useRemarks } from './use-remarks.ts'

interface PaperPanelsProps {
  tab: PaneTab
  onTab(tab: PaneTab): void
  session: MeetingSession
  settings: Settings
  checked: Checked | null
  paper: PaperSession | null
  guides: ReadonlyMap<string, PointGuide>
  uses: ReadonlyMap<string, readonly FactUse[]>
  onJumpTo(place: PlaceInPaper): void
  remarks: ReturnType<typeof useRemarks>
  missing: number
  openPoint: string | null
  onOpenPoint(id: string | null): void
  findings: ReturnType<typeof useFindingWalk>
  actions: ReturnType<typeof usePanelActions>
  /** The fact whose field is to be shown and focused. */
  wantedFact: { key: string } | null
  currentText(): string
  readText(body: string): string
  onJump(range: Range): void
  onRestore(revision: RevisionHead): Promise<void>
  onOpenHit(hit: SearchHit): void
  onInsertHit(passage: TakenPassage): void
}

/** The right pane, filled: each panel with what it needs of the open paper. */
export function PaperPanels({ checked, paper, actions, findings, onJump, onOpenPoint, ...props }: PaperPanelsProps) {
  const meeting = useStore(props.session.store)
  const report = checked?.report ?? null
  const pointById = (id: string) => report?.points.find((point) => point.id === id)

  const openPoint = (id: string | null) => {
    onOpenPoint(id)
    const evidence = id === null ? undefined : pointById(id)?.evidence[0]
    if (evidence) onJump(evidence)
  }

  return (
    <RightPane
      tab={props.tab}
      onTab={props.onTab}
      missing={props.missing}
      findings={report?.findings.length ?? 0}
      openFacts={checked?.view.openFacts.length ?? 0}
      remarks={props.remarks.open}
      panels={{
        points: report && (
          <ChecklistPanel
            points={report.points}
            guides={props.guides}
            open={props.openPoint}
            onOpen={openPoint}
            onJump={onJump}
            onPlaceHint={actions.placeHint}
            onDecide={actions.decide}
            onUndecide={actions.undecide}
          />
        ),
        findings: report && (
          <FindingsPanel
            report={report}
            current={findings.current}
            onJump={(index, range) => {
              findings.setCurrent(index)
              onJump(range)
            }}
            onFix={actions.fix}
            onWaive={actions.waive}
            onUnwaive={actions.unwaive}
          />
        ),
        facts: (
          <FactsPane
            session={props.session}
            meeting={meeting}
            settings={props.settings}
            uses={props.uses}
            onJump={props.onJumpTo}
            wanted={props.wantedFact}
          />
        ),
        remarks: report && (
          <RemarksPanel
            remarks={props.remarks.remarks}
            wanted={props.remarks.wanted}
            selectedText={props.remarks.selectedText}
            onAdd={props.remarks.add}
            onChange={props.remarks.change}
            onJump={props.remarks.jump}
          />
        ),
        revisions: paper && (
          <Revisions
            paper={paper}
            paperId={paper.paper.id}
            currentText={props.currentText}
            readText={props.readText}
            beforeNaming={paper.flush}
            onRestore={props.onRestore}
          />
        ),
        materials: paper && (
          <MaterialsPanel
            paperId={paper.paper.id}
            currentText={props.currentText}
            onOpen={props.onOpenHit}
            onInsert={props.onInsertHit}
            onJump={onJump}
          />
        ),
      }}
    />
  )
}

/** The list of versions, read again whenever the paper was saved; nothing else of the panels is drawn for that. */
function Revisions({
  paper,
  ...props
}: Omit<Parameters<typeof RevisionsPanel>[0], 'version'> & { paper: PaperSession }) {
  useStorePart(paper.store, saveOf)
  return <RevisionsPanel {...props} version={paper.revision()} />
}
