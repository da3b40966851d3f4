import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { evidenceText } from '../../shared/checks/points/decisions.ts'
import type { Finding, PointResult } from '../../shared/checks/types.ts'
import type { Paper, RevisionHead } from '../../shared/contract/data.ts'
import { displayValue, factTexts, factValue } from '../../shared/model/facts.ts'
import { PAPER_KIND_NAMES } from '../../shared/model/kinds.ts'
import { readPaper, writePaper } from '../../shared/model/paper.ts'
import { textView } from '../../shared/model/text-view.ts'
import { builtInPack } from '../../shared/packs/pack.ts'
import type { Range } from '../../shared/text/sentences.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { ChecklistPanel } from '../checklist/ChecklistPanel.tsx'
import { missingRequired } from '../checklist/point-status.ts'
import { DeliverySheet } from '../delivery/DeliverySheet.tsx'
import { Editor } from '../editor/Editor.tsx'
import type { EditorHandle } from '../editor/editor-handle.ts'
import { FindingsPanel } from '../findings/FindingsPanel.tsx'
import { nextFinding } from '../findings/finding-names.ts'
import { Tour } from '../help/Tour.tsx'
import { estimatePages } from '../print/page-estimate.ts'
import { RevisionsPanel } from '../revisions/RevisionsPanel.tsx'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notice-store.ts'
import { createStore, useStore } from '../ui/store.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import { FactsPane } from './FactsPane.tsx'
import { FileDrop } from './FileDrop.tsx'
import { highlightsOf } from './highlights-of.ts'
import { hintContent } from './hint-text.ts'
import { ImportDialog } from './ImportDialog.tsx'
import type { MeetingSession } from './meeting-session.ts'
import { Outline } from './Outline.tsx'
import { outlineLines } from './outline-state.ts'
import { PaperList } from './PaperList.tsx'
import type { PaperView } from './paper-session.ts'
import { placeOfPoint, pointOrder } from './place-of-point.ts'
import { RescueDialog } from './RescueDialog.tsx'
import { type PaneTab, RightPane } from './RightPane.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TopBar } from './TopBar.tsx'
import { tourSteps } from './tour-steps.ts'
import { useChecks } from './use-checks.ts'
import { useDelivery } from './use-delivery.ts'
import { useFactUses } from './use-fact-uses.ts'
import { useOpenPaper } from './use-open-paper.ts'
import { usePaperZoom } from './use-paper-zoom.ts'
import { usePapers } from './use-papers.ts'
import { useWorkbenchKeys } from './use-workbench-keys.ts'
import type { WorkbenchPageProps } from './WorkbenchPage.tsx'

const NOTHING_OPEN = createStore<PaperView>({ save: { kind: 'saved', at: null }, decisions: [], waivers: [] })
const FACT_LABELS = new Map(builtInPack.facts.map(({ key, label }) => [key, label]))
const factLabel = (key: string): string => FACT_LABELS.get(key) ?? key

const complain = (error: unknown): void => notify(failureMessage(error), { tone: 'bad' })

interface WorkbenchProps extends WorkbenchPageProps {
  session: MeetingSession
}

/** One meeting being worked on: its papers on the left, the open one in the middle, what is said of it on the right. */
export function Workbench({ session: meetingSession, settings, tools, ...props }: WorkbenchProps) {
  const backend = useBackend()
  const root = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorHandle>(null)
  const [handle, setHandle] = useState<EditorHandle | null>(null)
  const attachEditor = useCallback((next: EditorHandle | null) => {
    editor.current = next
    setHandle(next)
  }, [])
  const desk = useRef<HTMLElement>(null)
  const meeting = useStore(meetingSession.store)
  const paperId = meeting.papers.find((paper) => paper.id === props.paperId)?.id ?? meeting.papers[0]?.id ?? null
  const { open, problem, retry, forgetRescued } = useOpenPaper(paperId, editor)
  const paper = open?.session.paper ?? null
  const paperView = useStore(open?.session.store ?? NOTHING_OPEN)
  const paperZoom = usePaperZoom(desk)

  const [tab, setTab] = useState<PaneTab>('points')
  const [panes, setPanes] = useState<{ left: PaneState; right: PaneState }>({ left: 'auto', right: 'auto' })
  const [openPoint, setOpenPoint] = useState<string | null>(null)
  const [currentFinding, setCurrentFinding] = useState(-1)
  const [caretBlock, setCaretBlock] = useState(0)
  const [isRescuing, setRescuing] = useState(false)
  const [importing, setImporting] = useState<{ file: File | null } | null>(null)

  const factText = useMemo(
    () => factTexts({ definitions: builtInPack.facts, values: meeting.facts, people: meeting.people, settings }),
    [meeting.facts, meeting.people, settings],
  )
  const plainText = useCallback((body: string) => textView(readPaper(body), factText).text, [factText])

  const { checked, schedule, checkNow } = useChecks({
    editor: handle,
    paper,
    meeting,
    settings,
    decisions: paperView.decisions,
    waivers: paperView.waivers,
  })
  const papers = usePapers({ session: meetingSession, meeting, paperId, onPaper: props.onPaper })
  const delivery = useDelivery({ session: open?.session ?? null, checkNow, factLabel })
  const uses = useFactUses(meeting.papers, paperId, checked?.doc ?? open?.doc ?? null)

  useEffect(() => {
    setOpenPoint(null)
    setCurrentFinding(-1)
    if (open?.rescued) setRescuing(true)
  }, [open])

  const report = checked?.report ?? null
  const lines = useMemo(() => (checked ? outlineLines(checked.report, checked.view) : []), [checked])
  const highlights = useMemo(() => checked && highlightsOf(checked, openPoint), [checked, openPoint])
  const pages = useMemo(() => checked && estimatePages(checked.view, settings.layout), [checked, settings.layout])
  const guides = useMemo(
    () => new Map((paper ? builtInPack.points[paper.kind] : []).map((point) => [point.id, point])),
    [paper],
  )
  const missing = report ? missingRequired(report.points).length : 0
  const caretOffset = checked?.view.blocks[caretBlock]?.start ?? 0
  const currentLine = lines.findLastIndex((line) => line.block >= 0 && line.block <= caretBlock)

  const showTab = (next: PaneTab) => {
    setTab(next)
    setPanes((now) => ({ ...now, right: now.right === 'closed' ? 'auto' : now.right }))
  }
  const jump = (range: Range, select = false) => editor.current?.scrollToRange(range, { select })

  const walkFindings = (direction: 1 | -1) => {
    if (!report || !editor.current) return
    const ordered = report.findings
    const from = ordered[currentFinding]
    const caret = editor.current.caret()
    // Standing on a finding, its own start is where we come from; else the cursor is.
    const start = from && caret >= from.start && caret <= from.end ? from.start : caret
    const next = nextFinding(ordered, start, direction)
    const finding = ordered[next]
    if (!finding) return notify('没有要校核的地方。', { tone: 'good' })
    setCurrentFinding(next)
    showTab('findings')
    jump(finding, true)
  }

  const fix = (finding: Finding) => {
    if (finding.suggestion === undefined || !editor.current) return
    if (editor.current.doc() !== checked?.doc) return notify('文稿刚刚改过，稍等片刻再点。')
    if (!editor.current.replaceRange(finding, finding.suggestion)) {
      jump(finding, true)
      return notify('这一处牵涉会议要素或自动序号，请在文稿里改。')
    }
    setCurrentFinding(-1)
    checkNow()
  }

  const placeHint = (point: PointResult) => {
    const guide = guides.get(point.id)
    if (!guide || !checked || !paper || !editor.current) return
    const view = editor.current.view()
    const order = pointOrder(builtInPack.templates, paper.kind, checked.report.points)
    const block = placeOfPoint(point, order, checked.report.points, view)
    if (editor.current.insertParagraph(block, hintContent(guide.hint))) editor.current.focus()
  }

  const decide = (point: PointResult, state: 'confirmed' | 'not-applicable', reason: string) =>
    open?.session.decide({ point: point.id, state, reason, evidence: evidenceText(point) }).catch(complain)

  const unwaive = (finding: Finding) => {
    const waiver = paperView.waivers.find(
      ({ rule, quote }) => rule === finding.rule && (quote === finding.text || quote === ''),
    )
    if (waiver) open?.session.unwaive(waiver.id).catch(complain)
    else notify('这一项是在“设置”里停用的，请到设置里恢复。')
  }

  const restore = async (revision: RevisionHead) => {
    const session = open?.session
    if (!session || !(await session.flush())) return
    await backend.call('revision.restore', { id: revision.id, revision: session.revision() })
    const restored = await backend.call('paper.get', { id: session.paper.id })
    show(restored)
    notify('已换回那一版，换之前的文稿留在“版本”里。', { tone: 'good' })
  }

  /** Puts what the host holds on the screen. */
  const show = (stored: Paper) => {
    const doc = readPaper(stored.body)
    open?.session.restart(doc, stored.revision, stored.updated)
    editor.current?.setDoc(doc)
  }

  const settleConflict = async (whose: 'own' | 'other', other: Paper) => {
    const session = open?.session
    if (!session) return
    const id = session.paper.id
    const own = writePaper(session.doc())
    // The one not chosen is written and named first, so that it stands among the versions whatever happens next.
    if (whose === 'own') await backend.call('revision.name', { paperId: id, name: '另一个窗口的文稿' })
    const written = await backend.call('paper.save', { id, revision: other.revision, body: own })
    if (whose === 'own') return session.restart(session.doc(), written.revision, written.updated)
    await backend.call('revision.name', { paperId: id, name: '没有选用的文稿' })
    const back = await backend.call('paper.save', { id, revision: written.revision, body: other.body })
    show({ ...other, ...back })
  }

  const takeRescued = async () => {
    const rescued = open?.rescued
    if (!open || !rescued) return
    try {
      await backend.call('revision.name', { paperId: open.session.paper.id, name: '换成没存上的文稿之前' })
      editor.current?.setDoc(readPaper(rescued.body))
      setRescuing(false)
      if (await open.session.flush()) forgetRescued()
    } catch (error) {
      complain(error)
    }
  }

  useWorkbenchKeys(root, editor, {
    nextFinding: () => walkFindings(1),
    previousFinding: () => walkFindings(-1),
    print: () => delivery.deliver('print'),
    save: () => {
      void open?.session
        .flush()
        .then((written) => written && notify('已经存好了。会备会自动保存，不用再按。', { tone: 'good' }))
    },
  })

  const togglePane = (pane: 'left' | 'right') => {
    const element = root.current?.querySelector(`.pane-${pane}`)
    const isShown = (element?.getClientRects().length ?? 0) > 0
    setPanes((now) => ({ ...now, [pane]: isShown ? 'closed' : 'open' }))
  }

  const steps = useMemo(() => tourSteps(setTab), [])
  const context = { definitions: builtInPack.facts, values: meeting.facts, people: meeting.people, settings }
  const time = factValue(context, 'meetingTime')
  const timeText =
    time &&
    displayValue(
      builtInPack.facts.find(({ key }) => key === 'meetingTime'),
      time,
    )

  return (
    <div className="workbench" ref={root} data-left={panes.left} data-right={panes.right}>
      <TopBar
        meeting={meeting}
        date={factValue(context, 'meetingDate')}
        time={timeText}
        save={open ? paperView.save : null}
        tools={tools}
        onLeave={props.onLeave}
        onDeliver={(purpose) => delivery.deliver(purpose)}
        onTogglePane={togglePane}
      />
      <div className="workbench-body">
        <nav className="pane pane-left" data-pane aria-label="文稿和提纲">
          <PaperList
            papers={meeting.papers}
            current={paperId}
            remark={missing > 0 ? `必备缺 ${missing}` : ''}
            onOpen={props.onPaper}
            onCreate={(kind) => papers.create(kind).catch(complain)}
            onImport={() => setImporting({ file: null })}
            onRemove={(id) => papers.remove(id).catch(complain)}
          />
          <div className="pane-head" data-tour="outline">
            <h2>提纲</h2>
          </div>
          <Outline
            lines={lines}
            current={currentLine}
            blocks={checked?.view.blocks.length ?? 0}
            onJump={(line) => jump(line, true)}
            onMove={(block, before) => {
              if (editor.current?.moveBlock(block, before)) checkNow()
            }}
          />
        </nav>
        <main className="workbench-paper" data-pane="editor" ref={desk}>
          {open && paper && (
            <Editor
              ref={attachEditor}
              paperId={paper.id}
              doc={open.doc}
              factText={factText}
              factDefinitions={builtInPack.facts}
              layout={settings.layout}
              highlights={highlights}
              zoom={paperZoom}
              onChange={(doc) => {
                open.session.change(doc)
                schedule()
              }}
              onSelection={({ block }) => setCaretBlock(block)}
              onHighlightClick={(ids) => {
                const index = Number(/^finding-(\d+)$/.exec(ids[0] ?? '')?.[1] ?? -1)
                if (index < 0) return
                setCurrentFinding(index)
                showTab('findings')
              }}
              onFactActivate={() => showTab('facts')}
            />
          )}
          {problem && (
            <div className="lone-message">
              <p role="alert">{problem}</p>
              <Button onPress={retry}>再试一次</Button>
            </div>
          )}
          {!paperId && (
            <div className="lone-message">
              <h1>这个会议还没有文稿</h1>
              <p>从下面选一种，程序按会议要素搭好提纲；也可以把写过的 .docx 或 .txt 拖进来。</p>
              <div>
                <Button look="primary" onPress={() => papers.create('speech').catch(complain)}>
                  写{PAPER_KIND_NAMES.speech}
                </Button>{' '}
                <Button onPress={() => setImporting({ file: null })}>从文件导入…</Button>
              </div>
            </div>
          )}
        </main>
        <RightPane
          tab={tab}
          onTab={setTab}
          missing={missing}
          findings={report?.findings.length ?? 0}
          openFacts={checked?.view.openFacts.length ?? 0}
          panels={{
            points: report && (
              <ChecklistPanel
                points={report.points}
                guides={guides}
                open={openPoint}
                onOpen={(id) => {
                  setOpenPoint(id)
                  const evidence = report.points.find((point) => point.id === id)?.evidence[0]
                  if (evidence) jump(evidence)
                }}
                onJump={(_id, range) => jump(range)}
                onPlaceHint={(id) => {
                  const point = report.points.find((candidate) => candidate.id === id)
                  if (point) placeHint(point)
                }}
                onDecide={decide}
                onUndecide={(id) => open?.session.undecide(id).catch(complain)}
              />
            ),
            findings: report && (
              <FindingsPanel
                report={report}
                current={currentFinding}
                onJump={(index, range) => {
                  setCurrentFinding(index)
                  jump(range)
                }}
                onFix={fix}
                onWaive={(finding, scope, reason) => {
                  const quote = scope === 'office' ? '' : finding.text
                  open?.session.waive({ scope, rule: finding.rule, quote, reason }).catch(complain)
                }}
                onUnwaive={unwaive}
              />
            ),
            facts: <FactsPane session={meetingSession} meeting={meeting} settings={settings} uses={uses} />,
            revisions: open && (
              <RevisionsPanel
                paperId={open.session.paper.id}
                version={open.session.revision()}
                currentText={() => editor.current?.view().text ?? ''}
                readText={plainText}
                beforeNaming={open.session.flush}
                onRestore={restore}
              />
            ),
          }}
        />
      </div>
      <StatusBar
        checked={checked}
        page={pages && { at: pages.pageAt(caretOffset), of: pages.total }}
        missing={missing}
        onOpenFacts={() => {
          const first = checked?.view.openFacts.find((fact) => fact.start > (editor.current?.caret() ?? 0))
          const target = first ?? checked?.view.openFacts[0]
          if (target) jump(target, true)
          showTab('facts')
        }}
        onMissing={() => showTab('points')}
        onFindings={() => walkFindings(1)}
      />

      {delivery.sheet && (
        <DeliverySheet
          check={delivery.sheet.check}
          purpose={delivery.sheet.name}
          onClose={delivery.closeSheet}
          onGoOn={delivery.goOn}
          onJump={(range) => {
            delivery.closeSheet()
            requestAnimationFrame(() => jump(range, true))
          }}
        />
      )}
      {open && paperView.save.kind === 'conflict' && (
        <ConflictDialog
          paperId={open.session.paper.id}
          ownText={() => editor.current?.view().text ?? ''}
          readText={plainText}
          onChoose={settleConflict}
        />
      )}
      {open?.rescued && isRescuing && (
        <RescueDialog
          copy={open.rescued}
          storedText={plainText(open.session.paper.body)}
          copyText={plainText(open.rescued.body)}
          onUse={() => void takeRescued()}
          onDrop={() => {
            forgetRescued()
            setRescuing(false)
          }}
          onLater={() => setRescuing(false)}
        />
      )}
      {importing && (
        <ImportDialog
          meetingId={meeting.id}
          file={importing.file}
          onClose={() => setImporting(null)}
          onImported={(imported) => {
            setImporting(null)
            papers.added(imported.id).catch(complain)
          }}
        />
      )}
      {props.isTour && checked && <Tour steps={steps} onEnd={props.onTourEnd} />}
      <FileDrop onFile={(file) => setImporting({ file })} />
    </div>
  )
}

/** auto: shown where there is room for it. */
type PaneState = 'auto' | 'open' | 'closed'
